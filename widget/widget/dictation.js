// @ts-check
// A button that writes into the field what the person says.
import { canListen, hush, listen } from "./device.js";
import { button } from "./elements.js";
import * as words from "./words.js";

/**
 * The button (null where the browser does not listen), and what stops it.
 * @param {HTMLTextAreaElement} field
 * @param {(question: string, yes: string, act: () => void) => void} confirm
 * @param {(text: string, failed: boolean) => void} note
 */
export const dictation = (field, confirm, note) => {
  /** @type {(() => void) | null} */
  let stop = null;
  const begin = () => {
    const before = field.value.trim();
    field.focus();
    element.textContent = words.STOP_DICTATING;
    hush();
    stop = listen((text) => { if (stop) field.value = `${before} ${text}`.trim(); }, (problem) => {
      element.textContent = words.DICTATE;
      if (stop) note(problem || words.DICTATED, Boolean(problem));
      stop = null;
    });
  };
  // Cut short: what is heard from now on is lost, for the field may hold something else.
  const cut = () => {
    const listening = stop;
    stop = null;
    listening?.();
  };
  const element = button(words.DICTATE, () => (stop ? stop() : confirm(words.DICTATION, words.DICTATE_NOW, begin)), { id: "dictate" });
  return { element: canListen ? element : null, stop: cut };
};
