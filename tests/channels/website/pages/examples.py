"""A conversation that uses every part of a message."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from bot.answers.figures import ShownFigure
from bot.answers.message import Attachment, Block, Contact, Message, PlaceCard, Source, Span, paragraph
from bot.answers.pictures.curve import cumul_curve

DAY = date(2026, 11, 21)
PICTURE = cumul_curve([(Decimal(0), Decimal(800)), (Decimal(2000), Decimal(2400))], None, None)
PLACE = PlaceCard(
    "France services de Guéret", ("1 rue de la Paix", "23000 Guéret"), "à 3 km", "05 55 00 00 00",
    ("Lundi : 9 h à 12 h",), "Ouvert aujourd'hui", "Horaires à vérifier.", "https://www.openstreetmap.org/way?to=46,1",
)  # fmt: skip
FULL = Message(
    "verdict",
    (
        paragraph("D'après vos réponses, tout semble rempli."),
        Block("heading", ((Span("Le détail"),),)),
        Block("list", ((Span("Âge : ", strong=True), Span("moins de 62 ans.")),)),
        Block("numbered", ((Span("D'abord."),), (Span("Ensuite."),))),
    ),
    title="Les conditions semblent remplies",
    details=(paragraph("Une précision."),),
    figures=(ShownFigure("Minimum", "338,31 €", date(2026, 4, 1), "uncertain", "css"),),
    sources=(Source("CSS, article L341-1", "https://www.legifrance.gouv.fr/a?b=1&c=2", date(2016, 1, 1), DAY),),
    contacts=(Contact("Assurance maladie", "https://www.ameli.fr", "36 46", "service gratuit", "+33 1 84 90 36 46"),),
    verified_on=DAY,
    places=(PLACE,),
    closing=(paragraph("Appelez avant de vous déplacer."),),
    picture=PICTURE,
    attachments=(Attachment("Dates pour mon agenda", "dates.ics", "text/calendar", "BEGIN:VCALENDAR\r\nÉté"),),
)


def person(number: int, text: str = "Et moi ?") -> dict[str, Any]:
    """What the person said, as the transcript holds it."""
    return {"number": number, "from": "person", "text": text}


def said(number: int, message: Message, *choices: tuple[str, str]) -> dict[str, Any]:
    """What the assistant said, as the transcript holds it."""
    offered = {"choices": [{"id": id_, "label": label} for id_, label in choices]} if choices else {}
    return {"number": number, "from": "assistant", **message.as_dict(), **offered}


def question(number: int, *choices: tuple[str, str]) -> dict[str, Any]:
    """A question of a guide."""
    return said(number, Message("question", (paragraph("Quel est votre régime ?"),)), *choices)


CONVERSATION = [
    person(1, "suis-je concerné ?"),
    question(2, ("old", "Salarié"), ("topic", "Les conditions")),
    person(3, "Salarié"),
    said(4, FULL, ("new", "Faire la demande")),
]
