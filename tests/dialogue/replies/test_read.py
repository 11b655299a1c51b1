"""One reply to one question: typed values, ready answers, and not knowing."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import ReplyKind, questions
from bot.dialogue.replies.read import READERS, read
from bot.dialogue.replies.reading import Value
from bot.rules import Finding
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)


def finding(**facts: str) -> Finding | None:
    """What the eligibility rule says of these facts."""
    return progress(guides()["eligibility"], facts, ON).finding


EMPLOYEE = {"scheme": "general_employee", "stop_date": "2024-06-10"}

AFFILIATION = {
    "oui": "../2023-06-01",
    "non": "2023-06-02/..",
    "je pense que oui": "../2023-06-01",
    "depuis toujours": "../2023-06-01",
    "oui depuis 2010": "2010",
    "non, depuis mars": "2026-03",
    "septembre 2019": "2019-09",
    "depuis 20 ans": "2006-11",
    "je ne sais pas": "unknown",
    "31/02/2020": "!impossible",
    "euh": "!unreadable",
}
HOURS = {
    "oui": "600/..",
    "non": "../599",
    "Oui, au moins autant": "600/..",
    "à plein temps toute l'année": "600/..",
    "non, 450 heures": "450",
    "non, quatre cent cinquante heures": "450",
    "oui 35h par semaine": "1820",
    "je sais pas trop, 800": "800",
    "je sais pas trop": "unknown",
    "non je sais pas": "unknown",
    "aucune idée": "unknown",
    "aucune": "0",
    "8000": "!impossible",
}
PAY = {
    "23 649,50 € ou plus": "23649.50/..",
    "23 649,50 € ou plus ": "23649.50/..",
    "moins de 22 878,10 €": "../22878.09",
    "21 000": "21000",
    "1 800 net": "!net",
    "je sais pas, 1800 net": "!net",
    "ça dépend": "unknown",
}
BIRTH = {"jsp, 54 ans": "1971-11-21/1972-11-20", "je préfère ne pas dire": "unknown", "12": "!impossible"}
SCHEME = {"je sais pas trop, salarié": "general_employee", "je sais pas": "unknown", "450": "!unreadable"}


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (field, text, expected)
        for field, table in {
            "affiliation_date": AFFILIATION,
            "hours_last_12_months": HOURS,
            "gross_pay_last_12_civil_months": PAY,
            "birth_date": BIRTH,
            "scheme": SCHEME,
        }.items()
        for text, expected in table.items()
    ],
)
def test_a_reply_is_read_in_the_light_of_its_question(field: str, text: str, expected: str) -> None:
    assert outcome(read(questions()[field], text, finding(**EMPLOYEE), ON)) == expected


def test_a_yes_is_no_answer_while_its_threshold_is_not_known() -> None:
    unknown_stop = finding(scheme="general_employee")
    question = questions()["gross_pay_last_12_civil_months"]
    assert outcome(read(question, "23 649,50 € ou plus", unknown_stop, ON)) == "23649.5/.."
    assert outcome(read(questions()["affiliation_date"], "oui", unknown_stop, ON)) == "!unreadable"


def test_every_kind_of_value_has_its_reader() -> None:
    assert {*READERS, "choice"} == set(get_args(ReplyKind))


def test_what_was_typed_and_what_was_picked_are_told_apart() -> None:
    typed = read(questions()["hours_last_12_months"], "800", finding(**EMPLOYEE), ON)
    picked = read(questions()["hours_last_12_months"], "oui", finding(**EMPLOYEE), ON)
    assert typed == Value("800", "800\u00a0heures", typed=True)
    assert picked == Value("600/..", "Oui, au moins autant", typed=False)
