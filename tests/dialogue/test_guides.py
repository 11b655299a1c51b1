"""The guide files, and every way through them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.answers.catalogue import ContentError, catalogue
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import Guide, guide_labels, guides, load_guides
from bot.dialogue.results import result
from bot.rules import RULES
from tests.dialogue.speech import ON, paths, words_of

SHORTEST_RESULT = 200
GUIDE = "id: essai\nlabel: Un essai\ntopic: definition\ngoal: places\nstopped: Fini.\n"


@pytest.mark.parametrize("guide", guides())
def test_a_guide_works_towards_a_rule_or_places_and_belongs_to_a_topic(guide: str) -> None:
    assert guides()[guide].goal in {*RULES, PLACES}
    assert catalogue().is_topic(guides()[guide].topic)
    assert guides()[guide].stopped


@pytest.mark.parametrize("guide", [guide for guide in guides().values() if guide.goal != PLACES])
def test_what_to_do_next_after_a_verdict_is_a_topic(guide: object) -> None:
    for verdict in guide.verdicts.values():  # type: ignore[attr-defined]
        assert verdict.next
        assert all(catalogue().is_topic(topic) for topic in verdict.next)


@pytest.mark.parametrize("guide", guides())
def test_every_way_through_a_guide_ends_and_asks_nothing_twice(guide: str) -> None:
    for end, asked in paths(guides()[guide]):
        assert len(asked) == len(set(asked))
        assert set(asked) == set(end.facts)


WITH_RESULT = [guide for guide in guides().values() if guide.goal != PLACES]


@pytest.mark.parametrize("guide", WITH_RESULT, ids=lambda one: one.id)
def test_every_end_of_a_guide_has_its_words(guide: Guide) -> None:
    moment = datetime(ON.year, ON.month, ON.day, 10)
    for end, _ in paths(guide):
        message = result(end, ON, moment)
        assert message.title
        assert len(words_of(message)) > SHORTEST_RESULT
        assert not re.search(r"None|\{\{|vous avez droit", words_of(message))


def test_no_guide_asks_more_than_nine_questions() -> None:
    assert max(len(asked) for guide in guides().values() for _, asked in paths(guide)) <= 9


def test_a_guide_is_offered_by_its_label() -> None:
    assert guide_labels()["eligibility"] == "Vérifier ma situation"
    assert set(guide_labels()) == set(guides())


def test_a_guide_file_is_read_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "essai.yaml").write_text(GUIDE, encoding="utf-8")
    assert load_guides(tmp_path)["essai"].label == "Un essai"


@pytest.mark.parametrize("text", [GUIDE + "unknown_key: x\n", GUIDE.replace("goal: places\n", ""), "a: [", ""])
def test_a_broken_guide_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "essai.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"essai\.yaml"):
        load_guides(tmp_path)
