"""The glossary: every word is well defined, and asked for only when its meaning is what is asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers.catalogue import catalogue
from bot.answers.plain_text import plain_text
from bot.answers.registry import registry
from bot.cli.content_checks import literal_figures
from bot.dialogue.glossary import definition, glossary, term_asked
from tests.dialogue.speech import ON

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parent.parent / "data" / "glossary.yaml").read_text(encoding="utf-8")
)
LONGEST = 240


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one["text"][:40])
def test_the_word_whose_meaning_is_asked_is_found(question: dict[str, Any]) -> None:
    found = term_asked(question["text"])
    assert (found and found.term) == question["term"]


@pytest.mark.parametrize("term", glossary(), ids=lambda one: one.term)
def test_a_word_is_defined_shortly_with_known_sources_and_no_literal_figure(term: Any) -> None:
    message = definition(term, ON)
    assert literal_figures(term.says) == []
    assert len(plain_text(message).split("\n\n")[0]) <= LONGEST + len(term.term)
    assert set(term.sources) <= set(registry().sources)
    assert not term.topic or catalogue().is_topic(term.topic)


def test_no_two_words_share_a_name() -> None:
    names = Counter(name for term in glossary() for name in set(term.names))
    assert [name for name, times in names.items() if times > 1] == []
