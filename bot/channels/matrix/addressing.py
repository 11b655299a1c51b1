"""Is a message of a group meant for the assistant, and what does it say without the mention?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_AFTER = r"(?:\s*[,:;–-]+\s*|\s+|$)"
_QUOTED = re.compile(r"\A(?:>.*(?:\n|\Z))+\n?")


@dataclass(frozen=True)
class Me:
    """The assistant's own account: its Matrix name, and the one that people see."""

    id: str
    name: str = ""


def mentions(content: Mapping[str, Any], body: str, me: Me) -> bool:
    """Whether a message names the account, in its list of mentions, by a link, or at its start."""
    listed = content.get("m.mentions")
    users = listed.get("user_ids") if isinstance(listed, Mapping) else None
    if isinstance(users, list) and me.id in users:
        return True
    linked = content.get("formatted_body")
    if isinstance(linked, str) and f'https://matrix.to/#/{me.id}"' in linked.replace("%40", "@").replace("%3A", ":"):
        return True
    return bool(_named(me).match(body))


def without_mention(body: str, me: Me) -> str:
    """The words without the name they begin with, and without the full name anywhere."""
    return re.sub(rf"\s*{re.escape(me.id)}(?=\W|$)", "", _named(me).sub("", body)).strip()


def without_quotation(body: str) -> str:
    """The words of a reply without the lines that older applications put before them."""
    return _QUOTED.sub("", body)


def _named(me: Me) -> re.Pattern[str]:
    local = me.id[1:].partition(":")[0]
    names = [
        re.escape(me.id),
        *(rf"@?{re.escape(name)}" for name in (me.name,) if name.strip()),
        rf"@{re.escape(local)}",
    ]
    return re.compile(rf"\A\s*(?:{'|'.join(names)}){_AFTER}", re.IGNORECASE)
