"""Every answer file is an intent with one rule, with no Rasa file to touch."""

from __future__ import annotations

import yaml

from bot.adapters.importer import ContentImporter, content_intents, rules_yaml
from bot.answers.catalogue import catalogue
from bot.dialogue.questions import questions


def test_every_topic_and_neighbour_is_an_intent() -> None:
    intents = set(ContentImporter().get_domain().intents)
    assert set(catalogue().ids("answers")) <= intents
    assert "hors_sujet" in intents
    assert "salutation" not in intents


def test_every_content_intent_has_one_rule() -> None:
    ruled = [rule["steps"][0]["intent"] for rule in yaml.safe_load(rules_yaml())["rules"]]
    assert sorted(ruled) == sorted(content_intents())


def test_the_intent_of_a_guide_opens_it() -> None:
    rules = yaml.safe_load(rules_yaml())["rules"]
    action = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules}
    assert action["estimer_ma_pension"] == action["france_services"] == "action_open_guide"
    assert action["montant_calcul"] == "action_answer"


def test_every_fact_is_a_slot_of_the_form() -> None:
    domain = ContentImporter().get_domain()
    assert set(domain.form_names) == {"guide_form"}
    assert set(domain.required_slots_for_form("guide_form")) == set(questions())
    assert {slot.name for slot in domain.slots} >= set(questions())


def test_rasa_reads_the_rules() -> None:
    assert len(ContentImporter().get_stories().story_steps) == len(content_intents())
