"""Mask identifiers in a message: social security number (with its key), bank account, telephone, e-mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_SEPARATOR = r"[\s.\-]?"  # in a text, \s also stands for the non-breaking spaces
_NIR = re.compile(
    r"(?<!\d)(?P<body>[1-478]" + _SEPARATOR + r"\d{2}" + _SEPARATOR + r"(?:0[1-9]|1[0-2]|[2-9]\d)" + _SEPARATOR
    + r"(?:\d{2}|2[abAB])" + _SEPARATOR + r"\d{3}" + _SEPARATOR + r"\d{3})"
    + r"(?:(?P<gap>" + _SEPARATOR + r")(?P<key>\d{2}))?(?!\d)"
)  # fmt: skip
_IBAN = re.compile(
    r"\b[A-Za-z]{2}\d{2}(?:" + _SEPARATOR + r"[A-Za-z0-9]{4}){3,7}(?:" + _SEPARATOR + r"[A-Za-z0-9]{1,4})?\b"
)  # fmt: skip
# Two by two with the same separator all along: "05.12.24-08.01.25" is two dates, not a number.
_BY_TWO = r"[\s./\-]?\d{2}(?P<{0}>[\s./\-]?)\d{2}(?:(?P={0})\d{2}){2}"
_PHONE = re.compile(
    r"(?<!\d)(?:"
    r"0[1-9](?:" + _BY_TWO.replace("{0}", "home") + r"|\d{2}[\s.\-]\d{3}[\s.\-]\d{3})"
    r"|(?:\+|00)(?:33|262|590|594|596)[\s.\-]?(?:\(0\)[\s.\-]?|0)?[1-9]"
    r"(?:" + _BY_TWO.replace("{0}", "abroad") + r"|[\s.\-]?\d{2}[\s.\-]?\d{3}[\s.\-]?\d{3})"
    r"|\+(?!33)[1-9]\d{0,2}(?:[\s.\-]?\d){7,11}"
    r")(?!\d)"
)
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


@dataclass(frozen=True)
class Redacted:
    """A text without identifiers, and the kinds of those that were masked."""

    text: str
    found: tuple[str, ...]


def nir_key_is_right(number: str) -> bool:
    """Is the two-digit key of a social security number the right one? Corsica counts 2A as 19 and 2B as 18."""
    digits = re.sub(r"[^0-9AB]", "", number.upper())
    if len(digits) != 15:
        return False
    body = digits[:13].replace("2A", "19", 1) if "2A" in digits else digits[:13].replace("2B", "18", 1)
    return body.isdigit() and 97 - int(body) % 97 == int(digits[13:])


def iban_key_is_right(number: str) -> bool:
    """Does an account number pass the ISO 13616 check?"""
    compact = re.sub(r"[\s.\-]", "", number).upper()
    if not 15 <= len(compact) <= 34:
        return False
    moved = "".join(str(int(char, 36)) for char in compact[4:] + compact[:4])
    return int(moved) % 97 == 1


def _nir_length(match: re.Match[str]) -> int:
    if match["key"] is None or nir_key_is_right(match[0]):
        return len(match[0])
    # "1850375115005 62 ans": a number written in one piece, then another number which is not its key.
    alone = match["body"].isalnum() and match["gap"].isspace()
    return len(match["body"]) if alone else 0


def _iban_length(match: re.Match[str]) -> int:
    # The pattern may have taken the next word with it: the longest beginning that passes the check is the number.
    ends = [len(match[0]), *(found.start() for found in reversed(list(re.finditer(r"[^A-Za-z0-9]", match[0]))))]
    return next((end for end in ends if iban_key_is_right(match[0][:end])), 0)


def _whole(match: re.Match[str]) -> int:
    return len(match[0])


# For each kind, how it looks and how many characters of what was found really are one (0: none).
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], int]], ...] = (
    ("adresse électronique", _EMAIL, _whole),
    ("compte bancaire", _IBAN, _iban_length),
    ("numéro de Sécurité sociale", _NIR, _nir_length),
    ("numéro de téléphone", _PHONE, _whole),
)


def redact(text: str) -> Redacted:
    """The text with every identifier replaced by its kind between brackets."""
    found: list[str] = []
    for kind, pattern, length_of in _KINDS:
        position = 0
        while match := pattern.search(text, position):
            length = length_of(match)
            position = match.start() + 1  # what is refused here may hide a real one a little further
            if length:
                found.append(kind)
                mark = f"[{kind}]"
                text = text[: match.start()] + mark + text[match.start() + length :]
                position = match.start() + len(mark)
    return Redacted(text, tuple(dict.fromkeys(found)))
