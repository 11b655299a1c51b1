"""Ready answers: picked by their label, their number, one of their words, or a bare yes or no."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.dialogue.questions import ChoiceText
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.reading import DontKnow, Reading, Refused, Value
from bot.dialogue.replies.words import is_dont_know, is_no, is_yes, without_dont_know

_RANKS = {
    "premier": 1,
    "premiere": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "sixieme": 6,
}
_LAST = ("dernier", "derniere")
_RANK = re.compile(
    r"^(?:(?:la|le|numero|no|n|reponse|choix|option|en|c est|ce sera|plutot|alors|repondez|"
    r"je (?:choisis|prends|prend|veux|voudrais|reponds|dirais|dis)|pour moi) )*"
    rf"(?:(\d) ?(?:e|er|re|ere|eme|ieme|nd|nde)?|({'|'.join((*_RANKS, *_LAST))}))"
    r"(?: (?:reponse|choix|option|svp|stp|merci|s il (?:vous|te) plait))*$"
)
# "2.", "2)", and a figure in a box.
_AFTER_A_FIGURE = re.compile(r"[\s.):\ufe0f\u20e3]+$")
# "Il ne m'a pas encore vraiment reconnu": the negation may stand a little before the word.
# "Non je touche encore…": a "non" before a whole sentence denies what was said before.
_NO_AND = re.compile(r"\bnon (?=(?:je|j|c|il|elle|on|nous|mon|ma|mes|la|le|les)\b)")
_NEGATED = r"\b(?:pas|non|jamais|aucune?|sans|ni)(?: \w+){0,2} $"
# "La caisse a refusé l'accident du travail".
_REFUSED = r"\b(?:refuse|rejete|pas reconnu|jamais reconnu)\w*(?: (?:l|le|la|un|une|mon|ma|comme|en|d))* $"
_DENIAL = ("pas ", "non ", "rien ", "aucun")  # an answer's own word that denies
# What the caisse did not grant is denied too: "accident du travail refusé", "maladie professionnelle non reconnue".
_NOT_GRANTED = r"^(?: \w+){0,2} (?:(?:non|pas|jamais)(?: ete)? reconnue?s?|refusee?s?|rejetee?s?)\b"
# "Je la touche pas", "j'ai plus un emploi", "j'ai arrêté mon mi-temps".
_NOT_AFTER = r"^ (?:toujours |encore |vraiment )?(?:pas|plus|jamais|rien)\b"
_VERB = r"\b(?:j|je|touche|recois|percois|travaille|facture|declare|connecte)\b"
_NO_LONGER = (
    r"(?<!de )(?<!en )(?<!le )(?<!au )\bplus(?: (?:de|d|comme|un|une|le|la|ma|mon|mes|en|des))? $|"
    r"\b(?:arrete|quitte|ferme|vendu|perdu|cesse)\w*(?: (?:mon|ma|mes|le|la|de|l|un|une))* $"
)
SHORTEST_SLIP = 8  # letters: a shorter word is too easily another word
# A negation does not reach over a comma: "non, salarié".
_PAUSE = re.compile(r"[,;:!?\n]+|\.(?:\s|$)")

Answer = tuple[ChoiceText, str, str]
Answers = tuple[Answer, ...]


def read_choice(text: str, answers: Answers, numbered: bool) -> Reading:
    """The ready answer that was picked; `numbered`: nothing else answers, so a bare digit is a rank, not a value."""
    picked = _by_label(text, answers) or (_by_rank(text, answers) if numbered else None)
    picked = picked or _by_words(text, answers, deniable=numbered)
    if picked is None and not is_dont_know(text):
        picked = _by_yes_no(text, answers)
    if picked is None:
        return Refused()
    _, label, value = picked
    return DontKnow(label) if value == "unknown" else Value(value, label, typed=False)


def _by_label(text: str, answers: Answers) -> Answer | None:
    return next((answer for answer in answers if plain(answer[1]) == plain(text)), None)


def rank_of(text: str, last: int = 0) -> int:
    """The rank that a text names and nothing else: "la première", "le 2", "la dernière"; 0 when it names none."""
    match = _RANK.match(plain(text))
    if not match:
        return 0
    return int(match[1]) if match[1] else _RANKS.get(match[2], last)


def figure_of(text: str) -> str:
    """The digits of a number that stands alone, "2" or "2.", as one copies it from a list; "" when there is none."""
    digits = _AFTER_A_FIGURE.sub("", text.strip())
    return digits if digits.isdecimal() else ""


def names_a_rank(text: str) -> bool:
    """Whether a text is only a number or a rank, which means nothing without the question that it answers."""
    return bool(figure_of(text) or rank_of(text, last=1))


def _by_rank(text: str, answers: Answers) -> Answer | None:
    rank = rank_of(text, len(answers))
    return answers[rank - 1] if 0 < rank <= len(answers) else None


def _by_words(text: str, answers: Answers, deniable: bool) -> Answer | None:
    """The answer with the longest of its words in the text; none when two answers tie.

    A word of the yes that is denied ("pas reconnu") is a no when nothing lies between; "pas à temps plein" is neither.
    """
    # "Aucune idée" is no "aucune".
    pieces = (_NO_AND.sub("", without_dont_know(plain(part))) for part in _PAUSE.split(text))
    said = _spelled_right(" | ".join(pieces), answers)
    found = [
        (*max((_weight(word, said) for word in answer[0].words), key=_strength, default=(0, False)), answer)
        for answer in answers
    ]
    # "Pas fonctionnaire, salarié": what is denied and has no contrary says nothing.
    found = [(length, denied, answer) for length, denied, answer in found if not denied or answer[0].means]
    best = max((length for length, _, _ in found), default=0)
    longest = [(denied, answer) for length, denied, answer in found if length == best]
    if not best or len(longest) > 1:
        return None
    denied, answer = longest[0]
    if not denied:
        return answer
    return _meaning("no", answers) if deniable and answer[0].means == "yes" else None


def _strength(found: tuple[int, bool]) -> tuple[int, bool]:
    """The longest word first; of two as long, the one that is not denied."""
    length, denied = found
    return length, not denied


def _weight(word: str, said: str) -> tuple[int, bool]:
    """The length of a word that the text holds, feminine and plural too (0: it does not), and whether it is denied."""
    forms = " ".join(rf"{part}(?:e|s|es)?" for part in plain(word).split())
    match = re.search(rf"\b{forms}\b", said)
    if not match:
        return 0, False
    before, after = said[: match.start()], said[match.end() :]
    denied = any(re.search(pattern, before) for pattern in (_NEGATED, _REFUSED, _NO_LONGER))
    denied = denied or bool(re.search(_NOT_GRANTED, after) or (re.search(_VERB, word) and re.search(_NOT_AFTER, after)))
    return len(word), not word.startswith(_DENIAL) and denied


def _spelled_right(said: str, answers: Answers) -> str:
    """The text with one letter put right in the long words of the answers: "fonctionaire"."""
    parts = {part for answer in answers for word in answer[0].words for part in plain(word).split()}
    long = sorted(part for part in parts if len(part) >= SHORTEST_SLIP)

    def right(word: str) -> str:
        if len(word) < SHORTEST_SLIP - 1 or word.rstrip("es") in {part.rstrip("es") for part in long}:
            return word
        return next((part for part in long if OSA.distance(word, part, score_cutoff=1) <= 1), word)

    return " ".join(right(word) for word in said.split())


def _by_yes_no(text: str, answers: Answers) -> Answer | None:
    meaning = "yes" if is_yes(text) else "no" if is_no(text) else ""
    return _meaning(meaning, answers)


def _meaning(meaning: str, answers: Answers) -> Answer | None:
    return next((answer for answer in answers if meaning and answer[0].means == meaning), None)
