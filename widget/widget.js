// @ts-check
// <assistant-invalidite>: a button in the corner of a page; everything else is loaded when it is first pressed.

/** @typedef {import("./widget/panel.js").Panel} Panel */

// Written when the assistant serves this file: the rest as one module of that version, and its digest.
const REST = "./widget/panel.js";
const DIGEST = "";

const HEADING = "La pension d'invalidité, vos questions";
const UNREACHABLE = "L'assistant n'a pas pu se charger. Vérifiez votre connexion, puis appuyez de nouveau, ou rechargez la page.";
const LIGHT = "#0b5563";
const DARK = "#8fd3e0";

// The inside of the element starts from the browser's own styles: the page around it changes nothing but the spacing of
// letters and words, which people may have set for themselves.
const base = new CSSStyleSheet();
base.replaceSync(`
:host { display: contents !important; }
:host([hidden]) { display: none !important; }
:host([mode="page"]) { display: block !important; }
.w {
  all: initial; letter-spacing: inherit; word-spacing: inherit; direction: ltr; display: contents;
  font: medium/1.6 system-ui, sans-serif; color-scheme: light dark; color: var(--ink); cursor: auto;
  --ink: #1d2426; --paper: #fff; --soft: #f2f6f5; --line: #5b6669; --edge: #cdd8d7; --accent: ${LIGHT}; --mine: #e1eef0;
  --fill: var(--accent); --on: #fff;
}
@media (prefers-color-scheme: dark) {
  .w { --ink: #eef2f2; --paper: #14191b; --soft: #1e2628; --line: #a3b0b3; --edge: #3d494c; --accent: ${DARK}; --mine: #1b383e; --on: #06282f; }
}
@media (prefers-contrast: more) { .w { --line: var(--ink); --edge: var(--ink); --soft: var(--paper); --mine: var(--paper); } }
@media (forced-colors: active) {
  .w.w { --ink: CanvasText; --paper: Canvas; --soft: Canvas; --mine: Canvas; --line: CanvasText; --edge: CanvasText; --accent: LinkText; --fill: ButtonFace; --on: ButtonText; }
  .w.w button { border-color: var(--on); }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; box-shadow: 0 0 0 2px var(--paper); }
.launch {
  position: fixed; z-index: 2147483000; inset: auto max(1em, env(safe-area-inset-right)) max(1em, env(safe-area-inset-bottom)) auto;
  margin: 0; padding: 0; border: 0; overflow: visible; color: inherit; background: none;
  max-width: calc(100% - 2em); display: flex; flex-direction: column; align-items: flex-end; gap: .5em;
}
.left .launch { inset: auto auto max(1em, env(safe-area-inset-bottom)) max(1em, env(safe-area-inset-left)); align-items: flex-start; }
.launch button {
  min-height: 48px; padding: .6em 1.2em; font: inherit; font-weight: 600; text-wrap: balance; color: var(--on); background: var(--fill);
  border: 2px solid var(--paper); border-radius: 1.6em; box-shadow: 0 0 0 1px var(--line), 0 2px 10px #0004; cursor: pointer;
}
.launch p { margin: 0; padding: .5em 1em; max-width: 22em; color: var(--ink); background: var(--paper); border: 2px solid var(--line); border-radius: .5em; }
.launch p:empty { display: none; }
@media (max-width: 480px) { .launch button { max-width: 17em; } }
@media print { .launch { display: none; } }
`);

/**
 * The rules of a site's colour: words on it are black or white, and where it would be hard to read the usual one stays.
 * @param {string | null} colour
 */
const accentRules = (colour) => {
  const pen = colour && CSS.supports("color", colour) && document.createElement("canvas").getContext("2d");
  if (!pen) return "";
  pen.fillStyle = colour;
  const hex = String(pen.fillStyle);
  const parts = /^#(..)(..)(..)$/.exec(hex)?.slice(1).map((part) => ((parseInt(part, 16) + 14.025) / 269.025) ** 2.4);
  if (!parts) return "";
  // Contrasts of 4.5 at least, by the relative luminance; links stand on --soft, of 0.914, or 0.018 in the dark.
  const light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  return `.w { --fill: ${hex}; --on: ${light > 0.179 ? "#000" : "#fff"}; --accent: ${light < 0.164 ? hex : LIGHT}; }
@media (prefers-color-scheme: dark) { .w { --accent: ${light > 0.257 ? hex : DARK}; } }`;
};

/**
 * The rest; what is not what this file was served with is refused.
 * @param {ShadowRoot} root
 * @param {string} attempt some browsers remember that an address failed: each attempt takes another one
 * @returns {Promise<typeof import("./widget/panel.js")>}
 */
const load = async (root, attempt) => {
  const address = new URL(REST + attempt, import.meta.url).href;
  const link = document.createElement("link");
  if (DIGEST && link.relList.supports("modulepreload")) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: "modulepreload", href: address, integrity: DIGEST, crossOrigin: "anonymous", onload: resolve });
      link.onerror = () => reject(new Error(`${address} did not come, or is not what it should be`));
      root.append(link);
    }).finally(() => link.remove());
  }
  return import(address);
};

/**
 * Attributes: `heading`, `greeting`, `position` (right or left), `accent` (a colour), `level` (usual or simple),
 * `mode` (button or page), `src` (the folder of the service; by default that of this script).
 * What stands inside is shown where this script is missing; in page mode, until the conversation stands there.
 */
class AssistantInvalidite extends HTMLElement {
  static observedAttributes = ["heading", "position", "accent"];

  #accent = new CSSStyleSheet();
  #frame = document.createElement("section");
  #corner = document.createElement("div");
  #button = document.createElement("button");
  #problem = document.createElement("p");
  #inside = document.createElement("slot");
  #failures = 0;
  /** @type {Panel | null} */
  #panel = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [base, this.#accent];
    this.#corner.className = "launch";
    this.#corner.role = "none";
    this.#corner.popover = "manual";
    this.#problem.setAttribute("role", "alert");
    this.#button.type = "button";
    this.#button.setAttribute("aria-haspopup", "dialog");
    this.#button.addEventListener("click", () => this.open());
    // A page that keeps all keys for itself must not keep it closed.
    for (const kind of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
      this.#button.addEventListener(kind, (event) => { if (/^( |Enter)$/.test(event.key)) event.stopPropagation(); });
    }
    this.#corner.append(this.#problem, this.#button);
    this.#frame.lang = "fr";
    this.#frame.append(this.#corner);
    root.append(this.#frame);
  }

  connectedCallback() {
    this.attributeChangedCallback();
    this.#show(false);
    // Something around it that is transformed takes it out of the corner of the window; above the page it is there again.
    requestAnimationFrame(() => { if (this.#corner.offsetParent) this.#corner.showPopover?.(); });
    if (this.#isPage) this.open();
  }

  disconnectedCallback() {
    this.#panel?.close();
    // Moved elsewhere in the page, it is there again already, and keeps the conversation.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#panel?.end();
      this.#panel = null;
      this.#show(false);
    });
  }

  attributeChangedCallback() {
    const heading = this.getAttribute("heading") || HEADING;
    this.#frame.className = `w ${this.getAttribute("position") === "left" ? "left" : "right"} ${this.#isPage ? "page" : ""}`;
    // Not the name of its button and dialog, which would be heard three times.
    this.#frame.setAttribute("aria-label", this.#isPage ? heading : "Assistant");
    this.#button.textContent = heading;
    this.#accent.replaceSync(accentRules(this.getAttribute("accent")));
  }

  /** Open the conversation, as the button does. */
  async open() {
    if (this.#button.hasAttribute("aria-busy")) return;
    this.#problem.textContent = "";
    this.#button.setAttribute("aria-busy", "true");
    try {
      const root = /** @type {ShadowRoot} */ (this.shadowRoot);
      const { Panel } = await load(root, this.#failures ? `&${this.#failures}` : "");
      if (!this.isConnected) return;
      const src = this.getAttribute("src");
      this.#panel ??= new Panel(root, this.#frame, {
        base: (src === null ? new URL(".", import.meta.url) : new URL(src.replace(/\/*$/, "/"), document.baseURI)).href,
        heading: this.#button.textContent,
        greeting: this.getAttribute("greeting"),
        simple: this.getAttribute("level") === "simple",
        page: this.#isPage,
        element: this,
        closed: () => {
          this.#show(false);
          this.#button.focus();
        },
      });
      this.#panel.open();
      this.#show(true);
    } catch (error) {
      this.#failures += 1;
      this.#problem.textContent = UNREACHABLE;
      console.error(error);
    } finally {
      this.#button.removeAttribute("aria-busy");
    }
  }

  /** Close it; the focus goes back to the button. */
  close() {
    this.#panel?.close();
  }

  get #isPage() {
    return this.getAttribute("mode") === "page";
  }

  /** @param {boolean} open */
  #show(open) {
    this.#corner.hidden = open || this.#isPage;
    if (!open && this.#isPage) this.shadowRoot?.append(this.#inside);
    else if (this.#inside.parentNode) this.#inside.remove();
  }
}

if (!customElements.get("assistant-invalidite")) customElements.define("assistant-invalidite", AssistantInvalidite);
