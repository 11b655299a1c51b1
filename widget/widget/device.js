// @ts-check
// What the device can do: read aloud, listen, say where it is.
import { Problem } from "./api.js";
import { button, make } from "./elements.js";

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
  recognition.onresult = ({ results }) => heard([...results].map((result) => result[0].transcript).join(" ").replace(/\s+/g, " ").trim());
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
      () => reject(new Problem(0, REFUSED)),
      { maximumAge: 600000, timeout: 20000 },
    );
  });

let count = 0;

/**
 * A button with its explanation; null where the browser has no position to give.
 * @param {(locate: Locate) => void} press
 */
export const positionButton = (press) => {
  if (!("geolocation" in navigator) || !isSecureContext) return null;
  const note = make("p", { class: "small", id: `position-${(count += 1)}` }, NOTE);
  return make("div", { class: "now" }, button("Près de ma position", () => press(located), { "aria-describedby": note.id }), note);
};
