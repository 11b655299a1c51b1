"""Rasa component: the commune named in a request for help near home, found by the gazetteer and spaCy together."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.places import place_in

# Only these subjects need a place; looking for one elsewhere would cost time and find ghosts.
LOCAL_SUBJECTS = {"france_services"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PlaceExtractor(EntityExtractorMixin, GraphComponent):
    """Adds one `place` entity whose value is the words to look up."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlaceExtractor:
        """Nothing to set up: the gazetteer and spaCy are loaded when first needed."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Look for a place where the intent calls for one."""
        for message in messages:
            text = message.get(TEXT) or ""
            intent = (message.get(INTENT) or {}).get("name")
            words = place_in(text) if intent in LOCAL_SUBJECTS else None
            if words:
                start = max(text.find(words), 0)
                entity = {"entity": "place", "value": words, "start": start, "end": start + len(words)}
                message.set(ENTITIES, [*(message.get(ENTITIES) or []), entity], add_to_output=True)
        return messages
