"""The free text of a site: made readable, past closings left out, and what in it makes the weekly hours unsure."""

from __future__ import annotations

import re
from datetime import date

from bot.directory.text import plain

_ESCAPED = re.compile(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})")
# Somebody replaced "rv" everywhere.
_SPOILT = "serendez-vousices"
_SENTENCE = re.compile(r"(?<=[.!;])\s+(?=[A-ZÀ-Ý])|\n")
_CONTACT_ALONE = re.compile(r"[\d .+]+|[\w.+-]+@[\w.-]+")
_MONTHS = str.split("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
_DATED = re.compile(rf"\b(?:(\d{{1,2}})(?:er)? )?({'|'.join(_MONTHS)}) (20\d\d)\b|\b(\d{{1,2}})/(\d{{1,2}})/(20\d\d)\b")
_YEAR = re.compile(r"\b20\d\d\b")
# What began on a day still holds after it.
_SINCE = re.compile(
    r"\ba (?:partir|compter)\b|\bdepuis\b|\bdesormais\b|\bnouvel\w*\b|\bd'adresse\b"
    r"|\bouvert\w* (?:officielle )?(?:le|au)\b"
)
# Days and hours that a table of seven days may not say: weeks in turn, holidays, exceptions, appointments only.
_UNSURE = re.compile(
    r"\b(?:lun|mar|mercre|jeu|vendre|same)dis?\b|\bmidis?\b|\bmatins?\b|\bsemaines?\b|\bpar mois\b"
    r"|\bvacances\b|\bferm\w+|\bsauf\b|\bexceptionnel\w*|\bprovisoire\w*|\btravaux\b|\bhoraires?\b"
    r"|\b(?:uniquement|seulement|exclusivement)\b|\bd'adresse\b|\bsur (?:rdv|rendez[ -]vous)\b"
    r"|\bpermanences?\b|\b\d{1,2} ?h\b"
)


def readable(remark: str, on: date) -> str:
    """The remark in clear, on one line, without what was only so until a day now past; "" when nothing is left."""
    text = _ESCAPED.sub(_unescaped, remark).replace(_SPOILT, "services")
    kept = [one for one in map(_clear, _SENTENCE.split(text)) if one and not _CONTACT_ALONE.fullmatch(one)]
    return " ".join(_ended(one) for one in kept if not _is_past(one, on))


def makes_hours_unsure(remark: str) -> bool:
    """Does the remark speak of days or hours, so that those of the week do not hold each week?"""
    return _UNSURE.search(plain(remark)) is not None


def _unescaped(match: re.Match[str]) -> str:
    """A character that some form turned into an escape of a script."""
    return chr(int(match[1] or match[2], 16))


def _clear(sentence: str) -> str:
    return " ".join(sentence.replace("\u00a0", " ").split()).strip(" .;-/")


def _ended(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?…" else f"{sentence}."


def _is_past(sentence: str, on: date) -> bool:
    """Does every date of the sentence lie before the day? A year alone ends with it."""
    text = plain(sentence)
    if _SINCE.search(text):
        return False
    days = [_last_day(match) for match in _DATED.finditer(text)]
    days += [date(int(year), 12, 31) for year in _YEAR.findall(_DATED.sub("", text))]
    return bool(days) and max(days) < on


def _last_day(match: re.Match[str]) -> date:
    day, month, year, other_day, other_month, other_year = match.groups()
    number = _MONTHS.index(month) + 1 if month else int(other_month)
    try:
        return date(int(year or other_year), number, int(day or other_day or 28))
    except ValueError:
        return date(int(year or other_year), 12, 31)
