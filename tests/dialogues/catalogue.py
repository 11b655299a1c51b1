"""The catalogue of conversations (`tests/data/conversations/<guide>.yaml`), played by who answers what is asked.

A conversation says how the guide is opened (`open`: one message or several), what the person answers to each field
(`answers`; "je ne sais pas" where nothing is given), what they say besides when a field is asked (`at`), what they say
once the result is there (`after`), what comes out before or after that (`result`: the values named, all others may be
anything), and the most questions that may be asked (`questions`).
Each line of `open`, `at` and `after` is a message, or `{say, has, asks, result, topic, kind, not}`: what the reply must
hold (`has`: words, or a list of them), must not (`not`), asks, results in, is about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.dialogues.conftest import Reply, Talk

FOLDER = Path(__file__).resolve().parent.parent / "data" / "conversations"
MOST_TURNS = 45
DONT_KNOW = "je ne sais pas"


@dataclass
class Conversation:
    """One conversation of the catalogue."""

    id: str
    guide: str
    open: list[Any]
    answers: dict[str, str] = field(default_factory=dict)
    at: dict[str, list[Any]] = field(default_factory=dict)
    after: list[Any] = field(default_factory=list)
    result: dict[str, Any] | None = None
    questions: int | None = None


def conversations() -> list[Conversation]:
    """All of them, in the order of the files."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            opening = entry.pop("open")
            found.append(Conversation(open=opening if isinstance(opening, list) else [opening], **entry))
    return found


@dataclass
class Player:
    """Somebody who goes through one conversation."""

    conversation: Conversation
    talk: Talk
    asked: list[str] = field(default_factory=list)
    results: list[dict[str, Any]] = field(default_factory=list)

    def play(self) -> None:
        """Say everything, and check every reply and the result.

        Raises:
            AssertionError: something is not as the catalogue says.
        """
        reply = self._all(self.conversation.open)
        reply = self._through(reply)
        first = self.results[-1:]
        for line in self.conversation.after:
            reply = self._through(self._one(line))
        wanted = self.conversation.result
        if wanted is not None:
            found = [*first, *self.results[-1:]]
            assert any(_holds(one, wanted) for one in found), (
                f"{found}; the last reply asks {reply.asks}: {reply.text[:300]}"
            )
        if self.conversation.questions is not None:
            asked = list(dict.fromkeys(self.asked))
            assert len(asked) <= self.conversation.questions, asked

    def _through(self, reply: Reply) -> Reply:
        """Answer what is asked until nothing is."""
        waiting = self.conversation.at
        for _ in range(MOST_TURNS):
            if reply.asks is None:
                return reply
            self.asked.append(reply.asks)
            if lines := waiting.pop(reply.asks, None):
                reply = self._all(lines)
                continue
            reply = self._one(self.conversation.answers.get(reply.asks, DONT_KNOW))
        raise AssertionError(f"still asks {reply.asks} after {MOST_TURNS} turns")

    def _all(self, lines: list[Any]) -> Reply:
        for line in lines:
            reply = self._one(line)
        return reply

    def _one(self, line: Any) -> Reply:
        wanted = {"say": line} if isinstance(line, str) else dict(line)
        text = wanted.pop("say")
        reply = self.talk(text)
        if reply.result is not None:
            self.results.append(reply.result)
        assert reply.text.strip(), f"silent after {text!r}"
        for name, value in wanted.items():
            _check(name, value, reply, text)
        return reply


def _holds(result: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(same(result.get(name), value) for name, value in wanted.items())


def _check(name: str, value: Any, reply: Reply, said: str) -> None:
    shown = f"after {said!r}: {reply.text[:600]!r}, asks {reply.asks}, result {reply.result}"
    if name == "has":
        for words in [value] if isinstance(value, str) else value:
            assert words.lower() in reply.text.lower(), f"no {words!r} {shown}"
    elif name == "not":
        for words in [value] if isinstance(value, str) else value:
            assert words.lower() not in reply.text.lower(), f"{words!r} {shown}"
    elif name == "asks":
        assert reply.asks == value, shown
    elif name == "topic":
        assert value in reply.topics, f"topics {reply.topics} {shown}"
    elif name == "kind":
        assert value in reply.kinds, f"kinds {reply.kinds} {shown}"
    elif name == "result":
        for key, expected in value.items():
            assert reply.result is not None and same(reply.result.get(key), expected), f"{key} {shown}"
    else:
        raise AssertionError(f"the catalogue says {name!r}, which means nothing")


def same(found: Any, wanted: Any) -> bool:
    """Sums to the cent, everything else as it is."""
    if isinstance(found, (int, float)) and isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return abs(found - wanted) <= 0.01
    return bool(found == wanted)
