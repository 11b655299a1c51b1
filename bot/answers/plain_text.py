"""A message as plain text: for terminals, text-only channels, and as the fallback of rich ones."""

from __future__ import annotations

from bot.answers import french
from bot.answers.figures import ShownFigure
from bot.answers.message import Block, Contact, Message, PlaceCard, Source, Span
from bot.answers.pictures.picture import as_text

RESERVATIONS = {
    "inferred": " (montant calculé, à confirmer sur ameli.fr)",
    "uncertain": " (à vérifier auprès de votre caisse)",
    "stale": " (dernier montant connu, le nouveau n'est pas encore dans nos données)",
}


def spans_text(spans: tuple[Span, ...]) -> str:
    """The words of a line."""
    return "".join(span.text for span in spans)


def block_text(block: Block) -> str:
    """A block, list items one a line."""
    lines = []
    for number, item in enumerate(block.items, 1):
        mark = {"list": "- ", "numbered": f"{number}. "}.get(block.type, "")
        lines.append(mark + spans_text(item))
    return "\n".join(lines)


def figure_text(figure: ShownFigure) -> str:
    """A figure with its date of effect and reservation."""
    reservation = RESERVATIONS.get(figure.confidence, "")
    return f"{figure.label} : {figure.value}, depuis le {french.day(figure.since)}{reservation}"


def source_text(source: Source) -> str:
    """A source with its address and dates."""
    dated = f", {french.day(source.date)}" if source.date else ""
    return f"{source.title}{dated} : {source.url} (lu le {french.day(source.seen)})"


def contact_text(contact: Contact) -> str:
    """A body with its telephone numbers, or its address when it has none."""
    note = f" ({contact.phone_note})" if contact.phone_note else ""
    abroad = f", depuis l'étranger {contact.phone_from_abroad}" if contact.phone_from_abroad else ""
    reached = contact.phone and f"{contact.phone}{note}{abroad}"
    return " : ".join(part for part in (contact.name, reached or contact.url) if part)


def place_text(place: PlaceCard) -> str:
    """A place, one piece a line."""
    lines = [place.name, *place.address, place.distance, place.telephone and f"Téléphone : {place.telephone}"]
    lines += [place.status, *place.hours, place.note, place.route and f"Itinéraire : {place.route}"]
    return "\n".join(line for line in lines if line)


def plain_text(message: Message) -> str:
    """The message without its details and choices, which are asked for; paragraphs separated by blank lines."""
    parts = [message.title, *(block_text(block) for block in message.blocks)]
    parts += [place_text(place) for place in message.places]
    parts += [as_text(message.picture)] if message.picture else []
    parts += [block_text(block) for block in message.closing]
    parts += [file.text for file in message.attachments]
    # In distress the text itself says whom to call, and nothing must come between.
    if message.contacts and message.kind != "distress":
        parts.append("À qui s'adresser :\n" + "\n".join(f"- {contact_text(c)}" for c in message.contacts))
    if message.figures:
        parts.append("Chiffres : " + "\n".join(figure_text(figure) for figure in message.figures))
    if message.sources:
        parts.append("Sources :\n" + "\n".join(f"- {source_text(s)}" for s in message.sources))
    if message.verified_on:
        parts.append(f"Vérifié le {french.day(message.verified_on)}.")
    return "\n\n".join(part for part in parts if part)
