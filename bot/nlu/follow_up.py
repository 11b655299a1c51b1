"""« Et pour la catégorie 2 ? »: a message that only makes sense after the question before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from bot.dialogue.replies.categories import CATEGORY, categories_in
from bot.nlu.normalise import fold
from bot.nlu.topic_model import Candidate

LONGEST, LONGEST_BARE, LONGEST_WITH_PRONOUN = 12, 7, 9
# A bare question that is this clear alone needs no context.
NEEDS_NO_CONTEXT = 0.8
FLOOR = 1e-4
_POLITE = r"(?:(?:ok|oui|non|d accord|merci|ah|bon|alors|donc|euh|hum|parce que|pcq) )*"
_START = re.compile(
    rf"^{_POLITE}(?:et|e|mais|meme|si|sinon|pour|dans ce cas|avec|sans|en(?! (?:fait|realite))|au bout|apres|avant|"
    r"depuis|aussi|seulement|uniquement|ou alors|ou bien|quand meme)\b"
)
_BARE = re.compile(
    rf"^{_POLITE}(?:c est|cest|ca|sa|c|combien|cb|ou|quand|kan|comment|cmt|a qui|a partir|jusqu|pourquoi|pk|"
    r"j ?ai combien|il faut|faut|fo|quels?|quelles?|kel|on|ils?|elle|je)\b"
)
_PRONOUN = re.compile(
    r"\b(?:ca|sa|cela|celle|celui|ceux|dedans|l autre|pareil|aussi|meme chose|en redemande|l[ae]s? met|l ?envoi)\b"
)
# People that a follow-up may be about, without accents, and how they are named in the reply.
_RELATIVES = {
    **{word: word for word in ("femme", "mari", "conjoint", "conjointe", "compagne", "compagnon", "copine", "copain")},
    **{word: word for word in ("fils", "fille", "ami", "amie", "voisin", "voisine", "partenaire")},
    "epouse": "épouse",
    "epoux": "époux",
    "mere": "mère",
    "pere": "père",
    "soeur": "sœur",
    "frere": "frère",
}
_RELATIVE = rf"(ma|mon|sa|son|notre) ({'|'.join(_RELATIVES)})"
_PERSON = rf"(?:{_RELATIVE}|(?:moi|elle|lui|nous))"
_LITTLE_WORDS = (
    r"et|mais|meme|si|pour|en|dans|quand|on|je|suis|est|c est|avec|la|le|de|du|une?|cas|les|l|invalidite|inval|svp|stp|"
    r"meme chose|pareil|passe|la cat"
)
# "Et toi ?" is said to the robot.
_TO_YOU = re.compile(rf"^{_POLITE}(?:et )?(?:toi|vous)$")
_NOTHING_MORE = re.compile(rf"^{_POLITE}(?:(?:{_LITTLE_WORDS}|{_PERSON}|{CATEGORY}) ?)+$")


def category_named(text: str) -> int | None:
    """The category of invalidity that a follow-up is about."""
    return next((category for category, _ in categories_in(fold(text))), None)


def person_named(text: str) -> str | None:
    """The relative that a follow-up is about, as one says it back: "ma mère" is "votre mère", "sa mère" stays."""
    found = re.search(rf"\b{_RELATIVE}\b", fold(text))
    if found is None:
        return None
    whose = found[1] if found[1] in ("sa", "son") else "votre"
    return f"{whose} {_RELATIVES[found[2]]}"


def only_changes_one_thing(text: str) -> bool:
    """Does it say nothing but another category or another person? The topic is then that of the last question."""
    words = fold(text)
    return bool(_NOTHING_MORE.match(words)) and bool(categories_in(words) or re.search(rf"\b{_PERSON}\b", words))


def opens_as_a_follow_up(text: str) -> bool:
    """Does it open with "et", "même", "si"…, as what goes on from an answer?"""
    return bool(_START.match(fold(text)))


def may_need_the_last_question(text: str, alone: Sequence[Candidate]) -> bool:
    """Is it so short and so unclear alone that the question before it, if there is one, may tell?"""
    words = fold(text)
    few = 0 < len(words.split()) <= LONGEST_BARE
    return few and alone[0].confidence < NEEDS_NO_CONTEXT and not _TO_YOU.match(words)


def leans_on_the_last_question(text: str, alone: Sequence[Candidate]) -> bool:
    """Is it elliptic: opened by "et", "même", "si", a bare "c'est combien", or with a pronoun for what was asked?

    `alone`: the ranking of the message by itself, best first.
    """
    words = fold(text)
    length = len(words.split())
    if length > LONGEST or _TO_YOU.match(words):
        return False
    if _START.match(words):
        return True
    if _BARE.match(words) and length <= LONGEST_BARE and alone[0].confidence < NEEDS_NO_CONTEXT:
        return True
    return bool(_PRONOUN.search(words)) and length <= LONGEST_WITH_PRONOUN


def in_context(
    alone: Sequence[Candidate], after_last: Sequence[Candidate], is_topic: Callable[[str], bool]
) -> list[Candidate]:
    """The ranking of our topics that both readings support, best first: alone, and behind the last question.

    A geometric mean: a topic must be plausible in both. What follows a question about a topic is about one too.
    """
    behind = {candidate.topic: candidate.confidence for candidate in after_last}
    topics = [candidate for candidate in alone if is_topic(candidate.topic)]
    both = np.array([np.sqrt((c.confidence + FLOOR) * (behind.get(c.topic, 0.0) + FLOOR)) for c in topics])
    shares = both / both.sum()
    return [Candidate(topics[i].topic, float(shares[i])) for i in np.argsort(-shares)]
