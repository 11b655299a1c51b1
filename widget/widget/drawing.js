// @ts-check
// A picture with its figures in a table: those who do not see it, and browsers that may not draw it, lose nothing.
import { folded, make } from "./elements.js";

// Drawings come as text: only these shapes and these attributes are taken from it.
const SHAPES = new Set(["svg", "g", "title", "line", "polyline", "polygon", "path", "circle", "rect", "text", "tspan"]);
const PAINT = /^(viewBox|points|d|r|[xy][12]?|[cd][xy]|width|height|transform|(fill|stroke|font|text|paint)(-[a-z]+)*)$/;

/**
 * A copy of a drawing, made of known shapes only.
 * @param {Element} element
 * @returns {SVGElement}
 */
const drawn = (element) => {
  const copy = document.createElementNS("http://www.w3.org/2000/svg", element.localName);
  for (const { name, value } of element.attributes) if (PAINT.test(name) && !/url|\\/i.test(value)) copy.setAttribute(name, value);
  for (const child of element.childNodes) {
    const shape = /** @type {Element} */ (child);
    if (SHAPES.has(shape.localName)) copy.append(drawn(shape));
    else if (child.nodeName === "#text") copy.append(child.textContent ?? "");
  }
  return copy;
};

// Sites that demand trusted types let text be read as a document under a name that they can allow.
/** @type {{ createHTML(text: string): string } | undefined} */
let policy;

/** @param {string} svg */
const parsed = (svg) => {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("assistant-invalidite", { createHTML: (text) => text });
    const read = new DOMParser().parseFromString(policy?.createHTML(svg) ?? svg, "image/svg+xml").documentElement;
    return read.localName === "svg" && !read.querySelector("parsererror") ? drawn(read) : null;
  } catch {
    return null; // they do not allow it
  }
};

/** @param {Drawing} picture */
export const picture = ({ title, svg, description, columns, rows }) => {
  const table = make("table", {}, make("caption", {}, title),
    make("thead", {}, make("tr", {}, ...columns.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...rows.map(([first, ...others]) =>
      make("tr", {}, make("th", { scope: "row" }, first), ...others.map((text) => make("td", {}, text))))));
  const scroll = make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": title }, table);
  const shown = parsed(svg);
  shown?.querySelector(":scope > title")?.remove(); // else it would be said again, as a description
  shown?.setAttribute("role", "img");
  shown?.setAttribute("aria-label", `${title} (description et tableau ci-dessous)`);
  const same = folded("Les mêmes chiffres en tableau", scroll);
  same.open = !shown;
  // No caption: the paragraph says what the picture says, at length.
  return make("div", {}, shown, make("p", { class: "small" }, description), same);
};
