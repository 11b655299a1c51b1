// The demo page: one conversation with the assistant. The token lives in this tab only, and is gone with it.
import { positionButton } from "./position.js";
import { assistantItem, personItem, spoken } from "./render.js";

const API = "api/v1/conversations";
const KEY = "assistant-invalidite";
const find = (id) => document.getElementById(id);
const conversation = find("conversation");
const question = find("question");
let token = sessionStorage.getItem(KEY);
let shown = 0;
let busy = false;
let again = null;

class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const call = async (method, path, body) => {
  let response;
  try {
    response = await fetch(`${API}${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Problem(0, "Je n'arrive pas à joindre l'assistant. Vérifiez votre connexion, puis réessayez. Votre message n'est pas perdu.");
  }
  const content = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, content.message ?? "Un problème est survenu. Réessayez dans un instant.");
  return content;
};

const show = (messages, announce = true) => {
  const said = [];
  let first = null;
  for (const message of messages) {
    if (message.number <= shown) continue;
    shown = message.number;
    const item = message.from === "person" ? personItem(message.text) : assistantItem(message, pick);
    if (message.expects === "place") item.append(positionButton(attempt, showFound));
    conversation.append(item);
    first ??= item;
    if (message.from !== "person") said.push(spoken(message));
  }
  if (announce && said.length) find("announcer").textContent = said.join(" ");
  // What was just said is read from its beginning, however long it is.
  if (announce) first?.scrollIntoView({ block: "start" });
};

// What was found around a position stays in the page: the conversation on the server never hears of it.
const showFound = (message) => {
  const item = assistantItem(message, pick);
  conversation.append(item);
  find("announcer").textContent = spoken(message);
  item.scrollIntoView({ block: "start" });
};

const attempt = async (work) => {
  if (busy) return;
  busy = true;
  find("send").setAttribute("aria-disabled", "true");
  find("problem").hidden = true;
  const slow = setTimeout(() => { find("waiting").hidden = false; }, 300);
  try {
    await work();
    again = null;
  } catch (problem) {
    if (problem.status === 404) {
      token = null;
      sessionStorage.removeItem(KEY);
    }
    again = problem.status === 404 ? begin : work;
    find("problem-text").textContent = problem.message;
    find("problem").hidden = false;
  } finally {
    clearTimeout(slow);
    find("waiting").hidden = true;
    busy = false;
    find("send").removeAttribute("aria-disabled");
  }
};

const begin = async () => {
  conversation.replaceChildren();
  shown = 0;
  const { token: issued, messages } = await call("POST", "");
  token = issued;
  sessionStorage.setItem(KEY, token);
  show(messages, false);
};

const resume = async () => {
  try {
    const { messages } = await call("GET", "/current?after=0");
    show(messages, false);
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    token = null;
    await begin();
  }
};

const send = (body) => attempt(async () => {
  if (!token) await begin();
  const { messages, erased } = await call("POST", "/current/messages", body);
  if (body.text) question.value = "";
  show(messages);
  if (erased) {
    token = null;
    sessionStorage.removeItem(KEY);
  }
  question.focus({ preventScroll: true });
});

const pick = (choice) => send({ choice: choice.id });

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (text) send({ text });
  else question.focus();
});

question.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    find("form").requestSubmit();
  }
});

find("erase").addEventListener("click", () => attempt(async () => {
  if (token) await call("DELETE", "/current").catch((problem) => { if (problem.status !== 404) throw problem; });
  token = null;
  sessionStorage.removeItem(KEY);
  await begin();
  find("announcer").textContent = "La conversation est effacée. Vous pouvez en commencer une autre.";
  question.focus();
}));

find("retry").addEventListener("click", () => again && attempt(again));

attempt(token ? resume : begin);
