// @ts-check
// The service over HTTP. The conversation is known by a cookie that no script can read, else by a token in memory.

const OFFLINE = "Je n'arrive pas à joindre l'assistant. Vérifiez votre connexion, puis réessayez. Votre message n'est pas perdu.";
export const BROKEN = "L'assistant a un problème. Attendez un instant, puis réessayez. Votre message n'est pas perdu.";
const LONGEST_WAIT = 60000; // milliseconds; asking again is safe, for a message is never answered twice

/** What went wrong: the status (0 without an answer) and a sentence that can be shown. */
export class Problem extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** A name that nothing else has. `randomUUID` is missing on pages without https. */
export const unique = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

/**
 * Entries as they can be told apart; what is none is left out.
 * @param {Entry[]} messages
 */
const entriesOf = (messages) => messages
  .filter((entry) => Number.isInteger(entry?.number) && ["person", "assistant"].includes(entry.from))
  .map((entry) => ({ ...entry, text: typeof entry.text === "string" ? entry.text : "" }));

export class Api {
  #base;
  /** @type {string | null} */
  #token = null;

  /** @param {string} base address of the folder of the service */
  constructor(base) {
    this.#base = `${base}api/v1/`;
  }

  /** Whether each tab has a conversation of its own. */
  get alone() {
    return Boolean(this.#token);
  }

  /**
   * Begin a conversation; `kept`: by a cookie, otherwise by a token that is gone with the page.
   * @param {boolean} kept
   * @param {string[]} [said] what the person had said in one that is forgotten
   * @param {boolean} [simple]
   */
  async begin(kept, said = [], simple = false) {
    const reply = await this.#call("POST", "conversations", { ...(kept && { keep: "cookie" }), ...(said.length && { said }), ...(simple && { level: "simple" }) });
    this.#token = reply.token ?? null;
    return entriesOf(reply.messages);
  }

  /** @param {number} after number of the last entry known @throws {Problem} 401: none was begun; 404: it is forgotten */
  async entries(after) {
    const { messages } = await this.#call("GET", `conversations/current?after=${after}`);
    if (!messages) throw new Problem(401, ""); // the service knows of none in this browser
    return entriesOf(messages);
  }

  /** @param {Sent} words */
  async say(words) {
    const reply = await this.#call("POST", "conversations/current/messages", words);
    return { ...reply, messages: entriesOf(reply.messages) };
  }

  async erase() {
    try {
      await this.#call("DELETE", "conversations/current");
    } catch (problem) {
      if (!(problem instanceof Problem && [401, 404].includes(problem.status))) throw problem;
    }
    this.#token = null;
  }

  /** @param {number} number @param {boolean} useful */
  judge(number, useful) {
    return this.#call("POST", "conversations/current/feedback", { number, useful });
  }

  /** @param {number} latitude @param {number} longitude */
  async nearest(latitude, longitude) {
    const { message } = await this.#call("POST", "france-services/nearest", { latitude, longitude });
    if (!message) throw new Problem(500, BROKEN);
    return message;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<Reply>}
   */
  async #call(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = body ? { "Content-Type": "application/json" } : {};
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(), LONGEST_WAIT);
    try {
      const response = await fetch(this.#base + path, {
        method, headers, credentials: "include", cache: "no-store", signal: cut.signal, body: body && JSON.stringify(body),
      });
      const content = response.status === 204 ? {} : await response.json().catch(() => null);
      if (response.ok && content) return content;
      // Only refusals of the service itself have a code; what stands between it and us has statuses and words of its own.
      throw content?.error ? new Problem(response.status, String(content.message)) : new Problem(500, BROKEN);
    } catch (problem) {
      throw problem instanceof Problem ? problem : new Problem(0, OFFLINE);
    } finally {
      clearTimeout(timer);
    }
  }
}
