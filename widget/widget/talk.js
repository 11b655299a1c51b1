// @ts-check
// The conversation on the page: what is sent, what comes, what is shown and heard of it, and what is said when it fails.
import { BROKEN, Problem } from "./api.js";
import { hush } from "./device.js";
import { button, make } from "./elements.js";
import { Exchange, isGone, isRefused } from "./exchange.js";
import { announced } from "./message.js";
import { Notices } from "./notices.js";
import { SIMPLER, Transcript } from "./transcript.js";
import * as words from "./words.js";

/** @typedef {import("./exchange.js").News} News */

const LONGEST = 2000; // characters

export class Talk {
  notices = new Notices();
  field = make("textarea", { id: "field", rows: 1, autocomplete: "off", enterkeyhint: "send", "aria-describedby": "help" });
  send = button("Envoyer", () => this.submit(), { class: "main" });
  transcript;
  /** What ends when something is said. */
  silence = hush;
  #root;
  #options;
  #exchange;
  #opened = false;
  #open = false;
  /** @type {Promise<void> | null} */
  #finding = null;
  /** @type {(() => void) | null} */
  #missed = null; // tells what came while nobody saw it
  #late = false; // another tab went on while this one was busy
  #simple;

  /** @param {ShadowRoot} root @param {PanelOptions} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#simple = options.simple;
    this.#exchange = new Exchange(options.base, (anew) => this.#elsewhere(anew));
    this.transcript = new Transcript({
      say: (said) => this.say(said),
      near: (locate) => this.#near(locate),
      judge: (number, useful) => this.#judge(number, useful),
    }, !options.page);
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
  }

  /** Somebody looks: the first time, find again the conversation of this browser, if there is one. */
  open() {
    this.#open = true;
    if (this.#opened) {
      this.#missed?.();
      this.#missed = null;
      return this.sync();
    }
    this.#opened = true;
    this.#greet();
    this.#finding = this.#attempt(() => this.#find(), true);
  }

  close() {
    this.#open = false;
  }

  end() {
    this.#exchange.end();
  }

  /** Whether answers come in simpler words. */
  get simple() {
    return this.#simple;
  }

  submit() {
    const text = this.field.value.trim();
    if (text.length > LONGEST) this.notices.alert(words.tooLong(text.length, LONGEST));
    else if (text) this.say({ text });
    this.field.focus();
  }

  /** @param {Words} said */
  async say(said) {
    if (this.notices.busy && !this.#exchange.looked) {
      this.notices.note(words.FINDING);
      await this.#finding;
    }
    if (this.notices.busy) return this.notices.note(words.BUSY);
    this.silence();
    return this.#attempt(async () => {
      const written = this.#root.activeElement === this.field;
      await this.#find();
      const news = await this.#exchange.say(said, this.#simple);
      if ("text" in said && this.field.value.trim() === said.text) this.field.value = "";
      this.#add(news, true, !written || news.erased);
    });
  }

  /** @param {string} text of something that has no sense before the conversation begins */
  ask(text) {
    if (this.#exchange.begun || !this.#exchange.looked) this.say({ text });
    else this.notices.note(words.NOT_BEGUN);
  }

  simplify() {
    this.#simple = !this.#simple;
    this.notices.note(this.#simple ? words.SIMPLE : words.COMPLETE);
    if (this.#simple && !this.#exchange.empty) this.say({ text: SIMPLER });
  }

  erase() {
    return this.#attempt(async () => {
      await this.#exchange.erase();
      this.#clear();
      this.notices.note(words.ERASED);
      this.field.focus();
    });
  }

  /** What was said in another tab. @param {boolean} [begun] even if this one knows of no conversation */
  async sync(begun) {
    if (!this.#opened || this.notices.busy) return;
    this.#late = false;
    try {
      const news = await this.#exchange.sync(begun);
      if (news) this.#add(news, false);
    } catch (problem) {
      if (isGone(problem) && !this.#exchange.empty) this.#fail(problem, async () => {});
    }
  }

  #greet() {
    const focused = this.#root.activeElement;
    this.transcript.begin(this.#options.greeting || words.GREETING);
    if (focused && !focused.isConnected) this.transcript.element.querySelector("h3")?.focus({ preventScroll: true });
  }

  async #find() {
    if (this.#exchange.looked) return;
    let said = "";
    try {
      const news = await this.#exchange.find();
      if (news) this.#add(news, false);
    } catch (problem) {
      if (!isGone(problem)) throw problem;
      this.notices.note((said = words.FORGOTTEN));
    }
    // A page is read from its beginning, and the greeting with it.
    if (!this.#options.page) said += ` ${this.#options.greeting || words.GREETING} ${words.CAUTION}`;
    this.notices.tell(this.#exchange.empty ? said : words.FOUND);
  }

  /** @param {() => Promise<unknown>} work which needs the service @param {boolean} [quiet] */
  async #attempt(work, quiet = false) {
    this.send.setAttribute("aria-disabled", "true");
    await this.notices.wait(work, (problem) => this.#fail(problem, work), quiet);
    if (this.notices.busy) return;
    this.send.removeAttribute("aria-disabled");
    if (this.#late) this.sync(true);
  }

  /** @param {unknown} problem @param {() => Promise<unknown>} work */
  #fail(problem, work) {
    const message = problem instanceof Problem ? problem.message : BROKEN;
    if (isGone(problem)) {
      // Without its cookie it was erased, perhaps in another page: nothing of it is offered again.
      if (problem.status === 401) return this.#anew();
      const { empty } = this.#exchange;
      const resume = !empty && { [words.RESUME]: () => { this.field.focus({ preventScroll: true }); this.#attempt(() => this.#resume()); } };
      const parts = [words.LOST, !empty && words.RESUMABLE, this.field.value.trim() && words.KEPT];
      this.notices.alert(parts.filter(Boolean).join(" "), { ...resume, [words.ANEW]: () => this.#anew() });
    } else if (isRefused(problem)) {
      this.#exchange.drop();
      this.notices.alert(message);
      setTimeout(() => this.sync()); // perhaps another tab went on
    } else this.notices.alert(message, { [words.AGAIN]: () => { this.field.focus({ preventScroll: true }); this.#attempt(work); } });
  }

  /** @param {boolean} anew what another tab did */
  #elsewhere(anew) {
    if (!this.#opened) return;
    if (anew) this.#clear();
    this.#late = true;
    this.sync(true);
  }

  async #resume() {
    try {
      this.#add(await this.#exchange.resume(this.#simple), false);
    } catch (problem) {
      if (!isRefused(problem)) throw problem;
      return this.notices.alert(words.TOO_LONG, { [words.ANEW]: () => this.#anew() });
    }
    this.notices.note(words.RESUMED);
    this.field.focus({ preventScroll: true });
  }

  #anew() {
    this.#clear();
    this.notices.tell(words.READY);
    this.field.focus();
  }

  #clear() {
    hush();
    this.notices.calm();
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
    const focused = this.#root.activeElement;
    const items = entries.map((entry) => this.transcript.add(entry));
    if (!items.length) {
      if (aloud) this.notices.note(words.ALREADY);
      return;
    }
    move = this.#open && (move || Boolean(focused && !focused.isConnected)); // a button that is gone was perhaps held
    const first = entries.findIndex(({ from }) => from === "assistant");
    if (move) items[first]?.querySelector("h3")?.focus({ preventScroll: true });
    const said = entries.map((entry, index) => (entry.from === "assistant" ? announced(entry, !(move && index === first)) : ""));
    const tell = () => {
      // Of a conversation that is found again, the last question.
      this.transcript.reach(items[Math.max(0, entries.map(({ from }) => from).lastIndexOf("person"))]);
      if (aloud) this.notices.tell(said.join(" ").trim());
    };
    if (this.#open) tell();
    else this.#missed = tell;
  }

  /** @param {Locate} locate */
  #near(locate) {
    this.#attempt(async () => {
      const found = await this.#exchange.nearest(await locate());
      if (!found) return;
      const item = this.transcript.show(found);
      item.querySelector("h3")?.focus({ preventScroll: true });
      this.transcript.reach(item);
      this.notices.tell(announced(found, false));
    });
  }

  /** @param {number} number @param {boolean} useful */
  async #judge(number, useful) {
    const noted = await this.#exchange.judge(number, useful).then(() => true, () => false);
    noted ? this.notices.note(words.THANKS) : this.notices.alert(words.NO_THANKS);
    return noted;
  }
}
