"""The outcomes of reading a reply."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Value:
    """A value in the vocabulary of the rules, how to say it back, and whether it was typed or picked."""

    value: str
    said: str
    typed: bool = True


@dataclass(frozen=True)
class DontKnow:
    """The person does not know, or would rather not say; not knowing is the same however it was said."""

    said: str = field(default="je ne sais pas", compare=False)


@dataclass(frozen=True)
class Refused:
    """The reply cannot be used; `reason` picks the error text.

    One of "unreadable", "net", "abroad", "future", "impossible".
    """

    reason: str = "unreadable"


@dataclass(frozen=True)
class Ambiguous:
    """Several readings; the person picks one of these labels, each of which can be read by itself."""

    question: str
    labels: tuple[str, ...]


Reading = Value | DontKnow | Refused | Ambiguous
