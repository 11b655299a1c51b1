"""What the homeserver does not take must not keep the rest of a room waiting."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.matrix.assistant import Assistant, Begun, Reply, Said
from bot.channels.matrix.entries import Event
from bot.channels.matrix.erasing import Erasing
from bot.channels.matrix.errors import HomeserverAway, Refused
from bot.channels.matrix.patience import Patience
from bot.channels.matrix.record import pending
from bot.channels.matrix.rooms import Rooms
from bot.channels.matrix.talk import MOST_FAILURES, Talk
from bot.channels.matrix.words import CORRECTED, FAILED, NO_FILE, sentence
from tests.channels.matrix.homeserver import Memory, Refusing
from tests.channels.matrix.timeline import Timeline

ROOM = "!salon:exemple.fr"
FILE = {"label": "Un résumé", "filename": "r.html", "media_type": "text/html", "content": "<p>é</p>"}
ANSWER: tuple[Said, ...] = ({**sentence("un"), "attachments": [FILE]}, sentence("deux"))


class _Assistant(Assistant):
    """It says the same to everything."""

    async def begin(self, said: object = ()) -> Begun:
        return Begun("jeton", ())

    async def say(self, token: str, text: str, identifier: str) -> Reply:
        return Reply(ANSWER)


def _refusing(what: str, error: Exception) -> Refusing:
    def refuse(wanted: str) -> None:
        if wanted == what:
            raise error

    return refuse


def _talked(refusing: Refusing, attempts: int = 1) -> Memory:
    room = Timeline()
    room.answer(room.meet())
    room.write("bonjour")
    homeserver = Memory(room, refusing)
    talk = Talk(ROOM, homeserver, _Assistant("http://localhost:5005/"), Erasing(homeserver))

    async def attempted() -> None:
        for attempt in range(1, attempts + 1):
            try:
                await talk.catch_up()
            except Exception:
                if attempt == attempts:
                    raise

    asyncio.run(attempted())
    return homeserver


@pytest.mark.parametrize("code", ["M_TOO_LARGE", "M_FORBIDDEN"])
def test_a_file_that_is_refused_becomes_a_sentence(code: str) -> None:
    homeserver = _talked(_refusing("upload", Refused(code)))
    assert homeserver.bodies == ["un", NO_FILE, "deux"]
    assert pending(homeserver.room.entries()) is None


@pytest.mark.parametrize("part", ["un", "r.html", "deux"])
def test_a_part_that_is_refused_becomes_a_sentence_and_the_others_are_said(part: str) -> None:
    homeserver = _talked(_refusing(part, Refused("M_TOO_LARGE")))
    assert homeserver.bodies == [FAILED if body == part else body for body in ("un", "r.html", "deux")]
    assert pending(homeserver.room.entries()) is None


def test_where_we_may_not_speak_nothing_is_said_instead() -> None:
    with pytest.raises(Refused):
        _talked(_refusing("un", Refused("M_FORBIDDEN")))


@pytest.mark.parametrize(("part", "said"), [("un", [FAILED]), ("r.html", ["un", FAILED]), ("upload", ["un", FAILED])])
def test_what_fails_again_and_again_ends_the_answer_with_a_sentence(part: str, said: list[str]) -> None:
    with pytest.raises(ValueError, match="nio"):
        _talked(_refusing(part, ValueError("nio")), MOST_FAILURES - 1)
    homeserver = _talked(_refusing(part, ValueError("nio")), MOST_FAILURES)
    assert homeserver.bodies == said
    assert pending(homeserver.room.entries()) is None


def test_what_was_said_counts_before_the_homeserver_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Timeline()
    shown.answer(shown.meet())
    shown.write("bonjour")

    async def page(_memory: Memory, _room_id: str, _start: str = "") -> tuple[list[Event], str]:
        return shown.events[::-1], ""

    monkeypatch.setattr(Memory, "page", page)
    assert _talked(_refusing("deux", ValueError("nio")), MOST_FAILURES).bodies == ["un", "r.html", FAILED]


def test_an_edit_does_not_change_an_answer_that_is_known() -> None:
    room, troubles = Timeline(), iter([HomeserverAway()])
    room.answer(room.meet())
    first = room.write("2")

    def refuse(_what: str) -> None:
        if trouble := next(troubles, None):
            raise trouble

    homeserver = Memory(room, refuse)
    talk = Talk(ROOM, homeserver, _Assistant("http://localhost:5005/"), Erasing(homeserver))

    async def edited_meanwhile() -> None:
        with pytest.raises(HomeserverAway):
            await talk.catch_up()
        new = {"msgtype": "m.text", "body": "1"}
        room.write("* 1", **{"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": first}})
        await talk.catch_up()

    asyncio.run(edited_meanwhile())
    assert homeserver.bodies == ["un", "r.html", "deux", CORRECTED]


def test_a_homeserver_that_is_away_is_no_failure() -> None:
    with pytest.raises(HomeserverAway):
        _talked(_refusing("deux", HomeserverAway()), MOST_FAILURES + 1)


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patience, "next", lambda *_: 0.0)


async def _until_idle(rooms: Rooms) -> None:
    while rooms._invitations:
        await asyncio.sleep(0)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("trouble", [HomeserverAway(), ValueError("nio")])
def test_an_invitation_is_not_dropped_however_long_the_trouble(trouble: Exception) -> None:
    failures = iter([trouble] * 50)

    def refuse(_what: str) -> None:
        if error := next(failures, None):
            raise error

    homeserver = Memory(Timeline(), refuse)

    async def invited() -> None:
        rooms = Rooms(homeserver, _Assistant("http://localhost:5005/"), Erasing(homeserver))
        rooms.invited(ROOM, welcome=True)
        await asyncio.wait_for(_until_idle(rooms), 10)

    asyncio.run(invited())
    assert homeserver.joined == [ROOM]


@pytest.mark.usefixtures("_impatient")
def test_an_invitation_that_is_withdrawn_is_not_pursued() -> None:
    homeserver = Memory(Timeline(), _refusing("join", HomeserverAway()))

    async def invited() -> None:
        rooms = Rooms(homeserver, _Assistant("http://localhost:5005/"), Erasing(homeserver))
        rooms.invited(ROOM, welcome=True)
        await asyncio.sleep(0)
        rooms.left(ROOM)
        await asyncio.wait_for(_until_idle(rooms), 10)

    asyncio.run(invited())
    assert homeserver.joined == []
