// @ts-check
// The open panel: its parts, how it is opened and closed, its menu.
import { hush, whenVoices } from "./device.js";
import { dictation } from "./dictation.js";
import { button, make } from "./elements.js";
import { menu, sizes } from "./menu.js";
import { sheet } from "./styles.js";
import { Surface, takeThePlace } from "./surface.js";
import { Talk } from "./talk.js";
import * as words from "./words.js";

export class Panel {
  #root;
  #options;
  #talk;
  #surface;
  #dictation;
  #menu;
  #panel;
  #ends = new AbortController();
  #title = make("h2", { id: "title", tabindex: -1 });
  #open = false;

  /** @param {ShadowRoot} root @param {HTMLElement} frame @param {PanelOptions} options */
  constructor(root, frame, options) {
    const { heading, page } = options;
    this.#root = root;
    this.#options = options;
    this.#talk = new Talk(root, options);
    const { field, send, notices, transcript } = this.#talk;
    const told = (/** @type {string} */ text, /** @type {boolean} */ failed) => (failed ? notices.alert(text) : notices.note(text));
    this.#dictation = dictation(field, (...asked) => this.#confirm(...asked), told);
    this.#talk.silence = () => this.#silence();
    this.#title.textContent = heading;
    this.#menu = menu(this.#items());
    const header = make("header", {}, this.#title, make("div", { class: "row" }, this.#menu.element, !page && button("Fermer", () => this.close())));
    const form = make("form", { submit: (event) => { event.preventDefault(); this.#talk.submit(); } },
      make("div", { class: "row" }, make("label", { for: "field" }, "Votre message"), this.#dictation.element),
      make("div", { class: "row" }, field, send),
      make("p", { id: "help", class: "small" }, "Entrée envoie, Maj + Entrée va à la ligne."));
    const [status, problem, live] = notices.elements;
    this.#panel = make(page ? "div" : "dialog", { class: "panel" }, header, transcript.element, status, problem, form, live);
    if (!page) this.#panel.setAttribute("aria-labelledby", "title");
    frame.append(this.#panel);
    root.adoptedStyleSheets.push(sheet);
    this.#surface = new Surface(root, this.#panel, () => this.#menu.close() || this.close(), this.#ends.signal);
    this.#listenToAll();
  }

  /** Show it; the first time, find again the conversation of this browser, if there is one. */
  open() {
    if (this.#open) return;
    this.#open = true;
    this.#surface.show();
    if (this.#options.page) takeThePlace(this.#options.element, this.#talk.field, this.#ends.signal);
    else this.#title.focus();
    this.#talk.open();
  }

  /** Hide it, and tell the page's button. */
  close() {
    if (!this.#open || this.#options.page) return;
    this.#open = false;
    this.#surface.hide();
    this.#silence();
    this.#talk.close();
    this.#options.closed();
  }

  /** Leave the page for good. */
  end() {
    this.#silence();
    this.#ends.abort();
    this.#talk.end();
    this.#panel.remove();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((one) => one !== sheet);
  }

  #listenToAll() {
    const { signal } = this.#ends;
    const { notices } = this.#talk;
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#talk.sync(), { signal });
    globalThis.addEventListener("focus", () => this.#talk.sync(), { signal });
    globalThis.addEventListener("offline", () => notices.note(words.DISCONNECTED), { signal });
    globalThis.addEventListener("online", () => { notices.note(words.CONNECTED); this.#talk.sync(); }, { signal });
    whenVoices((some) => this.#panel.classList.toggle("mute", !some), signal);
  }

  #items() {
    const { base } = this.#options;
    const ask = (/** @type {string} */ label, /** @type {string} */ text) => ({ label, press: () => this.#talk.ask(text) });
    return [
      ask("Recommencer", "recommencer"),
      ...sizes((name) => { this.#panel.dataset.size = name; }),
      { label: "Langage plus simple", press: () => this.#talk.simplify(), pressed: () => this.#talk.simple },
      ask("Imprimer le résumé", "imprimer"),
      ask("Dates pour mon agenda", "agenda"),
      { label: "Parler à un humain", press: () => this.#talk.say({ text: "parler à un humain" }) },
      { label: "Effacer mes données", press: () => this.#confirm(words.SURE, words.YES_ERASE, () => this.#talk.erase()) },
      { label: "Confidentialité", href: `${base}confidentialite` },
      { label: "Accessibilité", href: `${base}accessibilite` },
    ];
  }

  /** @param {string} question @param {string} yes @param {() => void} act */
  #confirm(question, yes, act) {
    const back = this.#root.activeElement;
    const go = () => { this.#talk.field.focus({ preventScroll: true }); act(); }; // the button that is pressed goes
    const [first] = this.#talk.notices.alert(question, { [yes]: go, [words.CANCEL]: () => back instanceof HTMLElement && back.focus() });
    first.focus();
  }

  #silence() {
    hush();
    this.#dictation.stop();
  }
}
