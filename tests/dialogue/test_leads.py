"""The point that a question is about is answered first, and no other point is taken for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers.catalogue import catalogue
from bot.answers.person import NOBODY, Person
from bot.answers.plain_text import block_text
from bot.dialogue.for_whom import answer_for
from bot.dialogue.leads import lead_of, led

ON = date(2026, 11, 21)
FOLDER = Path(__file__).resolve().parent.parent / "data" / "leads"
CASES: list[dict[str, Any]] = [
    case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
LED = [case for case in CASES if case.get("lead", True)]
NOT_LED = [case for case in CASES if not case.get("lead", True)]


def first(case: dict[str, Any]) -> str:
    person = Person(**case.get("person", {}))
    message = led(answer_for(person, case["topic"], ON), case["asked"], person, ON)
    return block_text(message.blocks[0]).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("case", LED, ids=[f"{case['topic']}-{case['asked'][:30]}" for case in LED])
def test_what_is_asked_is_said_first(case: dict[str, Any]) -> None:
    assert case["says"].lower() in first(case).lower()


@pytest.mark.parametrize("case", NOT_LED, ids=[f"{case['topic']}-{case['asked'][:30]}" for case in NOT_LED])
def test_another_question_of_the_topic_gets_the_usual_answer(case: dict[str, Any]) -> None:
    assert lead_of(catalogue()[case["topic"]], case["asked"]) is None


def test_every_lead_is_tried() -> None:
    tried = {id(lead_of(catalogue()[case["topic"]], case["asked"])) for case in LED}
    leads = [(topic, lead) for topic in catalogue() for lead in catalogue()[topic].head.leads]
    assert [(topic, lead.say) for topic, lead in leads if id(lead) not in tried] == []


def test_a_lead_may_take_the_place_of_the_short_answer() -> None:
    instead = [(topic, lead) for topic in catalogue() for lead in catalogue()[topic].head.leads if lead.instead]
    for topic, lead in instead:
        case = next(case for case in LED if lead_of(catalogue()[case["topic"]], case["asked"]) is lead)
        person = Person(**case.get("person", {}))
        usual = answer_for(person, topic, ON)
        message = led(usual, case["asked"], person, ON)
        assert block_text(usual.blocks[0]) not in [block_text(block) for block in message.blocks]


STORY = (
    "Bonjour, mon mari voudrait m'accompagner partout depuis que je suis malade, il ne travaille plus et s'inquiète. "
    "J'ai reçu hier une convocation du médecin-conseil pour jeudi prochain à neuf heures, à l'autre bout de la ville. "
)


def test_of_a_story_only_the_questions_are_read() -> None:
    entry = catalogue()["medecin_conseil_convocation"]
    lead = lead_of(entry, "Je peux venir accompagnée ?")
    assert lead is not None
    assert lead_of(entry, STORY + "Il peut venir avec moi, on a le droit d'être accompagné ?") is lead
    assert lead_of(entry, STORY + "Merci de me dire à quoi sert ce rendez-vous.") is not lead


def test_a_lead_does_not_hide_the_answer_of_a_story() -> None:
    text = STORY + "Il peut venir avec moi, on a le droit d'être accompagné ?"
    usual = answer_for(NOBODY, "medecin_conseil_convocation", ON)
    assert usual.blocks[0] in led(usual, text, NOBODY, ON).blocks


def test_no_lead_for_nobody_in_particular() -> None:
    message = answer_for(NOBODY, "categories", ON)
    assert led(message, "", NOBODY, ON) is message
