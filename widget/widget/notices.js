// @ts-check
// What is said beside the conversation: waiting, problems, questions of the panel itself, and the one voice for screen readers.
import { button, make } from "./elements.js";
import { BUSY, SLOW, WRITING } from "./words.js";

export class Notices {
  #status = make("p", { class: "status" });
  #problem = make("div", { class: "problem", role: "alert" });
  #live = make("div", { class: "vh", role: "status", "aria-live": "polite" });
  #busy = false;

  /** Where it is seen, then where it is heard. */
  get elements() {
    return [this.#status, this.#problem, this.#live];
  }

  get busy() {
    return this.#busy;
  }

  /** @param {string} text heard once */
  tell(text) {
    this.#live.textContent = text && text === this.#live.textContent ? `${text}\u00a0` : text;
  }

  /** @param {string} text seen and heard, until something else happens */
  note(text) {
    this.#status.textContent = text;
    if (text) this.tell(text);
  }

  /**
   * Something that asks for attention.
   * @param {string} text
   * @param {Record<string, () => void>} [ways] what can be done about it
   */
  alert(text, ways = {}) {
    const buttons = Object.entries(ways).map(([label, press]) => button(label, () => { this.calm(); press(); }));
    this.#problem.replaceChildren(make("p", {}, text), make("div", { class: "row" }, ...buttons));
    return buttons;
  }

  calm() {
    this.#problem.replaceChildren();
  }

  /**
   * Do what takes time, one thing after the other, with signs of waiting.
   * @param {() => Promise<unknown>} work
   * @param {(problem: unknown) => void} fail
   * @param {boolean} quiet without signs of writing
   */
  async wait(work, fail, quiet) {
    if (this.#busy) return this.note(BUSY);
    this.#busy = true;
    this.calm();
    this.note("");
    const timers = quiet ? [] : [
      setTimeout(() => { this.#status.textContent = WRITING; }, 300),
      setTimeout(() => this.tell(WRITING), 2500),
      setTimeout(() => this.note(SLOW), 10000),
    ];
    try {
      await work();
    } catch (problem) {
      fail(problem);
    }
    timers.forEach(clearTimeout);
    if ([WRITING, SLOW, BUSY].includes(this.#status.textContent ?? "")) this.#status.textContent = "";
    this.#busy = false;
  }
}
