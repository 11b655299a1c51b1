// @ts-check
// The messages on the page, oldest first, each with the buttons that belong to it.
import { hush, positionButton, read } from "./device.js";
import { button, make } from "./elements.js";
import { assistantItem, bare, choices, paragraph, personItem, spoken } from "./message.js";
import { CAUTION, READ, STOP_READING, SUGGESTIONS } from "./words.js";

const JUDGED = ["answer", "verdict", "places", "out_of_scope"];
const SAID_SIMPLER = ["answer", "question", "verdict"];
export const SIMPLER = "plus simple";
const WHENCE = "d'où vient ce chiffre\u00a0?";

/**
 * @typedef {object} Ways what the buttons of messages do
 * @property {(words: Words) => void} say
 * @property {(locate: Locate) => void} near
 * @property {(number: number, useful: boolean) => Promise<boolean>} judge whether it was noted
 */

/** @param {boolean} up a drawing, for not every machine has a letter for it */
const thumb = (up) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of [["viewBox", "0 0 24 24"], ["class", up ? "thumb" : "thumb down"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  svg.appendChild(document.createElementNS(svg.namespaceURI, "path")).setAttribute("d", "M2 10h4v11H2zM9 21V10l4-8q3 0 3 3v4h6l-2 12z");
  return svg;
};

export class Transcript {
  #ways;
  #entries = make("ol", { class: "entries", role: "list" });
  element;

  /** @param {Ways} ways @param {boolean} scrolls in a box of its own: the keyboard must reach it */
  constructor(ways, scrolls) {
    this.#ways = ways;
    const box = scrolls && { tabindex: 0, role: "group", "aria-label": "Conversation" };
    this.element = make("div", { class: "talk", ...box }, this.#entries);
  }

  /** @param {string} greeting the first message, which the browser says by itself: nothing has been sent yet */
  begin(greeting) {
    const message = { kind: "smalltalk", blocks: [paragraph(greeting), paragraph(CAUTION)], choices: SUGGESTIONS.map((label) => ({ label })) };
    const item = assistantItem(message);
    item.append(choices(message, ({ label }) => this.#ways.say({ text: label })));
    this.#entries.replaceChildren(item);
  }

  /** @param {Entry} entry */
  add(entry) {
    if (entry.from === "assistant") return this.show(entry, entry.number);
    for (const passed of this.#entries.querySelectorAll(".now")) passed.remove();
    const item = personItem(entry.text);
    this.#entries.append(item);
    return item;
  }

  /**
   * A message that is not made as it should be is shown by its words alone, and keeps no other from being shown.
   * @param {Message} message @param {number} [number] none when the service has not kept it
   */
  show(message, number) {
    try {
      return this.#show(message, number);
    } catch {
      return this.#show(bare(message), number);
    }
  }

  /** @param {Message} message @param {number} [number] */
  #show(message, number) {
    const item = assistantItem(message);
    if (message.choices?.length) item.append(choices(message, ({ id, label }) => this.#ways.say(id ? { choice: id } : { text: label })));
    if (message.expects === "place") item.append(positionButton(this.#ways.near) ?? "");
    item.append(this.#tools(message, number));
    this.#entries.append(item);
    return item;
  }

  /** @param {HTMLElement} item brought to where it can be read from its beginning */
  reach(item) {
    const talk = this.element;
    if (getComputedStyle(talk).overflowY !== "auto") item.scrollIntoView({ block: "start" });
    else if (talk.scrollHeight > talk.clientHeight + 1) talk.scrollTop = item.offsetTop - 8;
  }

  /** @param {Message} message @param {number} [number] */
  #tools(message, number) {
    /** @type {HTMLElement[]} */
    const tools = [];
    const ask = (/** @type {string} */ label, /** @type {string} */ text) =>
      tools.push(make("li", { class: "now" }, button(label, () => this.#ways.say({ text }))));
    const only = message.kind === "question" && !message.choices?.length && !message.expects; // the words before a question
    if (number && SAID_SIMPLER.includes(message.kind) && !only) ask("Plus simple", SIMPLER);
    if (number && message.figures?.length) ask("D'où vient ce chiffre\u00a0?", WHENCE);
    const pieces = [message.title ?? "", ...spoken(message)].filter(Boolean);
    const voice = button(READ, () => {
      if (voice.textContent !== READ) return hush();
      read(pieces, () => { voice.textContent = READ; });
      voice.textContent = STOP_READING;
    });
    tools.push(make("li", { class: "voice" }, voice));
    if (number && JUDGED.includes(message.kind)) tools.push(...this.#opinions(number));
    return make("ul", { class: "tools", role: "list", "aria-label": "À propos de ce message" }, ...tools);
  }

  /** @param {number} number */
  #opinions(number) {
    /** @type {boolean | null} */
    let given = null; // an opinion pressed twice counts once
    /** @type {HTMLElement[]} */
    const buttons = [true, false].map((useful) => {
      const one = button(useful ? "Utile" : "Pas utile", async () => {
        if (given === useful) return;
        const before = given;
        given = useful;
        if (!(await this.#ways.judge(number, useful))) {
          given = before;
          return;
        }
        buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === one)));
      }, { "aria-pressed": "false" });
      one.prepend(thumb(useful));
      return one;
    });
    return buttons.map((one) => make("li", {}, one));
  }
}
