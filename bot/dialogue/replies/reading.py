"""The outcomes of reading a reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Value:
    """A value in the vocabulary of the rules, and how to say it back."""

    value: str
    said: str


@dataclass(frozen=True)
class DontKnow:
    """The person does not know, or would rather not say."""


@dataclass(frozen=True)
class Refused:
    """The reply cannot be used; `reason` picks the error text ("unreadable", "net", "abroad", "future", "impossible")."""

    reason: str = "unreadable"


@dataclass(frozen=True)
class Ambiguous:
    """Several readings; the person picks one of these labels, each of which can be read by itself."""

    question: str
    labels: tuple[str, ...]


Reading = Union[Value, DontKnow, Refused, Ambiguous]
