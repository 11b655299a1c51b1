// @ts-check
// How the panel stands on the page: over it on a computer, instead of it on a phone (a modal dialog), part of it in page mode.

// As in styles.js: a phone in either direction, a page made very large, a very large text.
const NARROW = "(max-width: 480px), (max-width: 30em), (max-height: 30em)";
const REACHED_BY_TAB = "a[href], button, textarea, summary, [tabindex='0']";

export class Surface {
  #root;
  #panel;
  #escape;
  #narrow = matchMedia(NARROW);
  #size = new CSSStyleSheet();
  #open = false;

  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement} panel a dialog, except in page mode
   * @param {() => void} escape Escape was pressed, or the browser's own way back
   * @param {AbortSignal} signal
   */
  constructor(root, panel, escape, signal) {
    this.#root = root;
    this.#panel = panel;
    this.#escape = escape;
    root.adoptedStyleSheets.push(this.#size);
    signal.addEventListener("abort", () => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== this.#size); });
    // The page around has shortcuts, ways of scrolling and rules for copying of its own, which are not for what is in here.
    for (const kind of ["keydown", "keyup", "keypress", "wheel", "touchmove", "copy", "cut", "paste", "contextmenu"]) {
      panel.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    }
    panel.addEventListener("keydown", (event) => this.#key(event));
    if (!(panel instanceof HTMLDialogElement)) return;
    panel.addEventListener("cancel", (event) => { event.preventDefault(); escape(); });
    panel.addEventListener("close", () => this.#open && !panel.open && this.#narrow.matches && escape());
    this.#narrow.addEventListener("change", () => this.#open && this.show(), { signal });
    for (const kind of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(kind, () => this.#fit(), { signal });
  }

  show() {
    const panel = this.#panel;
    if (!(panel instanceof HTMLDialogElement)) return;
    const focused = this.#root.activeElement;
    this.hide();
    panel.removeAttribute("popover");
    if (this.#narrow.matches) {
      panel.setAttribute("aria-modal", "true");
      panel.showModal();
    } else {
      panel.setAttribute("aria-modal", "false"); // said, for browsers take a dialog above all for a modal one
      if (typeof panel.showPopover === "function") {
        panel.setAttribute("popover", "manual");
        panel.showPopover();
      } else panel.show();
    }
    this.#open = true;
    this.#fit();
    if (focused instanceof HTMLElement && panel.contains(focused)) focused.focus();
  }

  hide() {
    const panel = this.#panel;
    this.#open = false;
    if (!(panel instanceof HTMLDialogElement)) return;
    if (panel.open) panel.close();
    else if (panel.hasAttribute("popover") && panel.matches(":popover-open")) panel.hidePopover();
  }

  // Full screen, it is as high as what the virtual keyboard leaves to see.
  #fit() {
    const seen = globalThis.visualViewport;
    const covered = seen && this.#narrow.matches && seen.scale === 1 && seen.height < innerHeight - 1;
    this.#size.replaceSync(covered ? `.panel.panel { top: ${seen.offsetTop}px; bottom: auto; height: ${seen.height}px; }` : "");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      // Let go on the page's button, the key is not for the page either.
      this.#root.addEventListener("keyup", (up) => up.stopPropagation(), { once: true });
      this.#escape();
    } else if (event.key === "Tab" && this.#panel.getAttribute("aria-modal") === "true") this.#turn(event);
  }

  /** @param {KeyboardEvent} event after the last comes the first */
  #turn(event) {
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (this.#panel.querySelectorAll(REACHED_BY_TAB))]
      .filter((element) => element.checkVisibility?.() ?? element.offsetParent);
    const [first, last] = event.shiftKey ? [all.at(-1), all[0]] : [all[0], all.at(-1)];
    const focused = this.#root.activeElement;
    if (focused !== last && !(event.shiftKey && focused instanceof HTMLHeadingElement && focused.id)) return;
    event.preventDefault();
    first?.focus();
  }
}

/**
 * Go on where a form without script stood: nothing that was written there is lost, and links to its field lead to ours.
 * @param {HTMLElement} element with the form
 * @param {HTMLTextAreaElement} field
 * @param {AbortSignal} signal
 */
export const takeThePlace = (element, field, signal) => {
  const written = element.querySelector("textarea");
  if (!written) return;
  field.value = written.value;
  if (element.contains(document.activeElement)) field.focus();
  element.replaceChildren();
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || link.hash !== `#${written.id}`) return;
    event.preventDefault();
    field.focus();
  }, { signal });
};
