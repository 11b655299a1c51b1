"""What an answer is on a telephone: texts of a length that Twilio takes, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from bot.channels.rendering.numbered import numbered
from bot.channels.rendering.plain_signs import plain_signs
from bot.channels.rendering.splitting import in_utf16, split

Kind = Literal["sms", "whatsapp"]
SMS: Kind = "sms"
WHATSAPP: Kind = "whatsapp"
LONGEST_PART = 1_600  # UTF-16 units: Twilio refuses longer ones, for both kinds (its error 21617)
MOST_PARTS = 10  # Twilio sends no more in answer to one message (its warning 14109)
_RANK = "({}/{}) "
_ROOM = len(_RANK.format(MOST_PARTS, MOST_PARTS))
# In an SMS this word, alone, makes Twilio refuse whatever we would still send to that number.
_TAKEN = re.compile(r"«(\s?)stop(\s?)»")
_LEAVE = r"«\1j'arrête\2»"
# What XML cannot hold; a person's own words may be said back.
_UNWRITABLE = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def outgoing(said: Mapping[str, Any], kind: Kind = SMS) -> list[str]:
    """The texts that deliver a message in its JSON form: all its words, then the numbered choices."""
    return texts((said,), kind)


def texts(messages: Sequence[Mapping[str, Any]], kind: Kind) -> list[str]:
    """The texts that deliver several messages: as few as possible, and numbered, for they may arrive in any order."""
    words = [numbered(said, is_last=said is messages[-1]) for said in messages]
    whole = _UNWRITABLE.sub("", "\n\n".join(words)).strip()
    if kind == SMS:
        whole = plain_signs(_TAKEN.sub(_LEAVE, whole))
    if in_utf16(whole) <= LONGEST_PART:
        return [whole] if whole else []
    parts = split(whole, LONGEST_PART - _ROOM, in_utf16)
    return [_RANK.format(rank, len(parts)) + part for rank, part in enumerate(parts, 1)]
