"""Training-data importer: every answer file is an intent, answered by one action; adding a topic needs no Rasa file."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalogue import catalogue

ACTION = "action_answer"
# Answered by opening its guide, when no guide is open (data/rules/guides.yml).
HAS_OWN_RULES = {"france_services"}


def content_intents() -> tuple[str, ...]:
    """The intents that come from content: topics, and neighbours outside the scope."""
    return catalogue().ids("answers") + catalogue().ids("neighbours")


def rules_yaml() -> str:
    """One rule per content intent, as Rasa writes them."""
    rules = [
        f"- rule: answer {intent}\n  steps:\n  - intent: {intent}\n  - action: {ACTION}\n"
        for intent in content_intents()
        if intent not in HAS_OWN_RULES
    ]
    return 'version: "3.1"\nrules:\n' + "".join(rules)


class ContentImporter(TrainingDataImporter):
    """Adds the intents and rules of the answer files to the project's own files."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None: ...

    def get_domain(self) -> Domain:
        """The intents of the content."""
        return Domain.from_dict({"intents": list(content_intents())})

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """One rule per answer file."""
        return StoryGraph(YAMLStoryReader().read_from_string(rules_yaml()))

    def get_nlu_data(self, language: str | None = "fr") -> TrainingData:
        """None: examples are written in data/nlu."""
        return TrainingData()

    def get_config(self) -> dict[str, Any]:
        """None: the configuration is config.yml."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """None: nothing is configured by guessing."""
        return None
