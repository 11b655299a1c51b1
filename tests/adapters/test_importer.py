"""Every answer file is an intent with one rule, with no Rasa file to touch."""

from __future__ import annotations

import yaml

from bot.adapters.importer import HAS_OWN_RULES, ContentImporter, content_intents, rules_yaml
from bot.answers.catalogue import catalogue


def test_every_topic_and_neighbour_is_an_intent() -> None:
    intents = set(ContentImporter().get_domain().intents)
    assert set(catalogue().ids("answers")) <= intents
    assert "hors_sujet" in intents
    assert "salutation" not in intents


def test_every_content_intent_has_one_rule() -> None:
    ruled = [rule["steps"][0]["intent"] for rule in yaml.safe_load(rules_yaml())["rules"]]
    assert sorted(ruled) == sorted(set(content_intents()) - HAS_OWN_RULES)


def test_rasa_reads_the_rules() -> None:
    steps = ContentImporter().get_stories().story_steps
    assert len(steps) == len(content_intents()) - len(HAS_OWN_RULES)
