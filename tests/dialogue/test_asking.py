"""A question as a message."""

from __future__ import annotations

import pytest

from bot.dialogue.asking import DONT_KNOW, ask, explain_error, ready_answers, why
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import questions
from bot.rules import Finding
from tests.dialogue.speech import ON, labels_of, words_of

EMPLOYEE = {"scheme": "general_employee", "stop_date": "2024-06-10"}
SELF_EMPLOYED = {"scheme": "self_employed", "stop_date": "2024-06-10"}
# Asked of the self-employed only: the rule's threshold is in its words.
OF_SELF_EMPLOYED = "average_annual_income_last_3_civil_years"


def finding(facts: dict[str, str]) -> Finding | None:
    """What the eligibility rule says of these facts."""
    return progress(guides()["eligibility"], facts, ON).finding


def test_a_question_holds_the_threshold_of_the_stop_and_its_ready_answers() -> None:
    message = ask(questions()["affiliation_date"], finding(EMPLOYEE), ON)
    assert "1er juin 2023" in words_of(message)
    assert labels_of(message) == ["Oui", "Non", DONT_KNOW]
    assert message.kind == "question"


def test_without_the_date_of_the_stop_the_same_question_is_open() -> None:
    message = ask(questions()["affiliation_date"], finding({"scheme": "general_employee"}), ON)
    assert "Depuis quand" in words_of(message)
    assert labels_of(message) == [DONT_KNOW]


def test_an_answer_that_needs_a_figure_we_do_not_have_is_not_offered() -> None:
    pay = questions()["gross_pay_last_12_civil_months"]
    assert ready_answers(pay, finding({"scheme": "general_employee"}), ON) == ()
    labels = [label for _, label, _ in ready_answers(pay, finding(EMPLOYEE), ON)]
    assert [label.replace("\u202f", " ").replace("\u00a0", " ") for label in labels] == [
        "23 649,50 € ou plus",
        "Moins de 22 878,10 €",
    ]


def test_between_two_readings_of_a_threshold_no_ready_answer_decides() -> None:
    values = [
        value for _, _, value in ready_answers(questions()["gross_pay_last_12_civil_months"], finding(EMPLOYEE), ON)
    ]
    assert values == ["23649.50/..", "../22878.09"]


def test_the_simple_form_says_the_same_question_shorter() -> None:
    question = questions()["stop_date"]
    usual, simple = ask(question, None, ON), ask(question, None, ON, "simple")
    assert "Depuis quand êtes-vous en arrêt de travail" in words_of(simple)
    assert words_of(usual) != words_of(simple)
    assert usual.choices == simple.choices


@pytest.mark.parametrize("field", questions())
def test_every_question_can_be_not_known_but_a_place(field: str) -> None:
    facts = SELF_EMPLOYED if field == OF_SELF_EMPLOYED else EMPLOYEE
    labels = labels_of(ask(questions()[field], finding(facts), ON))
    has_own = any(choice.value == "unknown" for choice in questions()[field].head.choices)
    assert (DONT_KNOW in labels) == (field != "place" and not has_own)


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        (field, facts)
        for field in questions()
        for facts in ({}, EMPLOYEE, {"scheme": "self_employed"}, SELF_EMPLOYED)
        if field != OF_SELF_EMPLOYED or facts.get("scheme") == "self_employed"
    ],
)
def test_every_text_of_a_question_can_be_said(field: str, facts: dict[str, str]) -> None:
    question, found = questions()[field], finding(facts)
    said = [ask(question, found, ON), ask(question, found, ON, "simple"), why(question, found, ON)]
    said += [explain_error(question, reason, found, ON, again) for reason in ("unreadable", "net", "abroad", "future")
             for again in (False, True)]  # fmt: skip
    assert all(words_of(message).strip() and "{{" not in words_of(message) for message in said)


def test_why_gives_the_law() -> None:
    message = why(questions()["birth_date"], None, ON)
    assert "62 ans" in words_of(message)
    assert message.sources[0].title.endswith("L341-15")


def test_the_second_error_is_said_otherwise_than_the_first() -> None:
    question = questions()["stop_date"]
    first = explain_error(question, "unreadable", None, ON, again=False)
    second = explain_error(question, "unreadable", None, ON, again=True)
    assert words_of(first) != words_of(second)


def test_net_pay_and_places_abroad_have_an_error_of_their_own() -> None:
    pay = questions()["gross_pay_last_12_civil_months"]
    assert "brut" in words_of(explain_error(pay, "net", None, ON, again=False))
    assert "France" in words_of(explain_error(questions()["place"], "abroad", None, ON, again=True))
    assert words_of(explain_error(questions()["origin"], "net", None, ON, again=False)) == words_of(
        explain_error(questions()["origin"], "unreadable", None, ON, again=False)
    )
