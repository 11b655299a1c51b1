// @ts-check
// The open conversation: its parts, and what each does to the others.
import { hush, whenVoices } from "./device.js";
import { dictation } from "./dictation.js";
import { button, make } from "./elements.js";
import { Exchange, isGone, isRefused } from "./exchange.js";
import { menu, sizes } from "./menu.js";
import { announced } from "./message.js";
import { Notices } from "./notices.js";
import { sheet } from "./styles.js";
import { Surface, takeThePlace } from "./surface.js";
import { SIMPLER, Transcript } from "./transcript.js";
import * as words from "./words.js";

/** @typedef {import("./exchange.js").News} News */

const LONGEST = 2000; // characters

export class Panel {
  #root;
  #options;
  #exchange;
  #surface;
  #ends = new AbortController();
  #notices = new Notices();
  #transcript;
  #title = make("h2", { id: "title", tabindex: -1 });
  #field = make("textarea", { id: "field", rows: 1, autocomplete: "off", enterkeyhint: "send", "aria-describedby": "help" });
  #send = button("Envoyer", () => this.#submit(), { class: "main" });
  #dictation = dictation(this.#field, (...asked) => this.#confirm(...asked), (text) => this.#notices.note(text));
  #menu;
  #panel;
  #opened = false;
  #open = false;
  #simple;

  /** @param {ShadowRoot} root @param {HTMLElement} frame @param {PanelOptions} options */
  constructor(root, frame, options) {
    const { heading, page } = options;
    this.#root = root;
    this.#options = options;
    this.#simple = options.simple;
    this.#exchange = new Exchange(options.base, (anew) => this.#elsewhere(anew));
    this.#transcript = new Transcript({
      say: (said) => this.#say(said),
      near: (locate) => this.#near(locate),
      judge: (number, useful) => this.#judge(number, useful),
    }, !page);
    this.#title.textContent = heading;
    this.#menu = menu(this.#items());
    const header = make("header", {}, this.#title, make("div", { class: "row" }, this.#menu.element, !page && button("Fermer", () => this.close())));
    const form = make("form", { submit: (event) => { event.preventDefault(); this.#submit(); } },
      make("div", { class: "row" }, make("label", { for: "field" }, "Votre message"), this.#dictation.element),
      make("div", { class: "row" }, this.#field, this.#send),
      make("p", { id: "help", class: "small" }, "Entrée pour envoyer, Maj + Entrée pour aller à la ligne."));
    const [status, problem, live] = this.#notices.elements;
    this.#panel = make(page ? "div" : "dialog", { class: "panel" }, header, this.#transcript.element, status, problem, form, live);
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
    if (this.#options.page) takeThePlace(this.#options.element, this.#field, this.#ends.signal);
    else this.#title.focus();
    if (this.#opened) return this.#sync();
    this.#opened = true;
    this.#greet();
    this.#attempt(() => this.#find(), true);
  }

  /** Hide it, and tell the page's button. */
  close() {
    if (!this.#open || this.#options.page) return;
    this.#open = false;
    this.#surface.hide();
    this.#silence();
    this.#options.closed();
  }

  /** Leave the page for good. */
  end() {
    this.#silence();
    this.#ends.abort();
    this.#exchange.end();
    this.#panel.remove();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((one) => one !== sheet);
  }

  #listenToAll() {
    const { signal } = this.#ends;
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#sync(), { signal });
    globalThis.addEventListener("focus", () => this.#sync(), { signal });
    globalThis.addEventListener("offline", () => this.#notices.note(words.DISCONNECTED), { signal });
    globalThis.addEventListener("online", () => { this.#notices.note(words.CONNECTED); this.#sync(); }, { signal });
    whenVoices((some) => this.#panel.classList.toggle("mute", !some), signal);
  }

  #greet() {
    this.#transcript.begin(this.#options.greeting || words.GREETING);
  }

  async #find() {
    if (this.#exchange.looked) return;
    let said = "";
    try {
      const news = await this.#exchange.find();
      if (news) this.#add(news, false);
    } catch (problem) {
      if (!isGone(problem)) throw problem;
      this.#notices.note((said = words.FORGOTTEN));
    }
    this.#notices.tell(this.#exchange.empty ? `${said} ${this.#options.greeting || words.GREETING} ${words.CAUTION}` : words.FOUND);
  }

  /** @param {() => Promise<unknown>} work which needs the service @param {boolean} [quiet] */
  async #attempt(work, quiet = false) {
    this.#send.setAttribute("aria-disabled", "true");
    await this.#notices.wait(work, (problem) => this.#fail(problem, work), quiet);
    if (!this.#notices.busy) this.#send.removeAttribute("aria-disabled");
  }

  /** @param {unknown} problem @param {() => Promise<unknown>} work */
  #fail(problem, work) {
    const { message } = /** @type {Error} */ (problem);
    if (isGone(problem)) {
      const { empty } = this.#exchange;
      const resume = !empty && { [words.RESUME]: () => { this.#attempt(() => this.#resume()); } };
      const parts = [words.LOST, !empty && words.RESUMABLE, this.#field.value.trim() && words.KEPT];
      this.#notices.alert(parts.filter(Boolean).join(" "), { ...resume, [words.ANEW]: () => this.#anew() });
    } else if (isRefused(problem)) {
      this.#exchange.drop();
      this.#notices.alert(message);
      setTimeout(() => this.#sync()); // perhaps another tab went on
    } else this.#notices.alert(message, { [words.AGAIN]: () => { this.#field.focus({ preventScroll: true }); this.#attempt(work); } });
  }

  #submit() {
    const text = this.#field.value.trim();
    if (text.length > LONGEST) this.#notices.alert(words.tooLong(text.length, LONGEST));
    else if (text) this.#say({ text });
    this.#field.focus();
  }

  /** @param {Words} said */
  #say(said) {
    if (this.#notices.busy) return this.#notices.tell(words.BUSY);
    hush();
    return this.#attempt(async () => {
      const written = this.#root.activeElement === this.#field;
      await this.#find();
      const news = await this.#exchange.say(said, this.#simple);
      if ("text" in said && this.#field.value.trim() === said.text) this.#field.value = "";
      this.#add(news, true, !written || news.erased);
    });
  }

  /** @param {boolean} anew what another tab did */
  #elsewhere(anew) {
    if (!this.#opened) return;
    if (anew) this.#clear();
    this.#sync(true);
  }

  /** @param {boolean} [begun] */
  async #sync(begun) {
    if (!this.#opened || this.#notices.busy) return;
    try {
      const news = await this.#exchange.sync(begun);
      if (news) this.#add(news, false);
    } catch (problem) {
      if (isGone(problem) && !this.#exchange.empty) this.#fail(problem, async () => {});
    }
  }

  async #resume() {
    this.#add(await this.#exchange.resume(), false);
    this.#notices.note(words.RESUMED);
    this.#field.focus({ preventScroll: true });
  }

  #anew() {
    this.#clear();
    this.#notices.tell(words.READY);
    this.#field.focus();
  }

  #erase() {
    return this.#attempt(async () => {
      await this.#exchange.erase();
      this.#clear();
      this.#notices.note(words.ERASED);
      this.#field.focus();
    });
  }

  #clear() {
    hush();
    this.#notices.calm();
    this.#exchange.forget();
    this.#greet();
  }

  /**
   * Show what is new.
   * @param {News} news
   * @param {boolean} aloud
   * @param {boolean} [move] whether the focus goes to what was said
   */
  #add({ anew, entries }, aloud, move = false) {
    if (anew) this.#greet();
    const items = entries.map((entry) => this.#transcript.add(entry));
    if (!items.length) return;
    const first = entries.findIndex(({ from }) => from === "assistant");
    if (move) items[first]?.querySelector("h3")?.focus({ preventScroll: true });
    this.#transcript.reach(items[0]);
    const said = entries.map((entry, index) => (entry.from === "assistant" ? announced(entry, !(move && index === first)) : ""));
    if (aloud) this.#notices.tell(said.join(" ").trim());
  }

  /** @param {Locate} locate */
  #near(locate) {
    this.#attempt(async () => {
      const found = await this.#exchange.nearest(await locate());
      if (!found) return;
      const item = this.#transcript.show(found);
      item.querySelector("h3")?.focus({ preventScroll: true });
      this.#transcript.reach(item);
      this.#notices.tell(announced(found, false));
    });
  }

  /** @param {number} number @param {boolean} useful */
  async #judge(number, useful) {
    const noted = await this.#exchange.judge(number, useful).then(() => true, () => false);
    this.#notices.note(noted ? words.THANKS : words.NO_THANKS);
    return noted;
  }

  #items() {
    const { base } = this.#options;
    const ask = (/** @type {string} */ label, /** @type {string} */ text) => ({
      label, press: () => { this.#exchange.begun ? this.#say({ text }) : this.#notices.note(words.NOT_BEGUN); },
    });
    return [
      ask("Recommencer", "recommencer"),
      ...sizes((name) => { this.#panel.dataset.size = name; }),
      { label: "Langage plus simple", press: () => this.#simplify(), pressed: () => this.#simple },
      ask("Imprimer le résumé", "imprimer"),
      ask("Dates pour mon agenda", "agenda"),
      { label: "Parler à un humain", press: () => this.#say({ text: "parler à un humain" }) },
      { label: "Effacer mes données", press: () => this.#confirm(words.SURE, words.YES_ERASE, () => this.#erase()) },
      { label: "Confidentialité", href: `${base}confidentialite` },
      { label: "Accessibilité", href: `${base}accessibilite` },
    ];
  }

  #simplify() {
    this.#simple = !this.#simple;
    this.#notices.note(this.#simple ? words.SIMPLE : words.COMPLETE);
    if (this.#simple && !this.#exchange.empty) this.#say({ text: SIMPLER });
  }

  /** @param {string} question @param {string} yes @param {() => void} act */
  #confirm(question, yes, act) {
    const back = this.#root.activeElement;
    const [first] = this.#notices.alert(question, { [yes]: act, [words.CANCEL]: () => back instanceof HTMLElement && back.focus() });
    first.focus();
  }

  #silence() {
    hush();
    this.#dictation.stop();
  }
}
