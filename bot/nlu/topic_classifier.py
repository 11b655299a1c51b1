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
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalogue import catalogue
from bot.dialogue.turn import LAST_QUESTION
from bot.nlu.bands import DISTRESS, OFFER, OUTSIDE, Bands
from bot.nlu.clauses import asks
from bot.nlu.distress import has_distress_cue
from bot.nlu.follow_up import CLEAR, category_named, in_context, leans_on_the_last_question, only_changes_one_thing
from bot.nlu.several import Clause, several
from bot.nlu.topic_model import Candidate, TopicModel

RANKING_KEPT = 10
MODEL_FILE = "topic_model.pickle"
# What each clause is about, for the trace.
CLAUSES_KEY = "clauses"
# The category that "et en catégorie 2 ?" asks about.
CATEGORY_KEY = "category"
# What the message asks when it asks several things, in order; empty when it asks one.
TOPICS_KEY = "topics"
# Intents that several clear questions overrule, and those that keep their place beside a question.
OPEN_TO_SEVERAL = {OFFER, OUTSIDE}
OPENS_A_GUIDE = {"verifier_ma_situation"}
# Intents of replies, which a question such as "j'ai combien de temps ?" resembles.
REPLIES = {"donner_un_fait", "corriger", "oui", "non", "ne_sait_pas", "aide", "repeter", "plus_de_details"}
# The question before makes a topic likelier than its share of all intents says.
ANSWER_IN_CONTEXT = 0.3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Sets `intent` to what must be done and `intent_ranking` to what the message may be about."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: TopicModel) -> None:
        self._storage, self._resource, self._model = storage, resource, model
        self._bands = Bands(config["answer"], config["offer"], config["distress"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds of the three bands, and whether to use the sentence embedding."""
        return {"answer": 0.65, "offer": 0.15, "distress": 0.4, "embedding": True}

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
        names = ("features.py", "normalise.py", "spelling.py", "embedding.py", "topic_model.py")
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
            if text:
                self._understand(message, text)
            else:
                self._set(message, OUTSIDE, 1.0, [])
        return messages

    def _understand(self, message: Message, text: str) -> None:
        """Distress first; then several questions, or one, perhaps after the last one."""
        alone, cue = self._model.rank(text), has_distress_cue(text)
        intent = self._bands.decide(alone, catalogue().is_topic, cue)
        ranking = alone
        topics: tuple[str, ...] = ()
        leans = leans_on_the_last_question(text, alone)
        follows = leans and bool(_last_question(message))
        if intent == DISTRESS and not cue and follows and alone[0].confidence < CLEAR:
            intent = OUTSIDE  # "et pour mes enfants ?" after a question is about it, unless it is clear
        if intent != DISTRESS:
            asked = several(text, alone, self._model.rank, catalogue().is_topic)
            message.set(CLAUSES_KEY, [_traced(clause) for clause in asked.clauses], add_to_output=True)
            topics = asked.beside(intent) if intent in OPENS_A_GUIDE else asked.topics
            if topics and self._yields(intent):
                intent = topics[0]
            elif leans and self._may_lean(intent, text, alone):
                ranking, intent = self._after_the_last_question(message, text, alone, intent)
        known = {candidate.topic: candidate.confidence for candidate in ranking}
        confidence = 1.0 if cue else known.get(intent, ranking[0].confidence)
        message.set(TOPICS_KEY, list(topics), add_to_output=True)
        kept = [{"name": candidate.topic, "confidence": candidate.confidence} for candidate in ranking[:RANKING_KEPT]]
        self._set(message, intent, confidence, kept)

    def _after_the_last_question(
        self, message: Message, text: str, alone: list[Candidate], intent: str
    ) -> tuple[list[Candidate], str]:
        """An elliptic message with the question before it; without any, it is only offered topics."""
        last, other = _last_question(message), only_changes_one_thing(text)
        if not last:
            unclear = other or alone[0].confidence < CLEAR
            return alone, OFFER if catalogue().is_topic(intent) and unclear else intent
        message.set(CATEGORY_KEY, category_named(text) if other else None, add_to_output=True)
        after = self._model.rank(last if other else f"{last} {text}")
        ranking = in_context(after if other else alone, after, catalogue().is_topic)
        return ranking, ranking[0].topic if ranking[0].confidence >= ANSWER_IN_CONTEXT else OFFER

    @staticmethod
    def _yields(intent: str) -> bool:
        """May several questions, or the last one, change this intent?"""
        return intent in OPEN_TO_SEVERAL or catalogue().is_topic(intent)

    def _may_lean(self, intent: str, text: str, alone: list[Candidate]) -> bool:
        """Topics and what is not understood may; so may a reply that asks, and anything else that is not clear."""
        return self._yields(intent) or (intent in REPLIES and asks(text)) or alone[0].confidence < CLEAR

    @staticmethod
    def _set(message: Message, name: str, confidence: float, ranking: list[dict[str, Any]]) -> None:
        message.set(INTENT, {"name": name, "confidence": confidence}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)


def _traced(clause: Clause) -> dict[str, Any]:
    """What decided for a clause; its words stay in the message alone."""
    return {"name": clause.best.topic, "confidence": clause.best.confidence, "counts": clause.counts}


def _last_question(message: Message) -> str:
    return str((message.get(METADATA) or {}).get(LAST_QUESTION) or "")
