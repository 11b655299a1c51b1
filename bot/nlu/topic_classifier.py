"""Rasa component: the topic model, its bands and the distress cues, as one intent classifier."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalogue import catalogue
from bot.nlu.bands import OUTSIDE, Bands
from bot.nlu.distress import has_distress_cue
from bot.nlu.topic_model import TopicModel

RANKING_KEPT = 10
MODEL_FILE = "topic_model.pickle"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Sets `intent` to what must be done and `intent_ranking` to what the message may be about."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: TopicModel) -> None:
        self._storage, self._resource, self._model = storage, resource, model
        self._bands = Bands(config["answer"], config["offer"], config["distress"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds of the three bands, and whether to use the sentence embedding."""
        return {"answer": 0.45, "offer": 0.15, "distress": 0.4, "embedding": True}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """A new classifier, not trained yet."""
        return cls(config, model_storage, resource, TopicModel(config["embedding"]))

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
            model = pickle.loads((Path(folder) / MODEL_FILE).read_bytes())  # noqa: S301 - our own archive
        return cls(config, model_storage, resource, model)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The code that the training depends on: Rasa only watches this class."""
        names = ("features.py", "normalise.py", "embedding.py", "topic_model.py")
        code = b"".join((Path(__file__).parent / name).read_bytes() for name in names)
        return hashlib.sha256(code).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of every intent."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        self._model.train([e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples])
        with self._storage.write_to(self._resource) as folder:
            (Path(folder) / MODEL_FILE).write_bytes(pickle.dumps(self._model))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Classify each message; an empty one is outside."""
        for message in messages:
            text = (message.get(TEXT) or "").strip()
            if not text:
                self._set(message, OUTSIDE, 1.0, [])
                continue
            ranking, cue = self._model.rank(text), has_distress_cue(text)
            intent = self._bands.decide(ranking, catalogue().is_topic, cue)
            known = {candidate.topic: candidate.confidence for candidate in ranking}
            confidence = 1.0 if cue else known.get(intent, ranking[0].confidence)
            kept = [
                {"name": candidate.topic, "confidence": candidate.confidence} for candidate in ranking[:RANKING_KEPT]
            ]
            self._set(message, intent, confidence, kept)
        return messages

    @staticmethod
    def _set(message: Message, name: str, confidence: float, ranking: list[dict[str, Any]]) -> None:
        message.set(INTENT, {"name": name, "confidence": confidence}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
