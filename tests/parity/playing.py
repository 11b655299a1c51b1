"""Conversations of the catalogue, played as one does in text: by the number of a choice, by its label where a number is
itself an answer, in words otherwise; then once more over HTTP, by the ids of the choices."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.answers.message import Choice
from bot.channels.conversation import Exchange, content_message, turn
from bot.channels.website.integrators import HEADER
from bot.cli.runtime import state
from bot.dialogue.questions import questions
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import DontKnow, Value
from bot.settings import today
from tests.dialogues.catalogue import Conversation, Player
from tests.dialogues.conftest import Reply

API = "api/v1/conversations"
GREETING = "salutation"
LONGEST_PICK = 6  # words: a longer reply may tell other facts too
_numbers = itertools.count()

Said = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One message of the person: the words sent, the rank of the choice they stand for (0: none), the answer."""

    sent: str
    rank: int
    said: tuple[Said, ...]


@dataclass
class InText:
    """Somebody who can only write; `by_label`: writes out labels instead of numbers."""

    agent: Any
    loop: asyncio.AbstractEventLoop
    conversation: Conversation
    by_label: bool = False
    steps: list[Step] = field(default_factory=list)

    def play(self) -> tuple[Step, ...]:
        """Go through it all; the catalogue checks what is answered."""
        greeting = content_message(GREETING)
        self.exchange = Exchange(f"parity-{next(_numbers)}", tuple(Choice(**one) for one in greeting["choices"]))
        self.asks: str | None = None
        Player(self.conversation, self._talk).play()
        return tuple(self.steps)

    def _talk(self, *texts: str) -> Reply:
        return [self._say(text) for text in texts][-1]

    def _say(self, text: str) -> Reply:
        choices = self.exchange.choices
        rank = meant(self.asks, text, choices) if text in self.conversation.answers.values() else 0
        is_written_out = self.by_label or self.exchange.expects == "number"
        sent = text if not rank else choices[rank - 1].label if is_written_out else str(rank)
        said = self.loop.run_until_complete(turn(self.exchange, sent, self.agent.handle_message, "parity"))
        now = self.loop.run_until_complete(state(self.agent, self.exchange.sender_id))
        self.asks = now["asks"]
        self.steps.append(Step(sent, rank, tuple(said)))
        verdict = next((one["result"] for one in said if one["kind"] == "verdict"), None)
        return Reply({"replies": said, "guide": now["guide"], "asks": now["asks"], "result": verdict})


def meant(asks: str | None, text: str, choices: Sequence[Choice]) -> int:
    """The rank, from 1, of the choice that says what these words say in reply to a question; 0 when none does."""
    if asks not in questions() or len(text.split()) > LONGEST_PICK:
        return 0
    reading = read(questions()[asks], text, None, today())
    if isinstance(reading, Value) and not reading.typed:
        label = reading.said
    elif isinstance(reading, DontKnow):
        label = "Je ne sais pas"
    else:
        return 0
    labels = [plain(choice.label) for choice in choices]
    return labels.index(plain(label)) + 1 if plain(label) in labels else 0


def over_http(address: str, key: str, steps: Sequence[Step]) -> list[list[Said]]:
    """The same conversation as a program has it: what the entries of each answer hold."""
    with httpx.Client(base_url=address, timeout=60, headers={HEADER: key}) as client:
        begun = client.post(API).json()
        token, before = {"Authorization": f"Bearer {begun['token']}"}, begun["messages"]
        answers = []
        for step in steps:
            body = {"choice": before[-1]["choices"][step.rank - 1]["id"]} if step.rank else {"text": step.sent}
            response = client.post(f"{API}/current/messages", json=body, headers=token)
            assert response.status_code == 200, (response.status_code, step.sent)
            before = response.json()["messages"]
            answers.append([entry for entry in before if entry["from"] == "assistant"])
    return answers


def as_entry(said: Said) -> Said:
    """What a program may see of a message: no result, no payload; and of a place not what changes with the minute."""
    kept = {key: value for key, value in said.items() if key not in {"result", "number", "from"}}
    if "choices" in said:
        kept["choices"] = [choice["label"] for choice in said["choices"]]
    for card in said.get("places", ()):
        kept["text"] = kept["text"].replace(card.get("status") or "\n\n\n", "")
    if "places" in said:
        kept["places"] = [{**card, "status": ""} for card in said["places"]]
    return kept
