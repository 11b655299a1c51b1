// @ts-check
// Elements of the page. Text is always text, and an address is only followed when it is of a known kind.

/**
 * An element with its attributes (a function listens to the event of that name) and what is inside.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value || value === 0) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child && typeof child === "object" && !child.nodeType) throw new TypeError("neither words nor an element");
    if (child) element.append(child);
  }
  return element;
};

/**
 * @param {string} label
 * @param {(event: Event) => void} click
 * @param {Properties} [properties]
 */
export const button = (label, click, properties = {}) => make("button", { type: "button", click, ...properties }, label);

/** @param {string} text words for screen readers only */
export const unseen = (text) => make("span", { class: "vh" }, text);

/** @param {string} title @param {...Child} inside */
export const folded = (title, ...inside) => make("details", {}, make("summary", {}, title), make("div", {}, ...inside));

/** @template Item @param {Item[]} list @param {(item: Item) => Child[]} inside */
export const bullets = (list, inside) => make("ul", {}, ...list.map((item) => make("li", {}, ...inside(item))));

/** @param {string} text */
const isAddress = (text) => {
  try {
    const { username, password } = new URL(text);
    return !username && !password; // what stands before an @ passes for the name of a site
  } catch {
    return false;
  }
};

/**
 * A link, or its words alone when the address is not one that may be followed.
 * @param {string} text
 * @param {string} url
 * @param {string} [more] words of its name for screen readers only, which list links without what stands around
 */
export const link = (text, url, more = "") => {
  const kind = /^(https:\/\/|tel:|mailto:)[^\0- \\]+$/.exec(url)?.[1];
  if (!kind || !isAddress(url)) return text;
  if (kind !== "https://") return make("a", { href: url }, text);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: "out" }, text, unseen(`${more} (nouvel onglet)`));
};

/** @param {string} number as it is written for people */
export const telephone = (number) => (/^\+?[\d\s.]+$/.test(number) ? link(number, `tel:${number.replace(/[\s.]/g, "")}`) : number);
