"""Rasa component: the understanding of a message as one intent classifier."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalogue import is_topic
from bot.dialogue.guides import guide_of_intent
from bot.dialogue.turn import AWAITED, LAST_QUESTION, LAST_TOPIC
from bot.nlu.bands import OUTSIDE, Bands
from bot.nlu.labelled import FOLDER, labelled_messages
from bot.nlu.stored import FILE, OtherVersionError, from_bytes, to_bytes
from bot.nlu.topic_model import TopicModel
from bot.nlu.trace import traced
from bot.nlu.understanding import NOTHING_BEFORE, Before, Meaning, Understanding

RANKING_KEPT = 10
# What decided, for the trace.
TRACE_KEY = "trace"
# The category or the person that "et en catégorie 2 ?", "et pour ma femme ?" ask the last question again for.
CATEGORY_KEY, PERSON_KEY = "category", "person"
# What the message asks when it asks several things, in order; empty when it asks one.
TOPICS_KEY = "topics"


class OldModelError(RasaException):
    """The archive holds a model of another version: train again."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Sets `intent` to what must be done and `intent_ranking` to what the message may be about."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, understanding: Understanding
    ) -> None:
        self._storage, self._resource, self._understanding = storage, resource, understanding
        self._bands = Bands(**{field.name: config[field.name] for field in fields(Bands)})

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds of the bands, and whether to use the sentence embedding."""
        return {**asdict(Bands()), "embedding": True}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """A new classifier, not trained yet."""
        return cls(config, model_storage, resource, _understanding(TopicModel(config["embedding"])))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> TopicClassifier:
        """The trained classifier of a model archive."""
        with model_storage.read_from(resource) as folder:
            stored = Path(folder) / FILE
            content = stored.read_bytes() if stored.is_file() else b""
        try:
            return cls(config, model_storage, resource, from_bytes(content))
        except OtherVersionError as error:
            raise OldModelError(str(error)) from error

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The code and the messages that the training depends on: Rasa only watches this class."""
        watched = [*sorted(Path(__file__).parent.glob("*.py")), *sorted(FOLDER.glob("*.yml"))]
        return hashlib.sha256(b"".join(path.read_bytes() for path in watched)).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of every intent and from the labelled messages."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        texts, intents = [e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples]
        self._understanding.train(texts, intents, labelled_messages())
        with self._storage.write_to(self._resource) as folder:
            (Path(folder) / FILE).write_bytes(to_bytes(self._understanding))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Classify each message; an empty one is outside."""
        for message in messages:
            text = (message.get(TEXT) or "").strip()
            before = _before(message.get(METADATA) or {})
            _set(message, self._understanding.meaning(text, self._bands, before) if text else Meaning(OUTSIDE, 1.0, []))
        return messages


def _understanding(model: TopicModel) -> Understanding:
    """With the intents that open a guide and are no topic themselves."""
    return Understanding(model, is_topic, frozenset(intent for intent in guide_of_intent() if not is_topic(intent)))


def _before(metadata: dict[str, Any]) -> Before:
    question = metadata.get(LAST_QUESTION)
    if not question:
        return NOTHING_BEFORE
    return Before(str(question), bool(metadata.get(AWAITED)), str(metadata.get(LAST_TOPIC) or ""))


def _set(message: Message, found: Meaning) -> None:
    kept = [{"name": candidate.topic, "confidence": candidate.confidence} for candidate in found.ranking[:RANKING_KEPT]]
    message.set(INTENT, {"name": found.intent, "confidence": found.confidence}, add_to_output=True)
    message.set(INTENT_RANKING_KEY, kept, add_to_output=True)
    message.set(TOPICS_KEY, list(found.topics), add_to_output=True)
    message.set(CATEGORY_KEY, found.category, add_to_output=True)
    message.set(PERSON_KEY, found.person, add_to_output=True)
    message.set(TRACE_KEY, traced(found), add_to_output=True)
