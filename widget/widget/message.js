// @ts-check
// Canonical messages as elements, and as words for a voice. Their types are in types.d.ts.
import { picture } from "./drawing.js";
import { bullets, button, folded, link, make, telephone, unseen } from "./elements.js";
import { UNREADABLE } from "./words.js";

const FILES = ["text/html", "text/calendar", "text/plain"];
const LONG = 350; // characters heard without having asked for more
const TITLE = 90; // characters that a heading may have
/** @type {Record<string, string>} */
const RESERVATIONS = {
  inferred: " (montant calculé, à confirmer sur ameli.fr)",
  uncertain: " (à vérifier auprès de votre caisse)",
  stale: " (dernier montant connu, le nouveau n'est pas encore dans nos données)",
};

/** @param {Block["items"][0]} spans */
const line = (spans) => spans.map(({ text, strong }) => (strong ? make("strong", {}, text) : text));

/** @param {Block} block */
const block = ({ type, items }) => {
  if (type === "list" || type === "numbered") return make(type === "list" ? "ul" : "ol", {}, ...items.map((item) => make("li", {}, ...line(item))));
  return make(type === "heading" ? "h4" : "p", {}, ...line(items[0] ?? []));
};

/** @param {string} iso what is no date stays as it is */
const day = (iso) => {
  const date = new Date(`${iso}T12:00:00`);
  return isNaN(Number(date)) ? iso : date.toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" }).replace(/^1 /, "1er ");
};

/** @param {Figure} figure */
const figure = ({ label, value, since, confidence }) => [label, "\u00a0: ", value, ", depuis le ", day(since), RESERVATIONS[confidence]];

/** @param {Source} source */
const source = ({ title, url, date, seen }) => [link(title, url), ...(date ? [", ", day(date)] : []), " (lu le ", day(seen), ")"];

/** @param {Contact} contact */
const contact = ({ name, url, phone, phone_note: note, phone_from_abroad: abroad }) => [
  url ? link(name, url) : name,
  ...(phone ? ["\u00a0: ", telephone(phone), ...(note ? [" (", note, ")"] : [])] : []),
  ...(abroad ? [", depuis l'étranger\u00a0: ", telephone(abroad)] : []),
];

/** @param {Place} card */
const place = (card) =>
  make("div", { class: "place" },
    make("h4", {}, card.name),
    ...(card.address ?? []).map((text) => make("p", {}, text)),
    ...[card.distance, card.status].map((text) => text && make("p", {}, text)),
    card.telephone && make("p", {}, "Téléphone\u00a0: ", telephone(card.telephone)),
    card.hours?.length && folded("Horaires", bullets(card.hours, (text) => [text])),
    card.note && make("p", { class: "small" }, card.note),
    card.route && make("p", {}, link("Itinéraire sur OpenStreetMap", card.route, ` vers ${card.name}`)));

/**
 * Made for this conversation and kept nowhere: it goes from the page to the person's own files.
 * @param {Attachment} attachment
 */
const attachment = ({ label, filename, media_type, content }) => {
  const type = FILES.includes(media_type) ? media_type : "application/octet-stream";
  // Without a name it would be opened in the place of the page, with its rights.
  return make("p", {}, make("a", { class: "button", download: filename || "document", href: URL.createObjectURL(new Blob([content], { type })) }, "Télécharger\u00a0: ", label));
};

/** @param {Message} message */
const proposal = ({ kind }) => (["answer", "verdict", "places", "out_of_scope"].includes(kind) ? "Vous pouvez aussi demander" : "Réponses proposées");

/**
 * The list of buttons that answer a message.
 * @param {Message} message
 * @param {(choice: Choice) => void} pick
 */
export const choices = (message, pick) => {
  const said = proposal(message);
  const list = make("ul", { class: "choices", role: "list", "aria-label": said },
    ...(message.choices ?? []).filter(({ label }) => label).map((choice) => make("li", {}, button(choice.label, () => pick(choice)))));
  // Replies only hold while their question is the last one; topics always do.
  const passes = message.kind === "question" || message.expects;
  return make("div", { class: passes && "now" }, said !== "Réponses proposées" && make("p", { class: "small" }, `${said}\u00a0:`), list);
};

/**
 * The list item of an assistant's message, without its buttons.
 * @param {Message} message
 */
export const assistantItem = (message) => {
  const { title, kind, details, contacts, figures, sources, verified_on: verified } = message;
  const written = body(message).map(block);
  const urgent = kind === "distress"; // numbers to call come before the words that may be long
  const whom = contacts?.length && make("div", {}, make("h4", {}, "À qui s'adresser"), bullets(contacts, contact));
  return make("li", { class: `assistant ${kind === "verdict" || kind === "distress" ? kind : ""}` },
    kind === "verdict" && make("p", { class: "small" }, "Résultat d'après vos réponses"),
    make("h3", { tabindex: -1, class: title ? "" : "vh" }, title || "L'assistant"),
    ...written.splice(0, urgent ? 1 : 0),
    urgent && whom,
    ...written,
    ...(message.places ?? []).map(place),
    message.picture && picture(message.picture),
    ...(message.closing ?? []).map(block),
    ...(message.attachments ?? []).map(attachment),
    details?.length && folded("En savoir plus", ...details.map(block)),
    !urgent && whom,
    figures?.length && folded("Chiffres et dates d'effet", bullets(figures, figure)),
    sources?.length && folded("Sources", bullets(sources, source)),
    verified && make("p", { class: "small" }, "Réponse vérifiée le ", day(verified), "."));
};

/** @param {string} text what the person said; the list of headings says it too, to find what each answer is about */
export const personItem = (text) =>
  make("li", { class: "person" }, ...(text.length > TITLE
    ? [make("h3", { class: "vh", tabindex: -1 }, "Vous"), text]
    : [make("h3", { tabindex: -1 }, unseen("Vous\u00a0: "), text)]));

/** @param {Block[]} [blocks] */
const lines = (blocks = []) => blocks.flatMap(({ items }) => items.map((item) => item.map(({ text }) => text).join("")));

/**
 * All that a message says, piece by piece, for a voice.
 * @param {Message} message
 */
export const spoken = (message) => [
  ...lines(body(message)),
  ...(message.places ?? []).flatMap((card) => [[card.name, card.distance, card.status].filter(Boolean).join(", "), ...(card.address ?? []), card.telephone ?? ""]),
  message.picture?.description ?? "",
  ...lines(message.closing),
  ...(message.attachments ?? []).map(({ label }) => `Un fichier est prêt\u00a0: ${label}.`),
].filter(Boolean);

/** @param {string} text */
export const paragraph = (text) => ({ type: "paragraph", items: [[{ text }]] });

/**
 * The words of a message alone, where its parts are not what they should be.
 * @param {Message} message
 */
export const bare = ({ text }) => ({ kind: "smalltalk", blocks: (typeof text === "string" && text.trim() || UNREADABLE).split("\n").filter(Boolean).map(paragraph) });

/** @param {Message} message what it says: a kind that is not known has its words at least */
const body = (message) => message.blocks?.length || message.title ? message.blocks ?? [] : bare(message).blocks;

/**
 * What a screen reader hears of a message when it comes: its beginning when it is long, and how many buttons it has.
 * @param {Message} message
 * @param {boolean} [titled] whether the title is to be said
 */
export const announced = (message, titled = true) => {
  try {
    return heard(message, titled);
  } catch {
    return heard(bare(message), titled);
  }
};

/** @param {Message} message @param {boolean} titled */
const heard = (message, titled) => {
  const parts = spoken(message);
  const long = parts.join(" ").length > LONG;
  const beginning = parts.slice(0, /:$/.test(parts[0] ?? "") ? 2 : 1); // never only what announces something
  const many = message.choices?.length ?? 0;
  return [
    titled && message.title && `${message.title}.`,
    ...(long ? [beginning.join(" "), "La suite est dans la conversation."] : parts),
    many > 0 && (many === 1 ? "1 bouton proposé." : `${many} boutons proposés.`),
  ].filter(Boolean).join(" ");
};
