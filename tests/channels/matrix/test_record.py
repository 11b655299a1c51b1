from __future__ import annotations

from bot.channels.matrix.entries import Heard
from bot.channels.matrix.record import MOST_TEXTS, SILENCE, erasures, pending, reaches_answered, said_before
from tests.channels.matrix.timeline import CAMILLE, DENIS, ME, Timeline

ADDRESSED = {"m.mentions": {"user_ids": [ME.id]}}


def _greeted() -> Timeline:
    room = Timeline()
    room.answer(room.meet())
    return room


def _said(room: Timeline, event_id: str, *joined: str) -> tuple[str, ...]:
    entries = room.entries(*joined)
    heard = next(entry for entry in entries if isinstance(entry, Heard) and entry.id == event_id)
    return said_before(entries, heard).texts


def _next(room: Timeline, *joined: str) -> str:
    waiting = pending(room.entries(*joined))
    return waiting.heard.id if waiting else ""


def test_who_comes_greets_first() -> None:
    room = Timeline()
    arrival = room.meet()
    first = room.write("bonjour")
    assert _next(room) == arrival
    room.answer(arrival)
    assert _next(room) == first
    room.answer(first)
    assert _next(room) == ""


def test_messages_are_answered_oldest_first() -> None:
    room = _greeted()
    first, second = room.write("un"), room.write("deux")
    assert _next(room) == first
    room.answer(first)
    assert _next(room) == second


def test_an_answer_cut_in_half_lacks_its_other_parts() -> None:
    room = _greeted()
    event_id = room.write("une question")
    room.answer(event_id, part=2, of=3)
    waiting = pending(room.entries())
    assert waiting
    assert (waiting.heard.id, waiting.sent) == (event_id, {2})


def test_what_is_known_to_be_answered_is_not_pending_though_its_answer_is_not_seen_yet() -> None:
    room = _greeted()
    event_id = room.write("une question")
    assert pending(room.entries(), {event_id}) is None
    assert reaches_answered(room.entries(), {event_id})


def test_a_question_whose_answer_was_deleted_is_not_answered_again() -> None:
    room = _greeted()
    answers = [room.answer(room.write(text)) for text in ("un", "deux")]
    room.delete(answers[0])
    assert _next(room) == ""


def test_a_deleted_message_is_not_answered() -> None:
    room = _greeted()
    room.delete(room.write("je n'ai rien dit"))
    assert _next(room) == ""


def test_it_is_known_who_was_told_to_wait() -> None:
    room = _greeted()
    room.ask_to_wait(room.write("une question"))
    waiting = pending(room.entries())
    assert waiting
    assert waiting.told_to_wait


def test_a_group_is_only_answered_when_it_asks() -> None:
    room = _greeted()
    room.member(DENIS, "join")
    room.write("entre nous")
    ours = room.answer("$0")
    reply = room.write("et pour moi ?", DENIS, **{"m.relates_to": {"m.in_reply_to": {"event_id": ours}}})
    assert _next(room, CAMILLE, DENIS) == reply
    room.answer(reply)
    mentioned = room.write("et moi ?", **ADDRESSED)
    assert _next(room, CAMILLE, DENIS) == mentioned


def test_nobody_greets_a_group() -> None:
    room = Timeline()
    room.member(DENIS, "join")
    room.meet()
    assert _next(room, CAMILLE, DENIS) == ""


def test_what_was_said_goes_back_to_a_silence() -> None:
    room = _greeted()
    room.answer(room.write("hier"))
    room.now += SILENCE
    for text in ("vérifier ma situation", "1"):
        room.answer(room.write(text))
    assert _said(room, room.write("non")) == ("vérifier ma situation", "1")


def test_an_answer_that_came_late_is_no_silence() -> None:
    room = _greeted()
    question = room.write("vérifier ma situation")
    room.now += 2 * SILENCE
    room.answer(question)
    assert _said(room, room.write("1")) == ("vérifier ma situation",)


def test_nothing_is_said_again_after_a_long_silence() -> None:
    room = _greeted()
    room.answer(room.write("vérifier ma situation"))
    room.now += SILENCE
    assert _said(room, room.write("1")) == ()


def test_nothing_from_before_an_erasure_is_said_again() -> None:
    room = _greeted()
    room.answer(room.write("j'ai 54 ans"))
    erase = room.write("effacer mes données")
    meanwhile = room.write("bonjour")
    room.answer(erase, erased=True)
    room.answer(meanwhile)
    assert _said(room, room.write("1")) == ("bonjour",)
    room.delete(erase)
    assert _said(room, room.events[-1]["event_id"]) == ("bonjour",)
    assert erasures(room.entries()) == {erase: CAMILLE}


def test_of_a_group_only_what_the_same_person_said_to_us_is_said_again() -> None:
    room = _greeted()
    room.member(DENIS, "join")
    for text, sender, more in (
        ("ma situation", CAMILLE, ADDRESSED),
        ("la mienne", DENIS, ADDRESSED),
        ("entre nous", CAMILLE, {}),
    ):
        event_id = room.write(text, sender, **more)
        if more:
            room.answer(event_id)
    assert _said(room, room.write("1", **ADDRESSED), CAMILLE, DENIS) == ("ma situation",)


def test_no_more_is_said_again_than_the_assistant_takes() -> None:
    room = _greeted()
    for number in range(MOST_TEXTS + 5):
        room.answer(room.write(str(number)))
    said = _said(room, room.write("la suite"))
    assert len(said) == MOST_TEXTS
    assert said[-1] == str(MOST_TEXTS + 4)
