"""Training-data importer: what the content asks of Rasa; adding a topic, a question or a guide needs no Rasa file.

Every answer file is an intent, answered by one action; every guide with an intent is opened by it; every question is a
slot of the one form.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalogue import catalogue
from bot.dialogue.guides import guide_of_intent
from bot.dialogue.questions import questions

ANSWER, OPEN_GUIDE, FORM = "action_answer", "action_open_guide", "guide_form"


def content_intents() -> tuple[str, ...]:
    """The intents that come from content: topics, neighbours outside the scope, and requests for a guide."""
    answers = catalogue().ids("answers") + catalogue().ids("neighbours")
    return tuple(dict.fromkeys((*answers, *guide_of_intent())))


def domain() -> dict[str, Any]:
    """The intents of the content, a slot for each fact that a question asks, and the one form of all guides."""
    fields = list(questions())
    return {
        "intents": list(content_intents()),
        "slots": {name: _slot() for name in fields},
        # One form for all guides: which field is asked next comes from the rules.
        "forms": {FORM: {"required_slots": fields}},
    }


def _slot() -> dict[str, Any]:
    """A fact: never read by Rasa itself, and of no weight in what it predicts. Rasa takes it apart: a new one each."""
    return {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}


def rules_yaml() -> str:
    """One rule per content intent, as Rasa writes them."""
    opens = guide_of_intent()
    rules = [
        f"- rule: {'open' if intent in opens else 'answer'} {intent}\n  steps:\n  - intent: {intent}\n"
        f"  - action: {OPEN_GUIDE if intent in opens else ANSWER}\n"
        for intent in content_intents()
    ]
    return 'version: "3.1"\nrules:\n' + "".join(rules)


class ContentImporter(TrainingDataImporter):
    """Adds the intents and rules of the answer files to the project's own files."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None: ...

    def get_domain(self) -> Domain:
        """The intents, slots and form that the content asks for."""
        return Domain.from_dict(domain())

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """One rule per answer file, one per guide."""
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
