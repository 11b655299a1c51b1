"""spaCy's French model, loaded once per process with only the pipe in use (named entities)."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

MODEL = "fr_core_news_sm"
UNUSED = ["morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"]


@lru_cache(maxsize=1)
def french() -> Language:
    """The language object.

    Raises:
        OSError: the model package is not installed.
    """
    return spacy.load(MODEL, exclude=UNUSED)


def place_names(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names stand that spaCy takes for places, as character offsets, in order."""
    return tuple((entity.start_char, entity.end_char) for entity in french()(text).ents if entity.label_ == "LOC")
