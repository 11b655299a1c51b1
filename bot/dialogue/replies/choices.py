"""Ready answers: picked by their label, their number, one of their words, or a bare yes or no."""

from __future__ import annotations

import re

from bot.dialogue.questions import ChoiceText
from bot.dialogue.replies.reading import DontKnow, Reading, Refused, Value
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.words import is_no, is_yes

_RANKS = {
    "premier": 1,
    "premiere": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "troisieme": 3,
    "quatrieme": 4,
}
_NUMBER = re.compile(r"^(?:la |le |numero |n |reponse |choix )*(\d)$")

Answers = tuple[tuple[ChoiceText, str, str], ...]


def read_choice(text: str, answers: Answers, numbered: bool) -> Reading:
    """The ready answer that was picked; `numbered`: a bare digit is a rank, not a value."""
    picked = _by_label(text, answers) or (_by_rank(text, answers) if numbered else None)
    picked = picked or _by_words(text, answers) or _by_yes_no(text, answers)
    if picked is None:
        return Refused()
    _, label, value = picked
    return DontKnow() if value == "unknown" else Value(value, label, typed=False)


def _by_label(text: str, answers: Answers) -> tuple[ChoiceText, str, str] | None:
    return next((answer for answer in answers if plain(answer[1]) == plain(text)), None)


def _by_rank(text: str, answers: Answers) -> tuple[ChoiceText, str, str] | None:
    words = plain(text)
    match = _NUMBER.match(words)
    rank = int(match[1]) if match else next((n for w, n in _RANKS.items() if w in words.split()), 0)
    return answers[rank - 1] if 0 < rank <= len(answers) else None


def _by_words(text: str, answers: Answers) -> tuple[ChoiceText, str, str] | None:
    """The answer with the longest of its words in the text; none when two answers tie."""
    said = plain(text)
    found = [
        (max((len(word) for word in answer[0].words if _says(word, said)), default=0), n)
        for n, answer in enumerate(answers)
    ]
    best = max(found, default=(0, 0))
    if not best[0] or sum(length == best[0] for length, _ in found) > 1:
        return None
    return answers[best[1]]


def _says(word: str, said: str) -> bool:
    """Is the word in the text, in the feminine or the plural too?"""
    return re.search(rf"\b{plain(word)}(e|s|es)?\b", said) is not None


def _by_yes_no(text: str, answers: Answers) -> tuple[ChoiceText, str, str] | None:
    meaning = "yes" if is_yes(text) else "no" if is_no(text) else ""
    return next((answer for answer in answers if meaning and answer[0].means == meaning), None)
