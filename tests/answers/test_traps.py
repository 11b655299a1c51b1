"""No text says what a bot typically gets wrong (61 traps of the fact base), and the truth is told where it is asked.

Each detector is shown to work: it catches a planted false sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, Extra

from bot.answers.catalogue import catalogue
from bot.answers.markdown import blocks
from bot.answers.render import Form, render
from tests.answers.said import ON, everything, normal, sentences, told

ROOT = Path(__file__).resolve().parent.parent.parent
PLANTED_IN = "planted usual"
FORMS: tuple[Form, ...] = ("usual", "simple", "details")
Patterns = tuple[str, ...]


class Trap(BaseModel):
    """A false belief: how a text would say it, and what is said instead (see the head of the file)."""

    id: str
    believed: str
    never: Patterns = ()
    unless: Patterns = ()
    planted: tuple[str, ...] = ()
    says: dict[str, Patterns] = {}
    figures: tuple[str, ...] = ()
    tested_by: tuple[str, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid

    def patterns_in(self, line: str) -> Iterator[str]:
        """The patterns that the line (« place | sentence ») matches, when it does not deny."""
        if any(_compiled(pattern).search(line) for pattern in self.unless):
            return
        sentence = line.partition(" | ")[2]
        for pattern in self.never:
            if _compiled(pattern).search(line if pattern.startswith("^") else sentence):
                yield pattern


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _load() -> list[Trap]:
    path = ROOT / "tests" / "data" / "traps.yaml"
    return [Trap.parse_obj(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


TRAPS = _load()
EACH = pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.id)


def _planted(sentence: str) -> str:
    return sentence if " | " in sentence else f"{PLANTED_IN} | {sentence}"


def test_every_trap_has_its_entry() -> None:
    assert [trap.id for trap in TRAPS] == [f"T-{number}" for number in range(1, 62)]


@EACH
def test_an_entry_proves_something(trap: Trap) -> None:
    assert trap.tested_by or (trap.never and trap.planted and trap.says)
    assert bool(trap.never) == bool(trap.planted)


@EACH
def test_no_text_says_it(trap: Trap) -> None:
    lines = (f"{place} | {sentence}" for sentence, place in everything().items())
    assert [(line, *found) for line in lines if (found := list(trap.patterns_in(line)))] == []


@EACH
def test_every_planted_sentence_is_caught_and_every_pattern_catches_one(trap: Trap) -> None:
    caught = {sentence: set(trap.patterns_in(_planted(sentence))) for sentence in trap.planted}
    assert [sentence for sentence, found in caught.items() if not found] == []
    assert set(trap.never) - set().union(*caught.values()) == set()


@pytest.mark.parametrize(
    ("trap", "topic"),
    [pytest.param(trap, topic, id=f"{trap.id}-{topic}") for trap in TRAPS for topic in trap.says],
)
def test_the_truth_is_told_where_the_question_arises(trap: Trap, topic: str) -> None:
    text = told(topic)
    assert [pattern for pattern in trap.says[topic] if not _compiled(pattern).search(text)] == []


@EACH
def test_the_other_tests_that_are_named_exist(trap: Trap) -> None:
    for name in trap.tested_by:
        path, _, inside = name.partition(" ")
        assert inside in (ROOT / path).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("figure", [figure for trap in TRAPS for figure in trap.figures])
def test_a_false_figure_stands_nowhere_but_in_the_list_of_traps(figure: str) -> None:
    written = re.sub(r"[ ,]", lambda sign: r"[ _\u00a0\u202f]?" if sign.group() == " " else "[.,]", figure)
    pattern = re.compile(rf"(?<![\d.,]){written}")
    folders = ("content", "bot", "actions", "tests/answers")
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.*"))]
    texts = (path for path in files if path.suffix in {".py", ".md", ".yaml", ".yml"})
    assert [str(path) for path in texts if pattern.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_is_scanned_holds_every_form_of_every_text(form: Form) -> None:
    for entry in catalogue().values():
        message = render(entry, ON, catalogue(), form)  # the details are a form of their own
        for sentence in sentences(message.blocks):
            assert not sentence or sentence in everything(), (entry.id, form)


def test_an_item_is_read_with_the_words_that_announce_its_list() -> None:
    parts = blocks("Les revenus. Pas à déclarer :\n\n- loyers ;\n- dons.\n\nVoilà.")
    assert list(sentences(parts)) == [
        "Les revenus.", "Pas à déclarer :", "Pas à déclarer : loyers ;", "Pas à déclarer : dons.", "Voilà.",
    ]  # fmt: skip


def test_hard_spaces_and_curved_apostrophes_are_made_plain() -> None:
    assert normal("l’âge\u00a0: 62\u202fans") == "l'âge : 62 ans"
