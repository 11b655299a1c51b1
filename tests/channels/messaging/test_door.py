"""The door of the messengers, with the really trained model: first contact, order, erasing, odd messages."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from bot.channels.conversation import content_message
from bot.channels.desk import PASSED
from bot.channels.limits import BUSY
from bot.channels.messaging.door import FIRST_TIME, FORGOTTEN, NOT_TEXT, TOPICS, Door, Incoming
from bot.channels.sessions import FORGET_AFTER_SECONDS, MESSAGES_PER_MINUTE, Sessions
from tests.service import SITES, TODAY

pytestmark = pytest.mark.model

Said = list[dict[str, Any]]
_numbers = itertools.count(1)
GUIDE, QUESTION = "estimer ma pension", "Quelles ressources dois-je déclarer ?"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def agent(trained_model: None) -> Any:
    from bot.cli.runtime import start

    return start()


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


class Visitors:
    """People who write to one door, and what is forgotten of them."""

    def __init__(self, agent: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.clock, self.forgotten, self._loop = Clock(), list[str](), loop

        async def handle(message: Any) -> None:
            await asyncio.sleep(0.01)  # other messages come in meanwhile
            await agent.handle_message(message)

        self.door = Door("tests", handle, Sessions(self.clock))

    def send(self, peer: str, text: str | None = None, **others: Any) -> Said:
        others = {"identifier": f"message-{next(_numbers)}", **others}
        return self._loop.run_until_complete(self.answer(Incoming(peer, text=text, **others)))

    async def answer(self, incoming: Incoming) -> Said:
        said = await self.door.answer(incoming, self.forgotten.append)
        assert said, "left without a word"
        assert not any("payload" in choice for one in said for choice in one.get("choices", ()))
        return said

    def at_once(self, *incoming: Incoming) -> list[Said]:
        together = asyncio.gather(*(self.answer(one) for one in incoming))
        return self._loop.run_until_complete(together)


@pytest.fixture
def visitors(agent: Any, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch) -> Visitors:
    monkeypatch.setenv("ASSISTANT_TODAY", TODAY)
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(SITES))
    asyncio.set_event_loop(loop)
    return Visitors(agent, loop)


def words(said: Said) -> list[str]:
    return [one["text"] for one in said]


def text_of(name: str) -> str:
    return str(content_message(name)["text"])


@pytest.mark.parametrize("hello", ["Bonjour", "bonjour !", "/start", "/start abc", "START", "Coucou 🙂", "Salut"])
def test_a_greeting_is_answered_by_what_this_is_and_topics(visitors: Visitors, hello: str) -> None:
    said = visitors.send("a", hello)
    assert words(said) == [text_of(FIRST_TIME), text_of(TOPICS)]
    assert said[-1]["choices"]


def test_a_question_at_first_contact_is_answered_after_what_this_is(visitors: Visitors) -> None:
    said = visitors.send("a", QUESTION)
    assert words(said)[0] == text_of(FIRST_TIME)
    assert text_of(TOPICS) not in words(said)
    assert said[-1]["sources"]
    assert text_of(FIRST_TIME) not in words(visitors.send("a", "et mes loyers ?"))


def test_distress_at_first_contact_is_answered_alone(visitors: Visitors) -> None:
    assert {one["kind"] for one in visitors.send("a", "je veux mourir, je n'en peux plus")} == {"distress"}


@pytest.mark.parametrize("number", ["2", "la première", " 12 "])
def test_a_number_after_everything_was_forgotten_is_explained(visitors: Visitors, number: str) -> None:
    assert text_of(FORGOTTEN) in words(visitors.send("a", number))


def test_a_number_picks_what_was_said_last(visitors: Visitors) -> None:
    topics = visitors.send("a", "Bonjour")[-1]["choices"]
    assert words(visitors.send("a", "2")) == words(visitors.send("b", topics[1]["label"]))[1:]


def test_a_button_gives_what_its_label_says_and_one_that_has_passed_is_told(visitors: Visitors) -> None:
    asked = visitors.send("a", GUIDE)[-1]
    old = asked["choices"][0]["id"]
    after = visitors.send("a", choice=old)
    assert after[-1]["kind"] == "question"
    assert words(visitors.send("a", choice=old)) == [PASSED]
    assert visitors.send("a", "récapitulatif")[-1]["text"]  # the conversation goes on


@pytest.mark.parametrize("choice", ["", "inconnu", "/restart", "x" * 500])
def test_a_button_that_is_not_ours_is_told(visitors: Visitors, choice: str) -> None:
    visitors.send("a", "Bonjour")
    assert words(visitors.send("a", choice=choice)) == [PASSED]
    assert words(visitors.send("new", choice=choice)) == [text_of(FORGOTTEN)]


def test_a_button_of_somebody_else_opens_nothing(visitors: Visitors) -> None:
    theirs = visitors.send("a", GUIDE)[-1]["choices"][0]["id"]
    visitors.send("b", GUIDE)
    assert words(visitors.send("b", choice=theirs)) == [PASSED]


def test_what_is_not_text_is_told_and_the_question_still_waits(visitors: Visitors) -> None:
    asked = visitors.send("a", GUIDE)[-1]
    assert words(visitors.send("a")) == [text_of(NOT_TEXT)]
    assert visitors.send("a", choice=asked["choices"][0]["id"])[-1]["kind"] == "question"


def test_a_position_gives_places_and_the_question_still_waits(visitors: Visitors) -> None:
    asked = visitors.send("a", GUIDE)[-1]
    (places,) = visitors.send("a", position=(46.171, 1.871))
    assert places["places"]
    assert not places["choices"]
    assert visitors.send("a", choice=asked["choices"][0]["id"])[-1]["kind"] == "question"


def test_the_same_message_again_gets_the_same_answer(visitors: Visitors) -> None:
    first = visitors.send("a", QUESTION, identifier="one")
    assert visitors.send("a", QUESTION, identifier="one") == first
    visitors.send("a", GUIDE)
    second = visitors.send("a", "1", identifier="two")
    assert visitors.send("a", "1", identifier="two") == second


def test_the_same_message_twice_at_once_is_answered_once(visitors: Visitors) -> None:
    same = Incoming("a", "one", text=QUESTION)
    first, second = visitors.at_once(same, same)
    assert first == second


def test_messages_at_once_are_answered_in_their_order(visitors: Visitors) -> None:
    asked = visitors.send("a", GUIDE)[-1]
    both = [Incoming("a", "one", text="salariée"), Incoming("a", "two", text="récapitulatif")]
    second = visitors.at_once(*both)[1]
    assert "alarié" in "".join(words(second)) and asked["text"] not in words(second)


def test_distress_at_first_contact_delivered_twice_at_once_is_answered_alone(visitors: Visitors) -> None:
    same = Incoming("a", "one", text="je veux mourir, je n'en peux plus")
    for said in visitors.at_once(same, same):
        assert {one["kind"] for one in said} == {"distress"}


def test_a_number_at_first_contact_delivered_again_is_explained_again(visitors: Visitors) -> None:
    first = visitors.send("a", "2", identifier="one")
    assert visitors.send("a", "2", identifier="one") == first


def test_people_do_not_mix(visitors: Visitors) -> None:
    visitors.send("a", f"j'ai 54 ans, {GUIDE}")
    visitors.at_once(Incoming("a", "one", text="salariée"), Incoming("b", "one", text=GUIDE))
    assert "54 ans" in "".join(words(visitors.send("a", "récapitulatif"))).replace("\u00a0", " ")
    assert "54" not in "".join(words(visitors.send("b", "récapitulatif")))


def test_erasing_forgets_the_person_and_what_rasa_keeps(visitors: Visitors) -> None:
    visitors.send("a", f"j'ai 54 ans, {GUIDE}")
    assert text_of("effacer_mes_donnees") in words(visitors.send("a", "effacer mes données"))
    assert len(visitors.forgotten) == 1
    said = visitors.send("a", "récapitulatif")
    assert words(said)[0] == text_of(FIRST_TIME)
    assert "54" not in "".join(words(said))


def test_a_message_behind_one_that_erases_is_told(visitors: Visitors) -> None:
    visitors.send("a", GUIDE)
    erasing, behind = Incoming("a", "one", text="effacer mes données"), Incoming("a", "two", text="salariée")
    _erased, told = visitors.at_once(erasing, behind)
    assert words(told) == [text_of(FORGOTTEN)]


def test_after_a_long_silence_it_begins_anew(visitors: Visitors) -> None:
    visitors.send("a", GUIDE)
    visitors.clock.now += FORGET_AFTER_SECONDS + 1
    assert words(visitors.send("a", "1")) == [text_of(FIRST_TIME), text_of(FORGOTTEN)]


def test_too_many_messages_are_told_and_others_are_not_slowed(visitors: Visitors) -> None:
    for _ in range(MESSAGES_PER_MINUTE + 1):
        last = visitors.send("a")
    assert words(last) == [BUSY]
    assert words(visitors.send("b", "Bonjour"))[0] == text_of(FIRST_TIME)
    visitors.clock.now += 61
    assert words(visitors.send("a")) == [text_of(NOT_TEXT)]


@pytest.mark.parametrize(
    "typed", ["", "   ", "🙂", "\x00", "a" * 5_000, "/", '/restart{"a": 1}', "<b>&amp;</b>", "{{ 1 }}"]
)
def test_anything_typed_gets_an_answer(visitors: Visitors, typed: str) -> None:
    visitors.send("a", "Bonjour")
    visitors.send("a", typed)
    visitors.send("b", typed)


def test_a_failure_inside_is_said(loop: asyncio.AbstractEventLoop) -> None:
    async def fails(_message: Any) -> None:
        raise RuntimeError("mes mots")

    door = Door("tests", fails)
    asyncio.set_event_loop(loop)
    said = loop.run_until_complete(door.answer(Incoming("a", "one", text=QUESTION), lambda _sender: None))
    assert text_of("panne") in words(said)


def test_who_writes_is_not_kept(visitors: Visitors) -> None:
    peer = "+33600000042"
    visitors.send(peer, "Bonjour")
    sessions = visitors.door._desk.sessions
    assert peer not in repr([vars(sessions), *map(vars, sessions._by_hash.values())])
