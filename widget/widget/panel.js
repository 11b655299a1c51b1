// @ts-check
// The open conversation: what is shown, where the focus goes, what is heard.
import { Api, Problem, canListen, hush, listen, positionButton, read, unique, whenVoices } from "./services.js";
import { announced, assistantItem, button, choices, make, menu, personItem, spoken } from "./render.js";
import { sheet } from "./styles.js";

const GREETING = "Bonjour. Je suis un programme qui répond aux questions sur la pension d'invalidité\u00a0: les conditions, la demande, le montant, les déclarations, le travail, la retraite.";
const CAUTION = "Je ne décide de rien\u00a0: seule la caisse décide. Ne donnez ni nom, ni adresse, ni numéro de Sécurité sociale.";
const SUGGESTIONS = ["Vérifier ma situation", "Comment demander la pension\u00a0?", "Combien vais-je recevoir\u00a0?", "Que dois-je déclarer\u00a0?"];
const LOST = "Cette conversation n'existe plus.";
const KEPT = "Ce que vous avez écrit reste dans la zone de message.";
const BUSY = "Un instant, je réponds d'abord à votre message précédent.";
const WRITING = "L'assistant écrit…";
const SLOW = "La réponse prend plus de temps que d'habitude. Vous n'avez rien à faire.";
const DISCONNECTED = "Vous êtes hors connexion. Vous pouvez relire la conversation\u00a0; l'envoi attend le retour du réseau.";
const NOT_BEGUN = "La conversation n'a pas encore commencé. Écrivez votre question, ou choisissez un sujet.";
const DICTATION = "La dictée est faite par votre navigateur. Il peut envoyer votre voix à son éditeur. Évitez de dire votre nom ou un numéro.";
const SIZES = ["normale", "grande", "très grande"];
const JUDGED = ["answer", "verdict", "places", "out_of_scope"];
const SIMPLER = "plus simple";
const LONGEST = 2000; // characters

export class Panel {
  #root;
  #options;
  #api;
  #ends = new AbortController();
  #size = new CSSStyleSheet();
  #narrow = matchMedia("(max-width: 480px)");
  #others = "BroadcastChannel" in globalThis ? new BroadcastChannel("assistant-invalidite") : null;
  #title = make("h2", { id: "title", tabindex: -1 });
  #entries = make("ol", { class: "entries", role: "list" });
  #talk = make("div", { class: "talk", role: "group", "aria-label": "Conversation", tabindex: 0 }, this.#entries);
  #status = make("p", { class: "status" });
  #problem = make("div", { class: "problem", role: "alert" });
  #live = make("div", { class: "vh", role: "status", "aria-live": "polite" });
  #field = make("textarea", { id: "field", rows: 1, autocomplete: "off", enterkeyhint: "send", "aria-describedby": "help" });
  #send = button("Envoyer", () => this.#submit(), { class: "main" });
  #ear = button("Dicter", () => this.#dictate(), { id: "dictate" });
  #menu;
  #panel;
  #opened = false;
  #open = false;
  #busy = false;
  #found = false;
  #begun = false;
  #simple;
  #shown = 0; // number of the last entry
  /** @type {Map<number, string | undefined>} text of each entry shown, by number */
  #known = new Map();
  /** @type {{key: string, id: string} | null} the message that has not been answered yet */
  #pending = null;
  /** @type {(() => void) | null} */
  #stopListening = null;

  /** @param {ShadowRoot} root @param {HTMLElement} frame @param {PanelOptions} options */
  constructor(root, frame, options) {
    this.#root = root;
    this.#options = options;
    this.#simple = options.simple;
    this.#api = new Api(options.base);
    this.#menu = menu(this.#items());
    this.#title.textContent = options.heading;
    const header = make("header", {}, this.#title, make("div", { class: "row" }, this.#menu.element, !options.page && button("Fermer", () => this.close())));
    const form = make("form", { submit: (event) => { event.preventDefault(); this.#submit(); } },
      make("div", { class: "row" }, make("label", { for: "field" }, "Votre message"), canListen && this.#ear),
      make("div", { class: "row" }, this.#field, this.#send),
      make("p", { id: "help", class: "small" }, "Entrée pour envoyer, Maj + Entrée pour aller à la ligne."));
    this.#panel = make(options.page ? "div" : "dialog", { class: "panel" }, header, this.#talk, this.#status, this.#problem, form, this.#live);
    if (!options.page) this.#panel.setAttribute("aria-labelledby", "title");
    frame.append(this.#panel);
    root.adoptedStyleSheets.push(sheet, this.#size);
    this.#listenToAll();
  }

  /** Show it; the first time, find again the conversation of this browser, if there is one. */
  open() {
    if (this.#open) return;
    this.#open = true;
    this.#reveal();
    if (!this.#options.page) this.#title.focus();
    if (this.#opened) this.#sync();
    else this.#start();
  }

  /** Hide it, and tell the page's button. */
  close() {
    if (!this.#open || this.#options.page) return;
    this.#open = false;
    this.#conceal();
    hush();
    this.#stopListening?.();
    this.#options.closed();
  }

  /** Leave the page for good. */
  end() {
    hush();
    this.#stopListening?.();
    this.#ends.abort();
    this.#others?.close();
    this.#panel.remove();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((one) => one !== sheet && one !== this.#size);
  }

  #listenToAll() {
    const { signal } = this.#ends;
    const panel = this.#panel;
    // The page around has keyboard shortcuts of its own, and does not know that somebody writes in here.
    for (const kind of /** @type {const} */ (["keydown", "keyup", "keypress"])) panel.addEventListener(kind, (event) => event.stopPropagation());
    panel.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    panel.addEventListener("cancel", (event) => { event.preventDefault(); this.#escape(); });
    panel.addEventListener("close", () => this.#narrow.matches && this.close());
    this.#narrow.addEventListener("change", () => this.#open && this.#reveal(), { signal });
    for (const kind of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(kind, () => this.#fit(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#sync(), { signal });
    globalThis.addEventListener("focus", () => this.#sync(), { signal });
    globalThis.addEventListener("offline", () => this.#note(DISCONNECTED), { signal });
    globalThis.addEventListener("online", () => { this.#note("La connexion est revenue."); this.#sync(); }, { signal });
    whenVoices((some) => panel.classList.toggle("mute", !some), signal);
    if (this.#others) {
      this.#others.onmessage = ({ data }) => {
        if (!this.#opened || this.#api.alone) return;
        if (data === "anew") this.#clear();
        this.#sync(true);
      };
    }
  }

  #reveal() {
    const panel = this.#panel;
    if (!(panel instanceof HTMLDialogElement)) return;
    const focused = this.#root.activeElement;
    this.#conceal();
    panel.removeAttribute("popover");
    if (this.#narrow.matches) {
      panel.setAttribute("aria-modal", "true");
      panel.showModal();
    } else if (typeof panel.showPopover === "function") {
      panel.removeAttribute("aria-modal");
      panel.setAttribute("popover", "manual");
      panel.showPopover();
    } else panel.show();
    this.#fit();
    if (focused instanceof HTMLElement && panel.contains(focused)) focused.focus();
  }

  #conceal() {
    const panel = this.#panel;
    if (!(panel instanceof HTMLDialogElement)) return;
    if (panel.open) panel.close();
    else if (panel.hasAttribute("popover") && panel.matches(":popover-open")) panel.hidePopover();
  }

  // Full screen, it is as high as what the virtual keyboard leaves to see.
  #fit() {
    const seen = globalThis.visualViewport;
    const covered = seen && this.#narrow.matches && !this.#options.page && seen.scale === 1 && seen.height < innerHeight - 1;
    this.#size.replaceSync(covered ? `.panel.panel { top: ${seen.offsetTop}px; bottom: auto; height: ${seen.height}px; }` : "");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.#escape();
    } else if (event.key === "Tab" && this.#panel.hasAttribute("aria-modal")) this.#turn(event);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === this.#field) {
      event.preventDefault();
      this.#submit();
    }
  }

  #escape() {
    if (!this.#menu.close()) this.close();
  }

  /** @param {KeyboardEvent} event after the last comes the first */
  #turn(event) {
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (this.#panel.querySelectorAll("a[href], button, textarea, summary, [tabindex='0']"))]
      .filter((element) => element.checkVisibility?.() ?? element.offsetParent);
    const [first, last] = event.shiftKey ? [all.at(-1), all[0]] : [all[0], all.at(-1)];
    const focused = this.#root.activeElement;
    if (focused === last || (event.shiftKey && focused === this.#title)) {
      event.preventDefault();
      first?.focus();
    }
  }

  #start() {
    this.#opened = true;
    this.#greet();
    this.#attempt(() => this.#find(), true);
  }

  // The conversation that this browser had already, if it still exists.
  async #find() {
    if (this.#found) return;
    let said = "";
    try {
      await this.#merge(await this.#api.entries(0), false);
      this.#begun = true;
    } catch (problem) {
      if (!isGone(problem)) throw problem;
      if (problem.status === 404) this.#note((said = "Votre conversation précédente a été effacée."));
    }
    this.#found = true;
    this.#tell(this.#known.size ? "Votre conversation est retrouvée." : `${said} ${this.#options.greeting || GREETING} ${CAUTION}`);
  }

  /**
   * Do what needs the service, with signs of waiting, and words when it fails.
   * @param {() => Promise<unknown>} work
   * @param {boolean} [quiet] without signs of writing
   */
  async #attempt(work, quiet = false) {
    if (this.#busy) return this.#tell(BUSY);
    this.#busy = true;
    this.#problem.replaceChildren();
    this.#note("");
    this.#send.setAttribute("aria-disabled", "true");
    const timers = quiet ? [] : [
      setTimeout(() => { this.#status.textContent = WRITING; }, 300),
      setTimeout(() => this.#tell(WRITING), 2500),
      setTimeout(() => this.#note(SLOW), 10000),
    ];
    try {
      await work();
    } catch (problem) {
      this.#fail(problem, work);
    }
    timers.forEach(clearTimeout);
    if ([WRITING, SLOW].includes(this.#status.textContent ?? "")) this.#status.textContent = "";
    this.#send.removeAttribute("aria-disabled");
    this.#busy = false;
  }

  /** @param {unknown} problem @param {() => Promise<unknown>} work */
  #fail(problem, work) {
    const status = problem instanceof Problem ? problem.status : -1;
    if (isGone(problem)) {
      this.#alert(`${status === 404 ? problem.message : LOST} ${this.#field.value.trim() ? KEPT : ""}`, { "Commencer une nouvelle conversation": () => this.#anew() });
      return;
    }
    if ([400, 403, 409, 413].includes(status)) this.#pending = null;
    const again = () => {
      this.#field.focus({ preventScroll: true });
      this.#attempt(work);
    };
    this.#alert(/** @type {Error} */ (problem).message, [400, 403, 409, 413].includes(status) ? {} : { "Réessayer": again });
  }

  #submit() {
    const text = this.#field.value.trim();
    if (text.length > LONGEST) this.#alert(`Votre message a ${text.length} caractères\u00a0: c'est trop long. Gardez-en ${LONGEST} au plus.`, {});
    else if (text) this.#say({ text });
    this.#field.focus();
  }

  /**
   * Send a message; the same words after a failure are the same message, which is never answered twice.
   * @param {Words} words
   */
  #say(words) {
    const key = JSON.stringify(words);
    if (this.#busy) return this.#tell(BUSY);
    if (this.#pending?.key !== key) this.#pending = { key, id: unique() };
    const sent = { ...words, id: this.#pending.id, ...(this.#simple ? { level: "simple" } : {}) };
    hush();
    return this.#attempt(async () => {
      const fresh = !this.#begun;
      const written = this.#root.activeElement === this.#field;
      const { messages, erased } = await this.#deliver(sent);
      this.#pending = null;
      if ("text" in words && this.#field.value.trim() === words.text) this.#field.value = "";
      if (erased) {
        this.#clear();
        for (const message of messages) if (message.from === "assistant") this.#showLocal(message);
      } else await this.#merge(messages, true, !written);
      this.#others?.postMessage(erased || fresh ? "anew" : "said");
    });
  }

  /** @param {Sent} sent */
  async #deliver(sent) {
    if (!this.#begun) await this.#find();
    if (!this.#begun) {
      this.#shown = (await this.#api.begin(true)).at(-1)?.number ?? 0;
      this.#begun = true;
    }
    try {
      return await this.#api.say(sent);
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 401) || this.#known.size) throw problem;
      this.#shown = (await this.#api.begin(false)).at(-1)?.number ?? 0; // this browser keeps no cookie for us
      return this.#api.say(sent);
    }
  }

  async #sync(anew = false) {
    if (!this.#opened || this.#busy || !(this.#begun || anew)) return;
    try {
      await this.#merge(await this.#api.entries(this.#shown), false);
      this.#begun = true;
    } catch (problem) {
      if (isGone(problem) && this.#known.size) this.#fail(problem, async () => {});
    }
  }

  #anew() {
    this.#clear();
    this.#tell("Une nouvelle conversation peut commencer.");
    this.#field.focus();
  }

  #erase() {
    return this.#attempt(async () => {
      if (this.#begun) await this.#api.erase();
      this.#others?.postMessage("anew");
      this.#clear();
      this.#note("C'est effacé. Vous pouvez commencer une autre conversation.");
      this.#field.focus();
    });
  }

  #clear() {
    hush();
    this.#problem.replaceChildren();
    this.#begun = false;
    this.#shown = 0;
    this.#pending = null;
    this.#known.clear();
    this.#entries.replaceChildren();
    if (this.#opened) this.#greet();
  }

  #greet() {
    const paragraph = (/** @type {string} */ text) => ({ type: "paragraph", items: [[{ text }]] });
    const message = { kind: "smalltalk", blocks: [paragraph(this.#options.greeting || GREETING), paragraph(CAUTION)], choices: SUGGESTIONS.map((label) => ({ label })) };
    const item = assistantItem(message);
    item.append(choices(message, ({ label }) => this.#say({ text: label })));
    this.#entries.append(item);
  }

  /**
   * Show what is new. An entry that differs, or a missing one, means that another tab began anew or went on: all is asked again.
   * @param {Entry[]} entries
   * @param {boolean} aloud
   * @param {boolean} [move] whether the focus goes to what was said
   */
  async #merge(entries, aloud, move = false) {
    const differs = entries.some(({ number, text }) => this.#known.has(number) && this.#known.get(number) !== text);
    if (differs) {
      this.#clear();
      this.#begun = true;
    }
    if (differs || (entries[0]?.number ?? 0) > this.#shown + 1) entries = await this.#api.entries(this.#shown);
    /** @type {HTMLElement | null} */
    let first = null;
    let heading = null;
    const said = [];
    for (const entry of entries) {
      if (entry.number <= this.#shown) continue;
      this.#shown = entry.number;
      if (!this.#known.size && entry.from !== "person") continue; // the greeting, which stands here already
      this.#known.set(entry.number, entry.text);
      const item = entry.from === "person" ? this.#showPerson(entry.text) : this.#show(entry, entry.number);
      first ??= item;
      if (entry.from === "person") continue;
      said.push(announced(entry, !(move && !heading)));
      heading ??= item.querySelector("h3");
    }
    if (!first) return;
    if (move) heading?.focus({ preventScroll: true });
    this.#scrollTo(first);
    if (aloud) this.#tell(said.join(" "));
  }

  /** @param {string} text */
  #showPerson(text) {
    for (const passed of this.#entries.querySelectorAll(".now")) passed.remove();
    const item = personItem(text);
    this.#entries.append(item);
    return item;
  }

  /** @param {Message} message @param {number} [number] */
  #show(message, number) {
    const item = assistantItem(message);
    if (message.choices?.length) item.append(choices(message, ({ id, label }) => this.#say(id ? { choice: id } : { text: label })));
    if (message.expects === "place") item.append(positionButton((locate) => this.#near(locate)) ?? "");
    item.append(this.#tools(message, number));
    this.#entries.append(item);
    return item;
  }

  /** @param {Message} message which the server has not kept */
  #showLocal(message) {
    const item = this.#show(message);
    item.querySelector("h3")?.focus({ preventScroll: true });
    this.#scrollTo(item);
    this.#tell(announced(message, false));
  }

  /** @param {Locate} locate */
  #near(locate) {
    this.#attempt(async () => {
      const found = await this.#api.nearest(...(await locate()));
      if (found) this.#showLocal(found);
    });
  }

  /** @param {Message} message @param {number} [number] */
  #tools(message, number) {
    /** @type {HTMLElement[]} */
    const tools = [];
    const ask = (/** @type {string} */ label, /** @type {string} */ text) => tools.push(make("li", { class: "now" }, button(label, () => this.#say({ text }))));
    if (number && ["answer", "question", "verdict"].includes(message.kind)) ask("Plus simple", SIMPLER);
    if (number && message.figures?.length) ask("D'où vient ce chiffre\u00a0?", "d'où vient ce chiffre\u00a0?");
    const voice = button("Lire à voix haute", () => {
      if (voice.textContent !== "Lire à voix haute") return hush();
      read([message.title ?? "", ...spoken(message)].filter(Boolean), () => { voice.textContent = "Lire à voix haute"; });
      voice.textContent = "Arrêter la lecture";
    });
    tools.push(make("li", { class: "voice" }, voice));
    if (number && JUDGED.includes(message.kind)) {
      const useful = [true, false].map((value) => button(value ? "Utile" : "Pas utile", () => this.#judge(number, value, useful), { "aria-pressed": "false" }));
      tools.push(...useful.map((one) => make("li", {}, one)));
    }
    return make("ul", { class: "tools", role: "list", "aria-label": "À propos de ce message" }, ...tools);
  }

  /** @param {number} number @param {boolean} value @param {HTMLElement[]} buttons useful, not useful */
  async #judge(number, value, buttons) {
    try {
      await this.#api.judge(number, value);
      buttons.forEach((one, index) => one.setAttribute("aria-pressed", String((index === 0) === value)));
      this.#note("Merci pour votre avis.");
    } catch {
      this.#note("Votre avis n'a pas pu être envoyé. Ce n'est pas grave.");
    }
  }

  /** @param {HTMLElement} item */
  #scrollTo(item) {
    if (this.#talk.scrollHeight > this.#talk.clientHeight + 1) this.#talk.scrollTo({ top: item.offsetTop - 8 });
    else if (this.#options.page) item.scrollIntoView({ block: "start" });
  }

  /** @param {string} text heard once, outside the conversation */
  #tell(text) {
    this.#live.textContent = text && text === this.#live.textContent ? `${text}\u00a0` : text;
  }

  /** @param {string} text seen and heard, until something else happens */
  #note(text) {
    this.#status.textContent = text;
    if (text) this.#tell(text);
  }

  /**
   * @param {string} text
   * @param {Record<string, () => void>} ways what can be done about it
   */
  #alert(text, ways) {
    const buttons = Object.entries(ways).map(([label, press]) => button(label, () => { this.#problem.replaceChildren(); press(); }));
    this.#problem.replaceChildren(make("p", {}, text), make("div", { class: "row" }, ...buttons));
    return buttons;
  }

  #items() {
    const say = (/** @type {string} */ text) => (this.#begun ? this.#say({ text }) : this.#note(NOT_BEGUN));
    const { base } = this.#options;
    return [
      { label: "Recommencer", press: () => say("recommencer") },
      ...SIZES.map((name, index) => ({
        label: `Taille du texte\u00a0: ${name}`, stays: true, press: () => this.#enlarge(index), pressed: () => this.#sized === index,
      })),
      { label: "Langage plus simple", press: () => this.#simplify(), pressed: () => this.#simple },
      { label: "Imprimer le résumé", press: () => say("imprimer") },
      { label: "Dates pour mon agenda", press: () => say("agenda") },
      { label: "Parler à un humain", press: () => this.#say({ text: "parler à un humain" }) },
      { label: "Effacer mes données", press: () => this.#confirm("Effacer toute la conversation\u00a0? On ne peut pas revenir en arrière.", "Oui, effacer", () => this.#erase()) },
      { label: "Confidentialité", href: `${base}sans-javascript/confidentialite` },
      { label: "Accessibilité", href: `${base}sans-javascript/accessibilite` },
    ];
  }

  #sized = 0;

  /** @param {number} index */
  #enlarge(index) {
    this.#sized = index;
    SIZES.forEach((_, one) => this.#panel.classList.toggle(`t${one}`, one === index));
  }

  #simplify() {
    this.#simple = !this.#simple;
    this.#note(this.#simple ? "Les réponses seront plus simples." : "Les réponses sont de nouveau complètes.");
    if (this.#simple && this.#begun && this.#known.size) this.#say({ text: SIMPLER });
  }

  /** @param {string} question @param {string} yes @param {() => void} act */
  #confirm(question, yes, act) {
    const back = this.#root.activeElement;
    const [first] = this.#alert(question, { [yes]: act, "Annuler": () => back instanceof HTMLElement && back.focus() });
    first.focus();
  }

  #dictate() {
    if (this.#stopListening) return this.#stopListening();
    this.#confirm(DICTATION, "Dicter mon message", () => {
      const before = this.#field.value.trim();
      this.#field.focus();
      this.#ear.textContent = "Arrêter la dictée";
      hush();
      this.#stopListening = listen((text) => { this.#field.value = `${before} ${text}`.trim(); }, (problem) => {
        this.#stopListening = null;
        this.#ear.textContent = "Dicter";
        this.#note(problem || "La dictée est finie. Relisez votre message avant de l'envoyer.");
      });
    });
  }
}

/**
 * @param {unknown} problem
 * @returns {problem is Problem}
 */
const isGone = (problem) => problem instanceof Problem && [401, 404].includes(problem.status);
