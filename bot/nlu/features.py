"""What the classifier looks at: words, letter sequences and, when present, the sentence embedding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.embedding import UniversalSentenceEncoder, load_embedding
from bot.nlu.spelling import Speller

# Half weight: above, the embedding drowns the words that tell neighbouring topics apart.
EMBEDDING_WEIGHT = 0.5
WORD = r"\S+"

Dense = npt.NDArray[np.float32]


class FeatureExtractor:
    """Words as the examples spell them (1-2) and letters (2-5), weighted by rarity, beside the embedding."""

    def __init__(self, use_embedding: bool = True) -> None:
        self._speller = Speller()
        self._words = TfidfVectorizer(
            ngram_range=(1, 2),
            sublinear_tf=True,
            token_pattern=WORD,
            min_df=2,
            dtype=np.float32,
        )
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, dtype=np.float32
        )
        self.uses_embedding = use_embedding and load_embedding() is not None

    def fit_transform(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Learn the vocabulary and give the features, one row per text."""
        self._speller = Speller(texts)
        spelt = [self._speller.spell(text) for text in texts]
        parts = [self._words.fit_transform(spelt), self._letters.fit_transform(spelt), *self._embedded(texts)]
        return sparse.hstack([sparse.csr_matrix(part) for part in parts]).tocsr()

    def parts(self, texts: Sequence[str]) -> list[sparse.csr_matrix | Dense]:
        """The features of new texts, one row per text: words, letters and, if used, embedding, side by side."""
        spelt = [self._speller.spell(text) for text in texts]
        return [self._words.transform(spelt), self._letters.transform(spelt), *self._embedded(texts)]

    def _embedded(self, texts: Sequence[str]) -> list[Dense]:
        if not self.uses_embedding:
            return []
        embedding = load_embedding()
        if embedding is None:  # trained with it, run without it: zeros keep the words' opinion
            return [np.zeros((len(texts), UniversalSentenceEncoder.dimension), dtype=np.float32)]
        return [EMBEDDING_WEIGHT * embedding.encode(texts)]
