// @ts-check
// A button that writes into the field what the person says.
import { canListen, hush, listen } from "./device.js";
import { button } from "./elements.js";
import * as words from "./words.js";

/**
 * The button (null where the browser does not listen), and what stops it.
 * @param {HTMLTextAreaElement} field
 * @param {(question: string, yes: string, act: () => void) => void} confirm
 * @param {(text: string) => void} note
 */
export const dictation = (field, confirm, note) => {
  /** @type {(() => void) | null} */
  let stop = null;
  const begin = () => {
    const before = field.value.trim();
    field.focus();
    element.textContent = words.STOP_DICTATING;
    hush();
    stop = listen((text) => { field.value = `${before} ${text}`.trim(); }, (problem) => {
      stop = null;
      element.textContent = words.DICTATE;
      note(problem || words.DICTATED);
    });
  };
  const element = button(words.DICTATE, () => (stop ? stop() : confirm(words.DICTATION, words.DICTATE_NOW, begin)), { id: "dictate" });
  return { element: canListen ? element : null, stop: () => stop?.() };
};
