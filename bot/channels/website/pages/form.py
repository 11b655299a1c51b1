"""What the form of the conversation page sent: a button pressed, or words typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """One sending: `choice` (the id of a button) or `text`; `draft`: words typed but not sent, to be shown again.

    `after` is the number of the last entry that the page showed: the same thing sent again after the same entry is a
    double click or a reload, not a second message.
    """

    choice: str = ""
    text: str = ""
    draft: str = ""
    after: int = 0


def sent(fields: Mapping[str, Sequence[str]]) -> Sent:
    """The sending, from the fields of the form (each name with its values, in the order of the page).

    The buttons whose words are a message come before the message field, and have its name.
    """
    choice = next(iter(fields.get("choice") or ()), "")
    texts = list(fields.get("text") or ())
    number = next(iter(fields.get("after") or ()), "")
    after = int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 0
    if choice:
        return Sent(choice=choice, draft="".join(texts[-1:]), after=after)
    return Sent(text="".join(texts[:1]), draft="".join(texts[1:2]), after=after)
