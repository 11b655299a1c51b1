// @ts-check
// A conversation with the service: begun at the first message, found again after a reload, the same in two tabs,
// each message answered once and each entry shown once. Nothing here touches the page.
import { Api, Problem, unique } from "./api.js";

/** @typedef {{anew: boolean, entries: Entry[]}} News what is to be shown; `anew`: instead of all that was shown */

/**
 * Whether the conversation does not exist any more.
 * @param {unknown} problem
 * @returns {problem is Problem}
 */
export const isGone = (problem) => problem instanceof Problem && [401, 404].includes(problem.status);

/** @param {unknown} problem whether the same message would be refused again */
export const isRefused = (problem) => problem instanceof Problem && [400, 403, 409, 413].includes(problem.status);

/** @param {string} host the part of its name that sites of one owner share, as a rule */
const owner = (host) => host.split(".").slice(-2).join(".");

export class Exchange {
  #api;
  #kept; // whether the browser may keep a cookie for us: not on a site of somebody else
  #tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("assistant-invalidite") : null;
  #begun = false;
  #looked = false;
  #last = 0; // number of the last entry
  /** @type {Map<number, string | undefined>} text of each entry shown, by number */
  #known = new Map();
  /** @type {string[]} what the person said */
  #said = [];
  /** @type {{key: string, id: string} | null} the message that has not been answered yet */
  #pending = null;

  /**
   * @param {string} base address of the folder of the service
   * @param {(anew: boolean) => void} elsewhere another tab went on, or began anew
   */
  constructor(base, elsewhere) {
    this.#api = new Api(base);
    this.#kept = owner(new URL(base).hostname) === owner(location.hostname);
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => this.#api.alone || elsewhere(data === "anew");
  }

  /** Whether the service knows this conversation. */
  get begun() {
    return this.#begun;
  }

  /** Whether the conversation that this browser may have had was looked for. */
  get looked() {
    return this.#looked;
  }

  /** Whether the person has not said anything yet. */
  get empty() {
    return !this.#known.size;
  }

  /**
   * The conversation that this browser had already; null when it has none.
   * @returns {Promise<News | null>}
   * @throws {Problem} 404: it had one, which is forgotten
   */
  async find() {
    try {
      const news = await this.#news(await this.#api.entries(0));
      this.#begun = this.#looked = true;
      return news;
    } catch (problem) {
      if (!isGone(problem)) throw problem;
      this.#looked = true;
      if (problem.status === 404) throw problem;
      return null;
    }
  }

  /**
   * Send a message; the same words after a failure are the same message, which is never answered twice.
   * @param {Words} words
   * @param {boolean} simple
   * @returns {Promise<News & {erased: boolean}>}
   */
  async say(words, simple) {
    const key = JSON.stringify(words);
    if (this.#pending?.key !== key) this.#pending = { key, id: unique() };
    const fresh = !this.#begun;
    const { messages, erased = false } = await this.#deliver({ ...words, id: this.#pending.id, ...(simple && { level: "simple" }) });
    this.#pending = null;
    if (erased) this.forget();
    this.#tabs?.postMessage(erased || fresh ? "anew" : "said");
    if (erased) return { anew: true, entries: messages.filter(({ from }) => from === "assistant").map((entry) => ({ ...entry, number: 0 })), erased };
    return { ...(await this.#news(messages)), erased };
  }

  /** What was said elsewhere since; `begun`: even where nothing was said yet. */
  async sync(begun = this.#begun) {
    if (!begun) return null;
    const news = await this.#news(await this.#api.entries(this.#last));
    this.#begun = true;
    return news;
  }

  /**
   * Go on where the service forgot the conversation: what the person said is said anew, the answers replace what is shown.
   * @param {boolean} simple
   * @returns {Promise<News>}
   */
  async resume(simple) {
    const entries = await this.#api.begin(this.#kept && !this.#api.alone, this.#said, simple);
    this.forget();
    this.#begun = true;
    this.#tabs?.postMessage("anew");
    return { ...(await this.#news(entries)), anew: true };
  }

  async erase() {
    if (this.#begun || !this.#looked) await this.#api.erase();
    this.#tabs?.postMessage("anew");
    this.forget();
  }

  /** Begin anew with the next message. */
  forget() {
    this.#begun = false;
    this.#last = 0;
    this.#pending = null;
    this.#known.clear();
    this.#said = [];
  }

  /** The same words, sent again, are another message. */
  drop() {
    this.#pending = null;
  }

  /** @param {number} number of an entry @param {boolean} useful */
  judge(number, useful) {
    return this.#api.judge(number, useful);
  }

  /** @param {[latitude: number, longitude: number]} position */
  nearest(position) {
    return this.#api.nearest(...position);
  }

  end() {
    this.#tabs?.close();
  }

  /** @param {Sent} sent */
  async #deliver(sent) {
    if (!this.#begun) await this.#begin(this.#kept);
    try {
      return await this.#api.say(sent);
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 401 && this.empty)) throw problem;
      await this.#begin(false); // this browser keeps no cookie for us
      return this.#api.say(sent);
    }
  }

  /** @param {boolean} kept */
  async #begin(kept) {
    this.#last = (await this.#api.begin(kept)).at(-1)?.number ?? 0;
    this.#begun = true;
  }

  /**
   * What is new. An entry that differs, or a missing one, means that another tab began anew or went on: all is asked again.
   * @param {Entry[]} entries
   * @returns {Promise<News>}
   */
  async #news(entries) {
    const anew = entries.some(({ number, text }) => this.#known.has(number) && this.#known.get(number) !== text);
    if (anew) {
      this.forget();
      this.#begun = true;
    }
    if (anew || (entries[0]?.number ?? 0) > this.#last + 1) entries = await this.#api.entries(this.#last);
    const fresh = entries.filter((entry) => {
      if (entry.number <= this.#last) return false;
      this.#last = entry.number;
      if (this.empty && entry.from !== "person") return false; // the greeting, which stands there already
      this.#known.set(entry.number, entry.text);
      if (entry.from === "person") this.#said.push(entry.text);
      return true;
    });
    return { anew, entries: fresh };
  }
}
