"""Fact by fact: what each answer must say, to whom, on a day; and what it must never say.

The claims stand in `tests/data/claims`, with figures written as people read them: a wrong parameter is caught too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers.catalogue import catalogue
from bot.answers.message import Message
from bot.answers.person import NOBODY, Person
from bot.answers.plain_text import block_text
from bot.answers.render import Form, render

FOLDER = Path(__file__).resolve().parent.parent / "data" / "claims"
ON = date(2026, 11, 21)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Claim:
    """What an answer must and must not say, for a person, in a form ("short": its first paragraph), on a day."""

    topic: str
    facts: tuple[str, ...]
    person: Person = NOBODY
    form: str = "usual"
    on: date = ON
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def _claim(entry: dict[str, Any]) -> Claim:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Claim(**{**plain, "person": Person(**entry.get("person", {}))})


CLAIMS = [
    _claim(entry)
    for path in sorted(FOLDER.glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def folded(text: str) -> str:
    return _SPACES.sub(" ", text.replace("’", "'")).lower()


def said(claim: Claim) -> str:
    form: Form = "usual" if claim.form == "short" else claim.form  # type: ignore[assignment]
    message: Message = render(catalogue()[claim.topic], claim.on, catalogue(), form, None, claim.person)
    blocks = message.blocks[:1] if claim.form == "short" else message.blocks
    return folded("\n".join(block_text(block) for block in blocks))


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim.topic}-{'+'.join(claim.facts)}" for claim in CLAIMS])
def test_the_answer_says_it(claim: Claim) -> None:
    text = said(claim)
    assert [words for words in claim.says if folded(words) not in text] == []
    assert [words for words in claim.never if folded(words) in text] == []


def test_every_topic_has_claims() -> None:
    assert {claim.topic for claim in CLAIMS} >= set(catalogue().ids("answers"))


def test_every_claim_names_its_facts_and_says_something() -> None:
    assert [claim for claim in CLAIMS if not claim.facts or not (claim.says or claim.never)] == []
