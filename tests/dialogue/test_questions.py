"""The question files fit the rules, the domain and the readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.catalogue import ContentError
from bot.answers.registry import registry
from bot.dialogue.asking import ready_answers
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import load_questions, questions
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import DontKnow, Value
from bot.rules import Situation
from bot.rules.situation import FIELDS
from tests.dialogue.speech import ON, paths

SITUATIONS = (
    {},
    {"scheme": "general_employee", "stop_date": "2024-06-10"},
    {"scheme": "agri_employee", "stop_date": "2023"},
    {"scheme": "self_employed"},
)
HEAD = "---\nkind: date\nlabel: l\nwhy: w\nerror: e\nerror_again: a\nsimple: s\n---\nQuand ?\n"


def test_every_field_that_a_guide_can_miss_has_a_question() -> None:
    asked = {field for guide in guides().values() for _, asked in paths(guide) for field in asked}
    # The year of the pay before the stop only counts for a pay above its ceiling; self-employment is mostly known
    # from the resources named.
    assert asked | {"last_year", "self_employed_activity"} == set(questions())


@pytest.mark.parametrize("field", questions())
def test_a_question_is_about_a_fact_of_the_rules_or_a_place(field: str) -> None:
    assert field in {*FIELDS, "place"}


@pytest.mark.parametrize("field", questions())
def test_the_sources_of_a_question_are_known(field: str) -> None:
    assert questions()[field].head.sources
    assert set(questions()[field].head.sources) <= set(registry().sources)


@pytest.mark.parametrize("field", questions())
@pytest.mark.parametrize("facts", SITUATIONS)
def test_the_label_of_a_ready_answer_reads_back_to_its_own_value(field: str, facts: dict[str, str]) -> None:
    finding = progress(guides()["eligibility"], facts, ON).finding
    for _, label, value in ready_answers(questions()[field], finding, ON):
        reading = read(questions()[field], label, finding, ON)
        assert reading == (DontKnow(label) if value == "unknown" else Value(value, label, typed=False))


@pytest.mark.parametrize("field", [field for field in questions() if field not in ("place", "resource_kind")])
@pytest.mark.parametrize("facts", SITUATIONS)
def test_the_value_of_a_ready_answer_is_one_that_the_rules_take(field: str, facts: dict[str, str]) -> None:
    finding = progress(guides()["eligibility"], facts, ON).finding
    for _, _, value in ready_answers(questions()[field], finding, ON):
        assert getattr(Situation.parse_obj({field: value}), field) is not None


@pytest.mark.parametrize("field", questions())
def test_no_two_ready_answers_share_a_label_a_word_or_a_bare_yes(field: str) -> None:
    choices = questions()[field].head.choices
    for told in (
        [c.label for c in choices],
        [w for c in choices for w in c.words],
        [c.means for c in choices if c.means],
    ):
        assert len(told) == len(set(told))


def test_a_question_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "stop_date.md").write_text(HEAD, encoding="utf-8")
    question = load_questions(tmp_path)["stop_date"]
    assert (question.head.kind, question.text) == ("date", "Quand ?")


@pytest.mark.parametrize(
    "text", ["", "no head", HEAD.replace("kind: date", "kind: poem"), HEAD.replace("label: l\n", ""), "---\n: [\n---\n"]
)
def test_a_broken_question_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "stop_date.md").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"stop_date\.md"):
        load_questions(tmp_path)
