"""Facts that a message tells of the person, whatever it is about: "j'ai 54 ans, salarié, en arrêt depuis mars 2024".

Each question says in its `told` and `told_as` how its fact is told. A fact is rather missed than made up: hypotheses
and the facts of relatives are left alone, and what could mean two things is not taken.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from bot.dialogue.questions import Question, questions
from bot.dialogue.replies.about import about_a_relative
from bot.dialogue.replies.about_scheme import own_scheme
from bot.dialogue.replies.folding import fold
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Value
from bot.rules.situation import Situation

LONGEST = 600  # characters: of a long story the end is read
# "Si j'ai 62 ans", "imaginons que je gagne 1 500": what follows is not so.
_SUPPOSED = re.compile(r"\bsi\b|\bs'il|\b(?:imagin\w+|suppos\w+|mettons|admettons|quand (?:j'aurai|je serai))")
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")
# "Jai 47 ans", "g 47 ans".
_I_HAVE = re.compile(r"\b(?:j ?ai|g)\b(?= )")
# Facts to which answers adapt, and say so themselves.
OF_A_PERSON = {"scheme", "category", "has_ameli_account"}


def facts_told(text: str, on: date) -> dict[str, Value]:
    """What the text tells, by field, with the words to say it back."""
    text = text[-LONGEST:]
    if about_a_relative(text):
        return {}
    found = {}
    asserted = (_SUPPOSED.split(fold(one))[0] for one in _SENTENCE.split(text))
    if scheme := own_scheme(". ".join(asserted).replace(",", ".")):  # "54 ans, salariée": each piece may be a statement
        found["scheme"] = Value(scheme, _label(questions()["scheme"], scheme), typed=False)
    for name, question in questions().items():
        value = _told(question, text, on)
        if value is not None:
            found[name] = value
    return found


def _label(question: Question, value: str) -> str:
    return next((choice.label for choice in question.head.choices if choice.value == value), value)


def _told(question: Question, text: str, on: date) -> Value | None:
    for sentence in _SENTENCE.split(_I_HAVE.sub("j'ai", fold(text))):
        for value, patterns in _told_as(question.field):
            if any(_asserted(pattern.search(sentence), sentence) for pattern in patterns):
                return Value(value, _label(question, value), typed=False)
        for pattern in _patterns(question.field):
            match = pattern.search(sentence)
            if match and _asserted(match, sentence):
                reading = read(question, match["value"], None, on)
                if isinstance(reading, Value) and _plausible(question.field, reading.value):
                    return reading
    return None


def _asserted(match: re.Match[str] | None, sentence: str) -> bool:
    return match is not None and not _SUPPOSED.search(sentence[: match.end()])


def _plausible(name: str, value: str) -> bool:
    try:
        Situation.parse_obj({name: value} if name in Situation.__fields__ else {})
    except ValueError:
        return False
    return True


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(told) for told in questions()[name].head.told)


@cache
def _told_as(name: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    told = questions()[name].head.told_as
    return tuple((value, tuple(re.compile(one) for one in patterns)) for value, patterns in told.items())
