"""The room is the record: from its entries follow what is answered, what is not yet, and what the person had said.

Messages of a room are answered one after the other. So everything before one that is answered is settled, even where
an answer was deleted since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from bot.channels.matrix.edits import with_edits
from bot.channels.matrix.entries import Entry, Heard, Spoken
from bot.dialogue.replies.choices import names_a_rank

SILENCE = 2 * 60 * 60 * 1000  # milliseconds after which the assistant has forgotten a conversation
MOST_TEXTS, MOST_BYTES = 60, 24_000  # of what is said anew; the assistant takes a little more


@dataclass(frozen=True)
class Pending:
    """Something to answer now: the parts of the answer that are there already, and whether a delay was announced."""

    heard: Heard
    sent: frozenset[int] = frozenset()
    told_to_wait: bool = False


@dataclass(frozen=True)
class SaidBefore:
    """What a person had said in a conversation.

    `whole`: older entries would add nothing to it; `in_group`: some of it was said before others; `greeted`: it
    begins after our greeting, whose choices a number may pick. Otherwise no choice was shown to whom it begins.
    """

    texts: tuple[str, ...]
    whole: bool
    in_group: bool = False
    greeted: bool = False


def pending(
    entries: Sequence[Entry], answered: Collection[str] = (), own: Collection[str] = (), begun: Collection[str] = ()
) -> Pending | None:
    """The first thing to answer.

    `answered`: events known to be settled, whose answers are perhaps not seen yet; `own`: older events of ours;
    `begun`: events whose answer is known, and not said yet.
    """
    entries = with_edits(entries, {*answered, *begun})
    complete, sent = _answers(entries)
    done = complete | frozenset(answered)
    last = max((place for place, entry in enumerate(entries) if entry.id in done), default=-1)
    ours = spoken(entries) | frozenset(own)
    for entry in entries[last + 1 :]:
        if isinstance(entry, Heard) and needs_answer(entry, ours):
            waits = any(isinstance(other, Spoken) and other.waits == entry.id for other in entries)
            return Pending(entry, sent.get(entry.id, frozenset()), waits)
    return None


def reaches_answered(entries: Sequence[Entry], answered: Collection[str] = ()) -> bool:
    """Whether nothing older than these entries can be pending."""
    done = _answers(entries)[0] | frozenset(answered)
    return any(entry.id in done for entry in entries if isinstance(entry, Heard))


def needs_answer(heard: Heard, own: Collection[str] = ()) -> bool:
    """In a conversation of two, everything that is there to read; in a group, what is addressed to us."""
    if heard.kind == "gone":
        return False
    if heard.direct:
        return True
    return heard.kind not in {"arrival", "unreadable"} and is_addressed(heard, own)


def is_addressed(heard: Heard, own: Collection[str]) -> bool:
    """Whether a message of a group names us, or replies to one of our `own` messages."""
    return heard.mentioned or bool(heard.replies_to and heard.replies_to in own)


def erasures(entries: Sequence[Entry]) -> dict[str, str]:
    """The messages whose answer ended in forgetting all, and who wrote them."""
    erased = {entry.mark.event for entry in entries if isinstance(entry, Spoken) and entry.mark and entry.mark.erased}
    return {entry.id: entry.sender for entry in entries if isinstance(entry, Heard) and entry.id in erased}


def spoken(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of our own events."""
    return frozenset(entry.id for entry in entries if isinstance(entry, Spoken))


def said_before(entries: Sequence[Entry], heard: Heard, own: Collection[str] = ()) -> SaidBefore:
    """What its sender had said in the conversation that `heard` goes on with, oldest first."""
    entries = with_edits(entries)
    place = next((place for place, entry in enumerate(entries) if entry.id == heard.id), len(entries))
    theirs = list(_of_conversation(entries[:place], heard, own))
    kept, whole = _since_beginning(theirs, heard)
    greeted = heard.direct and _follows_greeting(entries, (*kept, heard)[0])
    texts, size = list[str](), 0
    for entry in reversed(kept):
        size += len(entry.text.encode())
        if len(texts) == MOST_TEXTS or size > MOST_BYTES:
            whole = True
            break
        texts.append(entry.text)
    said = texts[::-1] if greeted else dropwhile(names_a_rank, texts[::-1])
    return SaidBefore(tuple(said), whole, any(not entry.direct for entry in kept), greeted)


def _follows_greeting(entries: Sequence[Entry], first: Heard) -> bool:
    """Whether the last thing we had said before `first` was the greeting of our arrival."""
    before = list(takewhile(lambda entry: entry.id != first.id, entries))
    arrivals = {entry.id for entry in before if isinstance(entry, Heard) and entry.kind == "arrival"}
    ours = [entry for entry in before if isinstance(entry, Spoken)]
    return bool(ours and ours[-1].mark and ours[-1].mark.event in arrivals)


def _since_beginning(entries: Sequence[Entry], heard: Heard) -> tuple[list[Heard], bool]:
    """The texts since the conversation began: after a silence, or after it was forgotten; and whether that is there."""
    kept: list[Heard] = []
    later, until = heard.when, ""
    for entry in reversed(entries):
        # The silence is the person's: from what was said last to their next message.
        if later and later - entry.when > SILENCE:
            return kept[::-1], True
        if isinstance(entry, Spoken):
            later = 0
            until = until or (entry.mark.event if entry.mark and entry.mark.erased else "")
            continue
        if entry.id == until:
            return kept[::-1], True
        later = entry.when
        if entry.kind == "text":
            kept.append(entry)
    return kept[::-1], False


def _of_conversation(entries: Sequence[Entry], heard: Heard, own: Collection[str]) -> Iterator[Entry]:
    """The entries of the conversation with the sender of `heard`: in a group, neither others' nor answers to them."""
    ours = spoken(entries) | frozenset(own)
    theirs = {
        entry.id
        for entry in entries
        if isinstance(entry, Heard)
        and entry.sender == heard.sender
        and (entry.kind == "gone" or needs_answer(entry, ours))
    }
    for entry in entries:
        answers = entry.mark.event if isinstance(entry, Spoken) and entry.mark else ""
        if entry.id in theirs or answers in theirs or (isinstance(entry, Spoken) and heard.direct):
            yield entry


def _answers(entries: Sequence[Entry]) -> tuple[frozenset[str], dict[str, frozenset[int]]]:
    """The events whose answers are complete, and the parts that are there of each answer."""
    sent: dict[str, set[int]] = {}
    complete = set()
    for entry in entries:
        if isinstance(entry, Spoken) and entry.mark:
            parts = sent.setdefault(entry.mark.event, set())
            parts.add(entry.mark.part)
            if parts >= set(range(1, entry.mark.of + 1)):
                complete.add(entry.mark.event)
    return frozenset(complete), {event: frozenset(parts) for event, parts in sent.items()}
