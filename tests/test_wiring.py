"""Rasa treats some mistyped paths silently: every name in the YAML files is checked here instead."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
import yaml
from rasa.core.channels.channel import InputChannel
from rasa.core.tracker_store import TrackerStore
from rasa.engine.graph import GraphComponent
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.utils.common import class_from_module_path

from bot.adapters.importer import FORM, content_intents
from bot.adapters.importer import domain as content_domain
from bot.adapters.inline_actions import InlineActions
from bot.answers.catalogue import catalogue
from bot.cli.content_checks import examples_by_intent
from bot.dialogue.questions import questions

ROOT = Path(__file__).resolve().parent.parent


def _yaml(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def _paths() -> list[tuple[str, type]]:
    config = _yaml("config.yml")
    found: list[tuple[str, type]] = [(c["name"], GraphComponent) for c in config["pipeline"]]
    found += [(i["name"], TrainingDataImporter) for i in config["importers"]]
    found += [(name, InputChannel) for name in _yaml("credentials.yml")]
    found.append((_yaml("endpoints.yml")["tracker_store"]["type"], TrackerStore))
    return [(name, base) for name, base in found if "." in name]


@pytest.mark.parametrize(("path", "base"), _paths())
def test_a_dotted_path_is_a_class_of_the_right_kind(path: str, base: type) -> None:
    found = class_from_module_path(path)
    assert inspect.isclass(found)
    assert issubclass(found, base)


def test_no_stock_channel_is_open() -> None:
    assert list(_yaml("credentials.yml")) == ["bot.channels.website.channel.WebsiteChannel"]


def test_actions_of_the_domain_are_those_that_exist() -> None:
    known = set(InlineActions()._executor.actions)
    assert known == set(_yaml("domain.yml")["actions"])


def test_every_question_has_its_slot_and_its_place_in_the_form() -> None:
    assert set(questions()) == set(content_domain()["slots"])
    assert set(questions()) == set(content_domain()["forms"][FORM]["required_slots"])


def test_no_fact_has_the_name_of_a_slot_of_the_state() -> None:
    assert not set(questions()) & set(_yaml("domain.yml")["slots"])


def test_no_slot_is_filled_by_rasa_itself() -> None:
    for name, slot in {**_yaml("domain.yml")["slots"], **content_domain()["slots"]}.items():
        assert slot["mappings"] == [{"type": "custom"}], name
        assert slot["influence_conversation"] is False, name


def test_intents_examples_and_content_agree() -> None:
    declared = set(_yaml("domain.yml")["intents"])
    without_examples = {"ouvrir_un_guide", "proposer_des_sujets"}
    assert set(examples_by_intent()) == (declared | set(content_intents())) - without_examples


def test_intents_spoken_from_content_have_their_text() -> None:
    from actions.answer import SPOKEN_AS

    rules = _yaml("data/rules/conversation.yml")["rules"]
    spoken = [step["intent"] for step in rules[0]["steps"][0]["or"]]
    missing = [intent for intent in spoken if SPOKEN_AS.get(intent, intent) not in catalogue()]
    assert missing == []
