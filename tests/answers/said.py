"""Everything that the assistant can say, sentence by sentence, with the place where it is said: what tests scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import yaml

from bot.answers.catalogue import ContentError, catalogue
from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Block
from bot.answers.person import people
from bot.answers.plain_text import block_text, plain_text, spans_text
from bot.answers.render import render
from bot.answers.templates import depends_on, fill
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guides
from bot.dialogue.results import result
from bot.settings import CONTENT
from tests.dialogue.speech import paths

ON = date(2026, 11, 21)
HARD_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "‑": "-"})
END_OF_SENTENCE = re.compile(r"(?<=[.?!…])\s+(?=[«A-ZÀ-Ý])")
# Keys of content files whose values are no words of ours: what people write, names of things, turns of phrase.
NOT_SAID = {
    "when",
    "unless",
    "words",
    "cues",
    "told",
    "told_as",
    "also",
    "id",
    "value",
    "kind",
    "means",
    "facts",
    "sources",
    "asi_sources",
    "goal",
}
OTHER_FILES = ("resources.yaml", "rules.yaml", "presuppositions.yaml", "glossary.yaml", "questions/*.md")


def normal(text: str) -> str:
    """Ordinary spaces and apostrophes, one space at a time, each line apart."""
    return re.sub(r" +", " ", text.translate(HARD_SPACES))


@cache
def told(topic: str) -> str:
    """The usual answer with its details, for nobody in particular, as one line."""
    message = render(catalogue()[topic], ON, catalogue())
    return " ".join(normal("\n".join(block_text(block) for block in (*message.blocks, *message.details))).split())


@cache
def told_in_full(topic: str) -> str:
    """The same with what stands under an answer: contacts, figures with their reservations, sources, dates."""
    return " ".join([told(topic), *normal(plain_text(render(catalogue()[topic], ON, catalogue()))).split()])


def sentences(parts: tuple[Block, ...]) -> Iterator[str]:
    """Each sentence; a list item comes after the words that announce the list, which may deny it."""
    lead = ""
    for part in parts:
        items = [normal(spans_text(item)).strip() for item in part.items]
        if part.type in ("list", "numbered"):
            for item in items:
                yield from END_OF_SENTENCE.split(f"{lead} {item}".strip())
            continue
        found = END_OF_SENTENCE.split(" ".join(items))
        yield from found
        lead = found[-1] if found[-1].endswith(":") else ""


def _of_answers() -> Iterator[tuple[str, str]]:
    """Short text, body, details and simple text make up all three forms; each for everybody it adapts to."""
    for entry in catalogue().values():
        yield f"{entry.id} title", normal(entry.head.title)
        usual = f"{entry.head.short}\n\n{entry.body}"
        forms = {"usual": usual, "details": entry.details, "simple": entry.simple.replace("\n", "\n\n")}
        for form, text in forms.items():
            seen = set()
            for person in people(depends_on(text)):
                filled = fill(text, ON, Recorder(), person=person)
                if filled in seen:
                    continue
                seen.add(filled)
                facts = ",".join(f"{name}={value}" for name, value in person.names().items() if value is not None)
                for sentence in sentences(blocks(filled)):
                    yield f"{entry.id} {form} {facts}".strip(), sentence


def _words(value: Any, key: str = "") -> Iterator[str]:
    if key in NOT_SAID:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _words(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner, key)
    elif isinstance(value, str):
        yield value


def _figure(expression: re.Match[str]) -> str:
    try:
        return fill(expression.group(), ON, Recorder())
    except ContentError:  # a value of the conversation
        return "…"


def _of_other_files() -> Iterator[tuple[str, str]]:
    """Notes, corrections, guides, questions: every branch of a condition, one after the other."""
    for path in (path for pattern in OTHER_FILES for path in sorted(CONTENT.glob(pattern))):
        parts = path.read_text(encoding="utf-8").split("---\n", 2)
        head, rest = (parts[1], parts[2]) if path.suffix == ".md" else (parts[0], "")
        for text in (*_words(yaml.safe_load(head)), rest.strip()):
            shown = re.sub(r"\{\{.*?\}\}", _figure, re.sub(r"\{%.*?%\}", " ", text))
            for sentence in END_OF_SENTENCE.split(normal(shown).strip()):
                yield str(path.relative_to(CONTENT)), sentence


def _of_results() -> Iterator[tuple[str, str]]:
    """What the guides end with, for everybody who goes through them at random."""
    moment = datetime(ON.year, ON.month, ON.day, 10)
    for guide in (one for one in guides().values() if one.goal != PLACES):
        for end, _ in paths(guide):
            message = result(end, ON, moment)
            place = f"{guide.id} scheme={end.facts.get('scheme')} rule={(message.result or {}).get('rule')}"
            for sentence in sentences(message.blocks):
                yield place, sentence


@cache
def everything() -> dict[str, str]:
    """Each sentence once, with the first place where it is said (nobody in particular comes first)."""
    found: dict[str, str] = {}
    for place, sentence in (*_of_answers(), *_of_other_files(), *_of_results()):
        if sentence:
            found.setdefault(sentence, place)
    return found
