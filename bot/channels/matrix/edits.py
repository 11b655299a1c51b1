"""Messages that were edited: before they are answered the new words count, afterwards they are told apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.channels.matrix.entries import Entry, Heard, Spoken


def with_edits(entries: Sequence[Entry], begun: Collection[str] = ()) -> tuple[Entry, ...]:
    """The entries without what was edited before its answer began; a later edit is a "correction".

    `begun`: events whose answer has begun, though no part of it is seen among the entries yet.
    """
    answering = {entry.mark.event for entry in entries if isinstance(entry, Spoken) and entry.mark} | set(begun)
    heard = {entry.id: entry for entry in entries if isinstance(entry, Heard)}
    reaches_arrival = any(entry.kind == "arrival" for entry in heard.values())
    found: list[Entry] = []
    for entry in entries:
        if not (isinstance(entry, Heard) and entry.edited):
            found.append(entry)
            continue
        edited = heard.get(entry.edited)
        if edited and edited.sender != entry.sender:  # nobody edits the words of others
            found.append(entry)
            continue
        earlier = [one for one in found if isinstance(one, Heard) and entry.edited in {one.id, one.edited}]
        if edited:
            entry = replace(entry, replies_to=edited.replies_to, thread=edited.thread)
        # What stands before all that was read is answered.
        is_settled = not edited and entry.direct and not reaches_arrival
        if edited and edited.kind == "gone":
            entry = replace(entry, kind="gone", text="")
        elif is_settled or any(one.id in answering for one in earlier):
            entry = replace(entry, kind="correction", text="")
        else:
            found = [one for one in found if one not in earlier]
        found.append(entry)
    return tuple(found)
