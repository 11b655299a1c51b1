"""The desk answers each message once, and keeps no conversation that never ends."""

from __future__ import annotations

import asyncio

from rasa.core.channels.channel import UserMessage

from bot.channels.conversation import content_message
from bot.channels.desk import MOST_ENTRIES, TOO_LONG, Arrived, Desk
from bot.channels.sessions import Sessions


async def _echo(message: UserMessage) -> None:
    await message.output_channel.send_response(message.sender_id, {"text": f"Écho : {message.text}"})


def test_a_conversation_that_never_ends_begins_anew_and_says_so() -> None:
    now = [0.0]
    sessions, forgotten = Sessions(lambda: now[0]), list[str]()
    desk = Desk(sessions, _echo, "essai")
    _token, session = sessions.create()

    async def talk() -> str:
        for number in range(MOST_ENTRIES):
            now[0] += 10
            said = await desk.reply(session, Arrived(f"question {number} ?"), forgotten.append)
            if session.gone:
                return str(said[-1]["text"])
        return ""

    assert asyncio.run(talk()) == content_message(TOO_LONG)["text"]
    assert len(session.transcript) <= MOST_ENTRIES + 2
    assert forgotten == [session.sender_id]


def test_the_same_message_again_gets_the_same_answer() -> None:
    sessions = Sessions()
    desk = Desk(sessions, _echo, "essai")
    _token, session = sessions.create()

    async def twice() -> list[list[dict[str, object]]]:
        arrived = Arrived("bonjour", identifier="a")
        return [await desk.reply(session, arrived, lambda _: None) for _ in range(2)]

    first, second = asyncio.run(twice())
    assert first == second
    assert len(session.transcript) == len(first)
