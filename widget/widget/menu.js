// @ts-check
// A button that opens a list of buttons and links.
import { button, make } from "./elements.js";

/**
 * A button that shows or hides a list of buttons, and the function that closes it (true when it was open).
 * @param {MenuItem[]} items
 */
export const menu = (items) => {
  const list = make("ul", { id: "menu", class: "menu", role: "list", hidden: true });
  const refresh = () => {
    items.forEach(({ pressed }, index) => { if (pressed) list.children[index].firstElementChild?.setAttribute("aria-pressed", String(pressed())); });
  };
  for (const item of items) {
    const press = () => {
      if (!item.stays) close();
      item.press?.();
      refresh();
    };
    list.append(make("li", {}, item.href ? make("a", { class: "button", href: item.href, target: "_blank", rel: "noopener", click: () => { close(); } }, `${item.label} (nouvel onglet)`) : button(item.label, press)));
  }
  const opener = button("Menu", () => set(list.hidden), { "aria-expanded": "false", "aria-controls": "menu" });
  /** @param {boolean} open */
  const set = (open) => {
    refresh();
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const close = () => {
    const open = !list.hidden;
    if (open) {
      set(false);
      opener.focus();
    }
    return open;
  };
  const element = make("div", { class: "menu-box" }, opener, list);
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !element.contains(/** @type {Node} */ (relatedTarget))) set(false);
  });
  return { element, close };
};

const SIZES = ["normale", "grande", "très grande"];

/**
 * The items that choose how large the text is; `choose` gets the rank of the size.
 * @param {(size: string) => void} choose
 * @returns {MenuItem[]}
 */
export const sizes = (choose) => {
  let chosen = 0;
  return SIZES.map((name, index) => ({
    label: `Taille du texte\u00a0: ${name}`, stays: true, press: () => choose(String((chosen = index))), pressed: () => chosen === index,
  }));
};
