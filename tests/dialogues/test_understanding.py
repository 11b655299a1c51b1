"""Several questions at once and follow-ups, on messages of our own that the model has never seen.

Floors, not targets: they fail when a change makes understanding clearly worse. `make eval` prints the measures.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model
MESSAGES = yaml.safe_load((Path(__file__).parent.parent / "data" / "understanding.yaml").read_text(encoding="utf-8"))
FLOORS = {"several": 0.78, "one": 0.88, "follow_ups": 0.82}


@pytest.fixture(scope="session")
def said(agent: Any, loop: asyncio.AbstractEventLoop) -> Any:
    """Topics answered, in order, for messages said one after the other in a new conversation."""
    from bot.channels.conversation import Exchange, turn

    def say(*texts: str) -> list[str]:
        exchange = Exchange(f"understanding-{texts[-1]}")
        messages = [loop.run_until_complete(turn(exchange, text, agent.handle_message, "test")) for text in texts]
        return [message["topic"] for message in messages[-1] if message.get("topic")]

    return say


def test_several_questions_are_answered(said: Any) -> None:
    shares = [len(set(said(case["text"])) & set(case["topics"])) / len(case["topics"]) for case in MESSAGES["several"]]
    assert sum(shares) / len(shares) >= FLOORS["several"]


def test_a_story_that_asks_one_thing_gets_one_answer(said: Any) -> None:
    alone = [len(said(case["text"])) <= 1 for case in MESSAGES["one"]]
    assert sum(alone) / len(alone) >= FLOORS["one"]


def test_follow_ups_are_understood_from_the_question_before(said: Any) -> None:
    right = [
        said(case["first"], case["text"])[:1] in [[topic] for topic in (case["topic"], *case.get("also_ok", []))]
        for case in MESSAGES["follow_ups"]
    ]
    assert sum(right) / len(right) >= FLOORS["follow_ups"]


def test_the_same_question_for_another_category_is_answered_again_for_it(talk: Talk) -> None:
    talk("Comment est calculée la pension d'invalidité de catégorie 1 ?")
    reply = talk("et pour la catégorie 2 ?")
    assert reply.topics == ["montant_calcul"]
    assert reply.text.startswith("Le calcul de la pension\n\nPour la catégorie 2 :")


def test_without_a_question_before_it_asks(talk: Talk) -> None:
    reply = talk("et pour la catégorie 2 ?")
    assert reply.kinds == ["choices"]


def test_a_question_beside_a_guide_is_answered_before_it_opens(talk: Talk) -> None:
    reply = talk("je veux vérifier ma situation, et c'est quoi le montant maximum ?")
    assert reply.topics[0] == "montant_maximum"
    assert reply.asks == "scheme"


def test_several_questions_in_the_middle_of_a_guide_leave_its_question_pending(talk: Talk) -> None:
    talk("vérifier ma situation")
    reply = talk("est-ce que la pension est imposable, et quand est-elle versée ?")
    assert {"impots_csg", "date_versement"} <= set(reply.topics)
    assert reply.asks == "scheme"


def test_a_false_belief_is_set_right_before_the_answer(talk: Talk) -> None:
    reply = talk("mon médecin traitant m'a mis en invalidité, à quelle date la pension est versée ?")
    assert reply.topics == ["date_versement"]
    before, _, after = reply.text.partition("Une précision d'abord : c'est le médecin-conseil")
    assert after
    assert len(before) < 80


def test_after_two_messages_that_are_not_understood_people_to_turn_to_are_named(talk: Talk) -> None:
    assert "3646" not in talk("blorf gnap zut").text
    assert "3646" in talk("truc machin chose bidule").text
    talk("quel est le montant maximum de la pension ?")
    assert "3646" not in talk("blorf gnap zut").text
