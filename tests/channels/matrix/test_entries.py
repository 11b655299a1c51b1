from __future__ import annotations

import pytest

from bot.channels.matrix.entries import Heard, Spoken, arrived
from tests.channels.matrix.timeline import CAMILLE, DENIS, ME, Timeline


def _heard(room: Timeline, *joined: str) -> list[Heard]:
    return [entry for entry in room.entries(*joined) if isinstance(entry, Heard) and entry.kind != "arrival"]


def test_what_was_written_while_we_were_invited_comes_after_the_greeting() -> None:
    room = Timeline()
    room.member(CAMILLE, "join")
    room.write("avant l'invitation")
    room.member(ME.id, "invite")
    room.write("bonjour")
    arrival = room.member(ME.id, "join", "invite")
    assert [entry.id for entry in room.entries()] == [arrival, "$4"]


def test_an_earlier_stay_is_not_read() -> None:
    room = Timeline()
    room.meet()
    room.write("autrefois")
    room.member(ME.id, "leave", "join")
    room.member(ME.id, "invite", "leave")
    arrival = room.member(ME.id, "join", "invite")
    assert [entry.id for entry in room.entries()] == [arrival]
    assert arrived(room.events[-2:], ME)
    assert not arrived(room.events[-1:], ME)


def test_what_was_written_before_we_came_uninvited_is_not_read() -> None:
    room = Timeline()
    room.member(CAMILLE, "join")
    room.write("avant")
    arrival = room.member(ME.id, "join", "leave")
    assert [entry.id for entry in room.entries()] == [arrival]


def test_a_change_of_name_is_no_arrival() -> None:
    room = Timeline()
    room.meet()
    room.member(ME.id, "join", "join")
    assert [entry.kind for entry in room.entries() if isinstance(entry, Heard)] == ["arrival"]


def test_a_room_is_direct_or_not_at_the_moment_of_each_message() -> None:
    room = Timeline()
    room.meet()
    room.write("à deux")
    room.member(DENIS, "join")
    room.write("à trois")
    room.member(DENIS, "leave", "join")
    room.write("de nouveau à deux")
    assert [entry.direct for entry in _heard(room)] == [True, False, True]


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.notice", "body": "je suis un autre robot"},
        {"msgtype": "m.key.verification.request", "body": "vérifions"},
    ],
)
def test_what_needs_no_answer_is_not_heard(content: dict[str, str]) -> None:
    room = Timeline()
    room.meet()
    room.add("m.room.message", CAMILLE, content)
    assert _heard(room) == []


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("m.room.message", {"msgtype": "m.image", "body": "ordonnance.jpg"}),
        ("m.room.message", {"msgtype": "m.text", "body": ["pas un texte"]}),
        ("m.room.message", {"body": "sans genre"}),
        ("m.sticker", {"body": "un chat"}),
    ],
)
def test_what_is_not_text_is_heard_as_such(kind: str, content: dict[str, object]) -> None:
    room = Timeline()
    room.meet()
    room.add(kind, CAMILLE, content)
    assert [entry.kind for entry in _heard(room)] == ["other"]


def test_an_edit_says_its_new_words() -> None:
    room = Timeline()
    room.meet()
    new = {"msgtype": "m.text", "body": "mars 2024"}
    relation = {"rel_type": "m.replace", "event_id": "$1"}
    room.write("* mars 2024", **{"m.new_content": new, "m.relates_to": relation})
    assert [entry.text for entry in _heard(room)] == ["mars 2024"]


def test_the_lines_that_old_applications_quote_are_taken_off() -> None:
    room = Timeline()
    room.meet()
    relation = {"m.in_reply_to": {"event_id": "$9"}}
    room.write(f"> <{ME.id}> Quel âge ?\n> suite\n\n54 ans", **{"m.relates_to": relation})
    assert [(entry.text, entry.replies_to) for entry in _heard(room)] == [("54 ans", "$9")]


def test_what_stands_outside_a_reply_is_not_taken_for_a_quotation() -> None:
    room = Timeline()
    room.meet()
    room.write("> 18 000")
    assert [entry.text for entry in _heard(room)] == ["> 18 000"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"{ME.id} : et mes loyers ?", {}),
        ("Assistant pension, et mes loyers ?", {}),
        ("@assistant et mes loyers ?", {}),
        ("et mes loyers ?", {"m.mentions": {"user_ids": [ME.id]}}),
        (f"et mes loyers {ME.id}?", {"m.mentions": {"user_ids": [ME.id]}}),
    ],
)
def test_in_a_group_a_mention_is_seen_and_taken_off(text: str, more: dict[str, object]) -> None:
    room = Timeline()
    room.meet()
    room.member(DENIS, "join")
    room.write(text, **more)
    (heard,) = _heard(room, CAMILLE, DENIS)
    assert heard.mentioned
    assert heard.text.replace(" ", "") == "etmesloyers?"


@pytest.mark.parametrize("text", ["l'assistant pension est là", "Assistante pensionnée, bonjour", "merci @assistante"])
def test_words_that_only_resemble_the_name_are_no_mention(text: str) -> None:
    room = Timeline()
    room.meet()
    room.member(DENIS, "join")
    room.write(text)
    assert [entry.mentioned for entry in _heard(room, CAMILLE, DENIS)] == [False]


def test_an_encrypted_event_that_cannot_be_read_is_unreadable_and_ours_keeps_its_mark() -> None:
    room = Timeline()
    room.meet()
    event_id = room.add("m.room.encrypted", CAMILLE, {"ciphertext": "…"})
    mark = {"event": event_id, "part": 1, "of": 1}
    room.add("m.room.encrypted", ME.id, {"ciphertext": "…", "fr.assistant-invalidite.answers": mark})
    assert [entry.kind for entry in _heard(room)] == ["unreadable"]
    (ours,) = [entry for entry in room.entries() if isinstance(entry, Spoken)]
    assert ours.mark
    assert ours.mark.event == event_id


def test_a_mark_that_somebody_else_writes_is_none() -> None:
    room = Timeline()
    room.meet()
    mark = {"event": "$3", "part": 1, "of": 1}
    room.write("bonjour", **{"fr.assistant-invalidite.answers": mark})
    assert not [entry for entry in room.entries() if isinstance(entry, Spoken)]


@pytest.mark.parametrize("mark", ["texte", {"event": 1, "part": 1, "of": 1}, {"event": "$1"}, {"part": "1"}, None])
def test_a_mark_that_cannot_be_read_is_none(mark: object) -> None:
    room = Timeline()
    room.meet()
    room.add("m.room.message", ME.id, {"body": "…", "fr.assistant-invalidite.answers": mark})
    assert [entry.mark for entry in room.entries() if isinstance(entry, Spoken)] == [None]
