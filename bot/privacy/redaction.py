"""Mask identifiers in a message: social security number (with its key), bank account, telephone, e-mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_SEPARATOR = r"[\s\u00a0\u202f.\-]?"
_NIR = re.compile(
    r"(?<!\d)[1-478]" + _SEPARATOR + r"\d{2}" + _SEPARATOR + r"(?:0[1-9]|1[0-2]|[2-9]\d)" + _SEPARATOR
    + r"(?:\d{2}|2[abAB])" + _SEPARATOR + r"\d{3}" + _SEPARATOR + r"\d{3}(?:" + _SEPARATOR + r"(\d{2}))?(?!\d)"
)  # fmt: skip
_IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?:[\s\u00a0]?[A-Za-z0-9]{4}){3,7}(?:[\s\u00a0]?[A-Za-z0-9]{1,4})?\b")
_PHONE = re.compile(r"(?<!\d)(?:(?:\+|00)33[\s.\-]?(?:\(0\)[\s.\-]?)?|0)[1-9](?:[\s.\-\u00a0]?\d{2}){4}(?!\d)")
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
    compact = re.sub(r"\s", "", number).upper()
    if not 15 <= len(compact) <= 34:
        return False
    moved = "".join(str(int(char, 36)) for char in compact[4:] + compact[:4])
    return int(moved) % 97 == 1


def _is_nir(match: re.Match[str]) -> bool:
    return match[1] is None or nir_key_is_right(match[0])


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("adresse électronique", _EMAIL, lambda match: True),
    ("compte bancaire", _IBAN, lambda match: iban_key_is_right(match[0])),
    ("numéro de Sécurité sociale", _NIR, _is_nir),
    ("numéro de téléphone", _PHONE, lambda match: True),
)


def redact(text: str) -> Redacted:
    """The text with every identifier replaced by its kind between brackets."""
    found: list[str] = []
    for kind, pattern, is_real in _KINDS:

        def mask(match: re.Match[str], kind: str = kind, is_real: Callable[[re.Match[str]], bool] = is_real) -> str:
            if not is_real(match):
                return match[0]
            found.append(kind)
            return f"[{kind}]"

        text = pattern.sub(mask, text)
    return Redacted(text, tuple(dict.fromkeys(found)))
