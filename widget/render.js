// Canonical messages as elements: text is always text, links only go to addresses the server sends over https, or tel.

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
};

const line = (spans) => spans.map((span) => (span.strong ? make("strong", { textContent: span.text }) : document.createTextNode(span.text)));

const block = ({ type, items }) => {
  if (type === "list" || type === "numbered") {
    return make(type === "list" ? "ul" : "ol", {}, ...items.map((item) => make("li", {}, ...line(item))));
  }
  return make(type === "heading" ? "h4" : "p", {}, ...line(items[0]));
};

const day = (iso) => new Date(`${iso}T12:00:00`).toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" });

const RESERVATIONS = {
  inferred: " (montant calculé, à confirmer sur ameli.fr)",
  uncertain: " (à vérifier auprès de votre caisse)",
  stale: " (dernier montant connu, le nouveau n'est pas encore dans nos données)",
};

const folded = (title, ...children) => make("details", {}, make("summary", { textContent: title }), ...children);

const link = (text, url) => {
  const { protocol } = new URL(url, location.href);
  return ["https:", "tel:"].includes(protocol) ? make("a", { textContent: text, href: url }) : document.createTextNode(text);
};

const figures = (list) =>
  make("ul", { className: "small" }, ...list.map((figure) =>
    make("li", { textContent: `${figure.label} : ${figure.value}, depuis le ${day(figure.since)}${RESERVATIONS[figure.confidence] ?? ""}` })));

const sources = (list) =>
  make("ul", { className: "small" }, ...list.map((source) =>
    make("li", {}, link(source.title, source.url), document.createTextNode(`${source.date ? `, ${day(source.date)}` : ""} (lu le ${day(source.seen)})`))));

const contacts = (list) =>
  make("div", { className: "contacts" }, make("h4", { textContent: "À qui s'adresser" }), make("ul", {}, ...list.map(({ name, phone, phone_note: note, url }) =>
    make("li", {}, url ? link(name, url) : document.createTextNode(name), ...(phone ? [document.createTextNode(" : "), link(phone, `tel:${phone.replaceAll(" ", "")}`)] : []), document.createTextNode(phone && note ? ` (${note})` : "")))));

const place = (card) => {
  const parts = [make("h4", { textContent: card.name })];
  for (const text of [...(card.address ?? []), card.distance, card.status]) if (text) parts.push(make("p", { textContent: text }));
  if (card.telephone) parts.push(make("p", {}, document.createTextNode("Téléphone : "), link(card.telephone, `tel:${card.telephone.replaceAll(" ", "")}`)));
  if (card.hours?.length) parts.push(make("ul", {}, ...card.hours.map((text) => make("li", { textContent: text }))));
  if (card.note) parts.push(make("p", { className: "small", textContent: card.note }));
  if (card.route) parts.push(make("p", {}, link("Itinéraire sur OpenStreetMap (autre site)", card.route)));
  return make("div", { className: "place" }, ...parts);
};

// A drawing comes with its words and a table of the same figures; it is a tree of shapes, never a page.
const picture = ({ svg, description, columns, rows }) => {
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const cells = (tag, row) => make("tr", {}, ...row.map((text) => make(tag, { textContent: text, ...(tag === "th" ? { scope: "col" } : {}) })));
  const table = make("table", {}, make("thead", {}, cells("th", columns)), make("tbody", {}, ...rows.map((row) => cells("td", row))));
  const figure = make("figure", {}, make("figcaption", { textContent: description }), folded("Les mêmes chiffres en tableau", make("div", { className: "scroll", tabIndex: 0 }, table)));
  if (drawn.nodeName === "svg") figure.prepend(document.importNode(drawn, true));
  return figure;
};

// Made for this conversation and kept nowhere: it goes from the page to the person's own files.
const attachment = ({ label, filename, media_type: type, content }) => {
  const link = make("a", { textContent: `Télécharger : ${label}`, download: filename, href: URL.createObjectURL(new Blob([content], { type })) });
  return make("p", {}, link);
};

/** The list item of an assistant's message; `pick(choice)` is called when one of its buttons is pressed. */
export const assistantItem = (message, pick) => {
  const item = make("li", { className: "assistant" });
  item.append(make("h3", { textContent: message.title || "Assistant" }));
  item.append(...(message.blocks ?? []).map(block), ...(message.places ?? []).map(place), ...(message.picture ? [picture(message.picture)] : []), ...(message.closing ?? []).map(block), ...(message.attachments ?? []).map(attachment));
  if (message.details?.length) item.append(folded("En savoir plus", ...message.details.map(block)));
  if (message.contacts?.length) item.append(contacts(message.contacts));
  if (message.figures?.length) item.append(folded("Chiffres et dates d'effet", figures(message.figures)));
  if (message.sources?.length) item.append(folded("Sources", sources(message.sources)));
  if (message.verified_on) item.append(make("p", { className: "small", textContent: `Réponse vérifiée le ${day(message.verified_on)}.` }));
  if (message.choices?.length) {
    const buttons = message.choices.map((choice) => {
      const button = make("button", { type: "button", textContent: choice.label });
      button.addEventListener("click", () => pick(choice));
      return make("li", {}, button);
    });
    item.append(make("ul", { className: "choices" }, ...buttons));
  }
  return item;
};

/** The list item of what the person said. */
export const personItem = (text) => make("li", { className: "person" }, make("h3", { className: "visually-hidden", textContent: "Vous" }), document.createTextNode(text));

/** What a screen reader hears of a message: title, text, and how many answers are proposed. */
export const spoken = (message) => {
  const text = (message.blocks ?? []).flatMap(({ items }) => items.map((item) => item.map((span) => span.text).join("")));
  const places = (message.places ?? []).map((card) => [card.name, card.distance].filter(Boolean).join(", "));
  const closing = (message.closing ?? []).flatMap(({ items }) => items.map((item) => item.map((span) => span.text).join("")));
  const drawn = message.picture ? message.picture.description : "";
  const files = (message.attachments ?? []).map(({ label }) => `Un fichier est prêt : ${label}.`);
  const proposed = message.choices?.length ? `${message.choices.length} réponses proposées.` : "";
  return [message.title, ...text, ...places, drawn, ...closing, ...files, proposed].filter(Boolean).join(" ");
};
