"""The events of a room as what matters of them: who said what to the assistant, and what it has said itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.channels.matrix.addressing import Me, mentions, without_mention, without_quotation
from bot.channels.matrix.marks import Mark, mark_of, waits_for

Event = Mapping[str, Any]
Kind = Literal["text", "location", "other", "unreadable", "gone", "arrival", "correction"]

MESSAGE, ENCRYPTED, MEMBER = "m.room.message", "m.room.encrypted", "m.room.member"
# Neither text nor a message for people: nothing to say about them.
_IGNORED = frozenset({"m.notice", "m.key.verification.request", "m.server_notice"})
_OTHER_TYPES = frozenset({"m.sticker", "m.poll.start", "org.matrix.msc3381.poll.start", "m.call.invite"})
TYPES = (MESSAGE, ENCRYPTED, MEMBER, *sorted(_OTHER_TYPES))
_WORDS = frozenset({"m.text", "m.emote"})
_GEO = "org.matrix.msc3488.location"


@dataclass(frozen=True)
class Heard:
    """Something to answer, or that was: `text` holds words, or the geo: address of a "location".

    `when`: milliseconds; `direct`: there were two of us; `mentioned`: in a group, it names us; `replies_to`: the event
    it is a reply to; `thread`: the root of its thread; `edited`: the event whose words it replaces. "gone": deleted,
    "arrival": we joined, and greet who is there, "correction": it edits what is answered (see edits.py).
    """

    id: str
    sender: str
    when: int
    kind: Kind
    text: str = ""
    direct: bool = True
    mentioned: bool = False
    replies_to: str = ""
    thread: str = ""
    edited: str = ""


@dataclass(frozen=True)
class Spoken:
    """Something that the gateway sent: a part of an answer, or that it comes later; neither once it is deleted."""

    id: str
    when: int
    mark: Mark | None = None
    waits: str = ""


Entry = Heard | Spoken


def entries(events: Sequence[Event], me: Me, joined: Iterable[str]) -> tuple[Entry, ...]:
    """The events of a room, oldest first, since we were invited to it; `joined`: its members after the last event."""
    others = _others_at(events, me, joined)
    found: list[Entry] = []
    arrival = 0
    for event, there in zip(events, others, strict=True):
        content = _content(event)
        if event.get("type") == MEMBER:
            if event.get("state_key") != me.id:
                continue
            now, before = content.get("membership"), _membership_before(event)
            if now == "invite":
                found, arrival = [], 0
            elif now == "join" and before != "join":
                found = found if before == "invite" else []
                # What was written between the invitation and now comes after the greeting.
                found.insert(arrival, Heard(_text(event, "event_id"), "", _when(event), "arrival", direct=there == 1))
            continue
        entry = _spoken(event, content) if event.get("sender") == me.id else _heard(event, content, me, there)
        found += [entry] if entry else []
    return tuple(found)


def arrived(events: Sequence[Event], me: Me) -> bool:
    """Whether these events, oldest first, reach back to the invitation, or to a joining that needed none."""
    ours = [event for event in events if event.get("type") == MEMBER and event.get("state_key") == me.id]
    return any(
        _content(event).get("membership") == "invite"
        or (_content(event).get("membership") == "join" and _membership_before(event) not in {"join", "invite"})
        for event in ours
    )


def _others_at(events: Sequence[Event], me: Me, joined: Iterable[str]) -> list[int]:
    """How many other members there were at each event."""
    there, counts = set(joined) - {me.id}, []
    for event in reversed(events):
        counts.append(len(there))
        if event.get("type") == MEMBER and (who := _text(event, "state_key")) != me.id:
            (there.add if _membership_before(event) == "join" else there.discard)(who)
    return counts[::-1]


def _heard(event: Event, content: Mapping[str, Any], me: Me, others: int) -> Heard | None:
    identifier, sender, when = _text(event, "event_id"), _text(event, "sender"), _when(event)
    direct = others <= 1
    if _is_gone(event, content):
        return Heard(identifier, sender, when, "gone", direct=direct)
    if event.get("type") == ENCRYPTED:
        return Heard(identifier, sender, when, "unreadable", direct=direct)
    related = content.get("m.relates_to")
    relation: Mapping[str, Any] = related if isinstance(related, Mapping) else {}
    is_edit = relation.get("rel_type") == "m.replace"
    kind: Kind | None = "other"
    body = ""
    if event.get("type") == MESSAGE:
        new = content.get("m.new_content")
        content = new if is_edit and isinstance(new, Mapping) else content
        kind, body = _what(content)
    if kind is None:
        return None
    replied = relation.get("m.in_reply_to")
    replies_to = _text(replied, "event_id") if isinstance(replied, Mapping) else ""
    if relation.get("is_falling_back") is True:
        replies_to = ""
    body = without_quotation(body) if replies_to else body
    thread = _text(relation, "event_id") if relation.get("rel_type") == "m.thread" else ""
    mentioned = not direct and mentions(content, body, me)
    text = without_mention(body, me) if mentioned and kind == "text" else body
    edited = _text(relation, "event_id") if is_edit else ""
    return Heard(identifier, sender, when, kind, text, direct, mentioned, replies_to, thread, edited)


def _what(content: Mapping[str, Any]) -> tuple[Kind | None, str]:
    """The kind of a message and its words; no kind: it needs no answer."""
    sort = content.get("msgtype")
    if sort in _IGNORED:
        return None, ""
    if sort == "m.location":
        extended = content.get(_GEO)
        address = content.get("geo_uri") or (extended.get("uri") if isinstance(extended, Mapping) else "")
        return "location", address if isinstance(address, str) else ""
    body = content.get("body")
    return ("text", body) if sort in _WORDS and isinstance(body, str) else ("other", "")


def _spoken(event: Event, content: Mapping[str, Any]) -> Spoken:
    return Spoken(_text(event, "event_id"), _when(event), mark_of(content), waits_for(content))


def _is_gone(event: Event, content: Mapping[str, Any]) -> bool:
    unsigned = event.get("unsigned")
    return not content or (isinstance(unsigned, Mapping) and "redacted_because" in unsigned)


def _membership_before(event: Event) -> str:
    for holder in (event.get("unsigned"), event):
        before = holder.get("prev_content") if isinstance(holder, Mapping) else None
        if isinstance(before, Mapping):
            return _text(before, "membership")
    return ""


def _content(event: Event) -> Mapping[str, Any]:
    content = event.get("content")
    return content if isinstance(content, Mapping) else {}


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _when(event: Event) -> int:
    value = event.get("origin_server_ts")
    return value if isinstance(value, int) else 0
