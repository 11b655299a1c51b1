"""A civil year ("2021", "21", "l'année dernière") and how many of something there are ("quatre", "une seule")."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.date_bounds import full_year
from bot.dialogue.replies.date_near import TO_COME, length_alone
from bot.dialogue.replies.date_numeric import two_numbers
from bot.dialogue.replies.date_text import MONTH, date_text
from bot.dialogue.replies.dates import OLDEST, find_besides_birth
from bot.dialogue.replies.digits import words_to_digits
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value

MOST = 999
_BEFORE = r"(?:(?:c est|c etait|celle de|annee|l annee|l an|en|oui|non|euh|ben|je crois|pour|de) )*"
_TWO_DIGITS = re.compile(rf"^{_BEFORE}(\d\d)$")
# "L'avant-dernière année", "l'année d'avant" the last one.
_BEFORE_LAST = re.compile(r"\bavant derniere annee\b|\bannee avant derniere\b")

_NONE = re.compile(
    r"^(?:(?:non|oui|euh|ben|il n y en a|(?:je )?(?:n )?(?:en )?ai|j en ai|fait|encore) )*"
    r"(?:aucune?|0|jamais|rien|nada|nulle?|pas (?:encore|une?)|toujours pas|zero)"
    r"(?: (?:seule?|encore|du tout|faite?|envoyee?|pour l instant|pour le moment|declarations?|fois|jamais))*$"
)
_LOOSE = (
    (r"\b(?:une? )?demi douzaine\b", "6"),
    (r"\b(?:une? )?dizaine\b", "10"),
    (r"\b(?:une? )?douzaine\b", "12"),
    (r"\b(?:une? )?quinzaine\b", "15"),
    (r"\b(?:une? )?vingtaine\b", "20"),
    (r"\b(?:une? )?trentaine\b", "30"),
    (r"\b(?:une? )?centaine\b", "100"),
    (r"\bune? (?:paire|couple)\b", "2"),
    (r"\b(?:premiere?|1 ?(?:er|ere|re))\b", "no 1"),
    (r"\b(?:deuxieme|seconde?|2 ?(?:e|eme|nd|nde))\b", "no 2"),
    (r"\b(?:troisieme|3 ?(?:e|eme))\b", "no 3"),
    (r"\b(?:quatrieme|4 ?(?:e|eme))\b", "no 4"),
    (r"\b(?:cinquieme|5 ?(?:e|eme))\b", "no 5"),
    (r"\bune?\b(?! (?:peu|an|annee|mois|semaine|jour|trimestre|par))", "1"),
)
_MANY = re.compile(r"\b(?:plusieurs|quelques(?: unes| uns)?|beaucoup|plein|pas mal|tout un tas|des tas|enormement)\b")
# What is counted in euros, days or months is something else, as what comes again and again is.
_MEASURED = re.compile(
    rf"\b\d{{1,9}}(?: \d{{3}})* ?(?:euros?|eur|e|ans?|annees?|mois|semaines?|jours?|heures?|h|k|trimestres?|{MONTH})\b|"
    r"\b(?:19|20)\d\d\b|\b\d+ (?:pour ?100|pour ?cents?)\b"
)
_AGAIN = re.compile(r"\b(?:par|tou(?:te)?s les|chaque) ?(?:\d+ )?(?:ans?|annees?|mois|trimestres?|semaines?)\b")
_RANK = re.compile(r"\bno (\d+)\b")
_COUNT = re.compile(r"(?<!\d )\b(\d{1,4})\b(?! \d{3}\b)")
_OR = re.compile(r" (?:(?:ou|a) )?(\d{1,4})\b")  # "3 ou 4", "deux trois"


def read_year(text: str, on: date) -> Reading:
    """A civil year; a date gives its own, a year to come is refused."""
    words = date_text(text)
    if short := _TWO_DIGITS.search(words):
        return _year(full_year(short[1], on), on)
    if _BEFORE_LAST.search(words):
        return _year(on.year - 2, on)
    try:
        found = find_besides_birth(words, on)
        alone = found is None and length_alone(words, on)
        bounds = [(found.low, found.high)] if found else [alone] if alone else two_numbers(words, on)
    except (ValueError, OverflowError):
        return Refused("future" if TO_COME.search(words) else "impossible")
    if not bounds:
        return Refused("future") if TO_COME.search(words) else Refused()
    years = sorted({year for low, high in bounds for year in range(low.year, high.year + 1)})
    if len(years) == 1:
        return _year(years[0], on)
    # "Avant 2020" tells no year.
    return Ambiguous("Quelle année est-ce ?", tuple(map(str, years))) if len(years) == 2 else Refused()


def _year(year: int, on: date) -> Reading:
    if year > on.year:
        return Refused("future")
    return Refused("impossible") if on.year - year > OLDEST else Value(str(year), str(year))


def read_count(text: str) -> Reading:
    """A small whole number, the lower of two; "plusieurs" are two at least, a rank may count itself or not."""
    words = re.sub(r"\b(\d+)[.,]\d+\b", "", words_to_digits(text).replace("demi-", "demi "))
    words = plain(words)
    if _NONE.search(words):
        return Value("0", "zéro")
    for pattern, number in _LOOSE:
        words = re.sub(pattern, number, words)
    if _AGAIN.search(words) or re.search(r"\bpas (?:plusieurs|beaucoup|plein)\b", words):
        return Refused()
    words = _MEASURED.sub(" ", words)
    if rank := _RANK.search(words):
        last = int(rank[1])
        return Ambiguous("Combien y en a-t-il eu jusqu'ici ?", (str(last - 1), str(last)))
    found = _COUNT.search(words)
    if not found:
        return Value("2", "au moins 2") if _MANY.search(words) else Refused()
    second = _OR.match(words, found.end())
    if second and {int(found[1]), int(second[1])} == {1, 2}:  # where the rhythm of the declarations turns
        return Ambiguous("Une, ou deux ?", ("1", "2"))
    return _count(min(int(found[1]), int(second[1])) if second else int(found[1]), words)


def _count(number: int, words: str) -> Reading:
    if re.search(r"(?<!pas )\bplus d[e ]+\d", words):
        number += 1
    elif re.search(r"\bmoins d[e ]+\d", words):
        number = max(number - 1, 0)
    return Refused("impossible") if number > MOST else Value(str(number), str(number) if number else "zéro")
