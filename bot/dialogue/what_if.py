"""« Et si je gagnais 200 € de plus ? » : the result again with one fact changed in thought; nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answers import french
from bot.answers.message import Message, paragraph
from bot.dialogue.corrections import named_by
from bot.dialogue.goals import PLACES, progress
from bot.dialogue.guides import Guide, guides
from bot.dialogue.questions import questions
from bot.dialogue.replies.categories import only_category
from bot.dialogue.replies.folding import fold, plain
from bot.dialogue.replies.quantities import quantities
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Value
from bot.dialogue.replies.units import has_unit_of
from bot.dialogue.replies.words import is_correction
from bot.dialogue.turn import Conversation
from bot.dialogue.verdict import short_verdict
from bot.rules import UNKNOWN
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR
from bot.rules.engine.money import cents
from bot.rules.engine.span import parse_amounts

_OPENS = re.compile(
    r"^(?:(?:et|mais|ou|alors|ok|oui|non|du coup|donc|imaginons?|supposons|mettons|bon) )*"
    r"(?:(?:si|que se passe t il si|(?:ca|sa) (?:donne|fait|change) (?:quoi|combien) si|combien si)\b"
    r"|(?:en|avec|pour|sans)\b (?:la )?)"
    r"|\b(?:s ils?|si j|si je|si on|si ma|si mon|si mes)\b"
)
_MORE = re.compile(r"\b(?:de plus|en plus|supplementaires?|de mieux)\b")
_LESS = re.compile(r"\b(?:de moins|en moins)\b")
_YEARLY = re.compile(r"\b(?:par an|annuels?|a l annee|dans l annee|sur l annee)\b")
_MONTHLY_KINDS = {"monthly_sum"}
MOST_WORDS = 25
DAYS = {"date", "any_date"}


def supposes(text: str) -> bool:
    """Does the text say "si": a supposition, wherever it stands in the conversation?"""
    return bool(re.search(r"\bsi\b", plain(text)))


def what_if(conversation: Conversation, text: str, on: date) -> Message | None:
    """The result with what the text supposes; None when it supposes nothing of this guide's facts.

    Raises:
        KeyError: the guide does not exist.
    """
    guide = guides()[conversation.guide]
    words = plain(text)
    if guide.goal == PLACES or len(words.split()) > MOST_WORDS or not _OPENS.search(words) or is_correction(text):
        return None
    supposed = dict(_supposed(guide, conversation, text, on))
    if not supposed:
        return None
    changed = replace(
        conversation,
        facts={**conversation.facts, **{name: value.value for name, value in supposed.items()}},
        said={**conversation.said, **{name: value.said for name, value in supposed.items()}},
    )
    finding = progress(guide, changed.facts, on).finding
    if finding is None or finding.verdict not in guide.verdicts:
        return None
    result = short_verdict(guide, finding, changed, on)
    told = french.joined([f"{questions()[name].head.label} : {value.said}" for name, value in supposed.items()])
    opening = paragraph(f"Supposons, pour {told}.")
    closing = paragraph("C'est une supposition : je garde vos réponses comme elles étaient.")
    return replace(result, blocks=(opening, *result.blocks), closing=(closing,))


def _supposed(guide: Guide, conversation: Conversation, text: str, on: date) -> Iterator[tuple[str, Value]]:
    moved = _moved(guide, conversation, text)
    if moved:
        yield moved
        return
    category = only_category(plain(text))
    if category is not None and "category" in _fields(guide, conversation):
        if conversation.facts.get("category") != str(category):
            yield "category", Value(str(category), f"catégorie {category}")
        return
    for name in _named(guide, conversation, text):
        reading = read(questions()[name], text, None, on)
        if isinstance(reading, Value):
            if reading.value != conversation.facts.get(name):
                yield name, reading
            return


def _fields(guide: Guide, conversation: Conversation) -> list[str]:
    """The facts of this guide's rule: those told, and those of its own."""
    own = (ask.field for ask in guide.asks)
    return list(dict.fromkeys((*conversation.facts, *own, *([guide.varies] if guide.varies else []))))


def _named(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    """The facts that the text may suppose: those it names, then the one that this guide varies when it gives a sum."""
    known = [name for name in _fields(guide, conversation) if name in questions()]
    # "Si je travaille à 62 ans" is about work: the longest words that name a fact say most.
    yield from sorted(
        (name for name in known if named_by(questions()[name], text)),
        key=lambda name: -named_by(questions()[name], text),
    )
    days = [name for name in conversation.facts if name in questions() and questions()[name].head.kind in DAYS]
    own = [name for name in days if name in {one.name for one in guide.dates}] or days
    if len(own) == 1 and has_unit_of(questions()[own[0]].head.kind, text):
        yield own[0]
    if guide.varies and has_unit_of(questions()[guide.varies].head.kind, fold(text)):
        yield guide.varies


def _moved(guide: Guide, conversation: Conversation, text: str) -> tuple[str, Value] | None:
    """ "200 € de plus par mois", added to what the guide varies."""
    words, name = plain(text), guide.varies
    sign = 1 if _MORE.search(words) else -1 if _LESS.search(words) else 0
    told = conversation.facts.get(name, UNKNOWN)
    sums = [q.value for q in quantities(text) if q.unit in ("", "euro")]
    if not name or not sign or len(sums) != 1 or told == UNKNOWN:
        return None
    now = parse_amounts(told)
    if not now.exact:
        return None
    monthly = questions()[name].head.kind in _MONTHLY_KINDS
    yearly = bool(_YEARLY.search(words))
    more = sums[0]
    if monthly and yearly:
        more = cents(more / MONTHS_IN_A_YEAR)
    elif not monthly and not yearly:
        more *= MONTHS_IN_A_YEAR
    total = max(now.low + sign * more, Decimal(0))
    period = "par mois" if monthly else "sur douze mois"
    return name, Value(f"{total:f}", f"{french.euros(total)} {period}")
