// @ts-check
// What a conversation leans on: the service over HTTP, and what the device can do (read aloud, listen, say where it is).
import { button, make } from "./render.js";

// The conversation is known by a cookie that no script can read, else by a token in memory.
const OFFLINE = "Je n'arrive pas à joindre l'assistant. Vérifiez votre connexion, puis réessayez. Votre message n'est pas perdu.";
const BROKEN = "L'assistant a un problème. Attendez un instant, puis réessayez. Votre message n'est pas perdu.";
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
   */
  async begin(kept) {
    this.#token = null;
    const reply = await this.#call("POST", "conversations", kept ? { keep: "cookie" } : {});
    this.#token = reply.token ?? null;
    return reply.messages;
  }

  /** @param {number} after number of the last entry known */
  async entries(after) {
    return (await this.#call("GET", `conversations/current?after=${after}`)).messages;
  }

  /** @param {Sent} words */
  say(words) {
    return this.#call("POST", "conversations/current/messages", words);
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
    return (await this.#call("POST", "france-services/nearest", { latitude, longitude })).message;
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
      throw new Problem(response.ok ? 500 : response.status, String(content?.message ?? BROKEN));
    } catch (problem) {
      throw problem instanceof Problem ? problem : new Problem(0, OFFLINE);
    } finally {
      clearTimeout(timer);
    }
  }
}

// Only voices of the device itself read: others would send the text away.
const LOCALE = "fr-FR";

const voice = () => globalThis.speechSynthesis?.getVoices().find(({ lang, localService }) => localService && /^fr/i.test(lang));

/**
 * Tell whether a voice of this device can read French: now, and when its voices become known.
 * @param {(some: boolean) => void} tell
 * @param {AbortSignal} signal
 */
export const whenVoices = (tell, signal) => {
  const now = () => tell(Boolean(voice()));
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", now, { signal });
  now();
};

/** @type {(() => void) | null} */
let reading = null;

/** Stop reading, if anything is being read by us. */
export const hush = () => {
  const ended = reading;
  reading = null;
  if (!ended) return;
  speechSynthesis.cancel();
  ended();
};

/**
 * Read these pieces one after the other; short ones, for some browsers stop in the middle of long ones.
 * @param {string[]} pieces
 * @param {() => void} ended
 */
export const read = (pieces, ended) => {
  hush();
  reading = ended;
  const parts = pieces.flatMap((piece) => piece.match(/.{1,200}(?:[\s.;:!?]|$)|\S+/gs) ?? []);
  parts.forEach((part, index) => {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.lang = LOCALE;
    utterance.voice = voice() ?? null;
    const over = () => reading === ended && hush();
    if (index === parts.length - 1) utterance.onend = over;
    utterance.onerror = over;
    speechSynthesis.speak(utterance);
  });
};

const Listener = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export const canListen = Boolean(Listener);

/**
 * Listen until stopped; gives the function that stops.
 * @param {(text: string) => void} heard what was understood so far
 * @param {(problem: string) => void} ended with a sentence when something went wrong
 */
export const listen = (heard, ended) => {
  if (!Listener) return () => {};
  const recognition = new Listener();
  let problem = "";
  Object.assign(recognition, { lang: LOCALE, interimResults: true, continuous: true });
  recognition.onresult = ({ results }) => heard(Array.from(results, (result) => result[0].transcript).join(" ").replace(/\s+/g, " ").trim());
  recognition.onerror = ({ error }) => {
    if (error === "not-allowed" || error === "service-not-allowed") problem = "Votre navigateur n'a pas accès au micro. Vous pouvez écrire votre message.";
    else if (error !== "aborted") problem = "Je n'ai pas entendu. Vous pouvez essayer encore, ou écrire votre message.";
  };
  recognition.onend = () => ended(problem);
  recognition.start();
  return () => recognition.stop();
};

// "Près de ma position": asked of the browser only when pressed, rounded to about a kilometre before it leaves the page.
const NOTE = "Votre navigateur vous demandera votre accord. La position est arrondie à un kilomètre environ, et n'est pas conservée.";
const REFUSED = "Je n'ai pas reçu votre position. Vous pouvez écrire le nom de votre commune ou son code postal.";

/** @param {number} degrees */
const rounded = (degrees) => Math.round(degrees * 100) / 100;

/** @type {Locate} where the person is, about */
const located = () =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([rounded(coords.latitude), rounded(coords.longitude)]),
      () => reject(new Error(REFUSED)),
      { maximumAge: 600000, timeout: 20000 },
    );
  });

/**
 * A button with its explanation; null where the browser has no position to give.
 * @param {(locate: Locate) => void} press
 */
export const positionButton = (press) => {
  if (!("geolocation" in navigator) || !isSecureContext) return null;
  const note = make("p", { class: "small", id: `position-${unique()}` }, NOTE);
  return make("div", { class: "now" }, button("Près de ma position", () => press(located), { "aria-describedby": note.id }), note);
};
