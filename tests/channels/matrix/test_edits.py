"""A message is edited before its answer, or afterwards."""

from __future__ import annotations

import pytest

from bot.channels.matrix.entries import Heard
from bot.channels.matrix.erasing import to_redact
from bot.channels.matrix.record import pending, said_before
from tests.channels.matrix.timeline import CAMILLE, DENIS, ME, Timeline


@pytest.fixture
def room() -> Timeline:
    """A room for two, greeted."""
    found = Timeline()
    found.answer(found.meet())
    return found


def _edit(room: Timeline, event_id: str, text: str, sender: str = CAMILLE) -> str:
    new = {"msgtype": "m.text", "body": text}
    relation = {"rel_type": "m.replace", "event_id": event_id}
    return room.write(f"* {text}", sender, **{"m.new_content": new, "m.relates_to": relation})


def _next(room: Timeline, *joined: str, begun: tuple[str, ...] = ()) -> Heard | None:
    waiting = pending(room.entries(*joined), begun=begun)
    return waiting.heard if waiting else None


def _said(room: Timeline, event_id: str) -> tuple[str, ...]:
    entries = room.entries()
    heard = next(entry for entry in entries if isinstance(entry, Heard) and entry.id == event_id)
    return said_before(entries, heard).texts


def test_an_edit_before_the_answer_is_answered_in_the_place_of_what_it_edits(room: Timeline) -> None:
    first = room.write("mars 2042")
    _edit(room, first, "mars 2043")
    last = _edit(room, first, "mars 2024")
    heard = _next(room)
    assert heard
    assert (heard.id, heard.kind, heard.text) == (last, "text", "mars 2024")
    room.answer(last)
    assert _next(room) is None
    assert _said(room, room.write("la suite")) == ("mars 2024",)


def test_an_edit_of_what_is_answered_is_no_answer_to_the_next_question(room: Timeline) -> None:
    room.answer(room.write("vérifier ma situation"))
    first = room.write("2")
    room.answer(first)
    edit = _edit(room, first, "1")
    heard = _next(room)
    assert heard
    assert (heard.id, heard.kind) == (edit, "correction")
    room.answer(edit)
    again = _edit(room, first, "3")
    heard = _next(room)
    assert heard
    assert (heard.id, heard.kind) == (again, "correction")
    room.answer(again)
    assert _said(room, room.write("non")) == ("vérifier ma situation", "2")


def test_an_answer_that_has_begun_cannot_be_changed(room: Timeline) -> None:
    first = room.write("2")
    _edit(room, first, "1")
    heard = _next(room, begun=(first,))
    assert heard
    assert heard.id == first
    room.answer(first, of=2)
    heard = _next(room)
    assert heard
    assert (heard.id, heard.text) == (first, "2")


def test_an_edit_of_what_stands_further_back_is_a_correction(room: Timeline) -> None:
    first = room.write("2")
    room.answer(first)
    room.answer(room.write("bonjour"))
    edit = _edit(room, first, "1")
    del room.events[:-3]
    heard = _next(room)
    assert heard
    assert (heard.id, heard.kind) == (edit, "correction")


def test_an_edit_of_a_deleted_message_is_not_answered(room: Timeline) -> None:
    first = room.write("2")
    _edit(room, first, "1")
    room.delete(first)
    assert _next(room) is None


def test_nobody_edits_the_words_of_others(room: Timeline) -> None:
    room.member(DENIS, "join")
    mention = {"m.mentions": {"user_ids": [ME.id]}}
    first = room.write("ma pension ?", **mention)
    _edit(room, first, f"{ME.id} autre chose", DENIS)
    heard = _next(room, CAMILLE, DENIS)
    assert heard
    assert (heard.id, heard.text) == (first, "ma pension ?")


def test_an_edited_reply_in_a_group_is_still_one(room: Timeline) -> None:
    room.member(DENIS, "join")
    ours = room.answer("$0")
    first = room.write("2", **{"m.relates_to": {"m.in_reply_to": {"event_id": ours}}})
    edit = _edit(room, first, "1")
    heard = _next(room, CAMILLE, DENIS)
    assert heard
    assert (heard.id, heard.text) == (edit, "1")


def test_an_erasure_also_deletes_what_was_edited_in_a_group(room: Timeline) -> None:
    room.member(DENIS, "join")
    mention = {"m.mentions": {"user_ids": [ME.id]}}
    first, theirs = room.write("j'ai 45 ans", **mention), room.write("entre nous", DENIS)
    edit = _edit(room, first, f"{ME.id} j'ai 54 ans")
    forged = _edit(room, theirs, f"{ME.id} bonjour")
    answers = [room.answer(edit), room.answer(forged)]
    erase = room.write("effacer mes données", **mention)
    room.answer(erase, erased=True)
    deleted = {entry.id for entry in to_redact(room.entries(CAMILLE, DENIS), erase, CAMILLE)}
    assert {first, edit, forged, erase, *answers} <= deleted
    assert theirs not in deleted
