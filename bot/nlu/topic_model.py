"""The topic classifier: logistic regression whose confidence is calibrated on examples it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedShuffleSplit
from threadpoolctl import ThreadpoolController

from bot.nlu.features import FeatureExtractor

INVERSE_REGULARISATION = 20.0
TOLERANCE = 0.1
# The share of the examples that the confidence is calibrated on.
HELD_OUT = 0.2
SEED = 7

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Candidate:
    """A topic and the calibrated probability that it is the right one."""

    topic: str
    confidence: float


class TopicModel:
    """Ranks topics for a text; train once, then `rank` as often as wanted."""

    def __init__(self, use_embedding: bool = True) -> None:
        self._features = FeatureExtractor(use_embedding)
        self.topics: list[str] = []
        self._weights: list[npt.NDArray[np.float32]] = []
        self._bias = np.zeros(0)
        self.temperature = 1.0

    def train(self, texts: Sequence[str], topics: Sequence[str]) -> None:
        """Learn from labelled examples, then calibrate on some of them that a first fit has not seen.

        Raises:
            ValueError: fewer than two topics, or a topic with too few examples to hold some out.
        """
        labels = np.array(topics)
        weights = class_weights(labels)
        features = self._features.fit_transform(texts)
        split = StratifiedShuffleSplit(1, test_size=max(HELD_OUT, len(weights) / len(texts)), random_state=SEED)
        known, new = next(split.split(features, labels))
        held_out = _scores(_classifier(weights).fit(features[known], labels[known]), features[new])
        self.topics = sorted(weights)
        self.temperature = _best_temperature(held_out, np.searchsorted(self.topics, labels[new]))
        classifier = _classifier(weights).fit(features, labels)
        # Kept by feature and in single precision, a block for each part of the features: no copy, and half the memory.
        signs = np.array([-1, 1]) if len(self.topics) == 2 else np.ones(len(self.topics))
        by_feature = (classifier.coef_.T * signs).astype(np.float32)
        ends = np.cumsum([part.shape[1] for part in self._features.parts(texts[:1])])[:-1]
        self._weights = [np.ascontiguousarray(block) for block in np.split(by_feature, ends)]
        self._bias = classifier.intercept_ * signs

    def rank(self, text: str) -> list[Candidate]:
        """All topics, the most likely first; confidences sum to 1."""
        return self.rank_all([text])[0]

    def rank_all(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """The ranking of each text."""
        with _threads().limit(limits=1):
            scores = self._bias + sum(
                part @ weights for part, weights in zip(self._features.parts(texts), self._weights, strict=True)
            )
        rankings = []
        for row in _softmax(scores / self.temperature):
            best_first = np.argsort(-row)
            rankings.append([Candidate(self.topics[i], float(row[i])) for i in best_first])
        return rankings


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """Finding the numerical libraries of the process takes longer than ranking a message: once is enough."""
    return ThreadpoolController()


def class_weights(labels: npt.NDArray[np.str_]) -> dict[str, float]:
    """A topic with few examples counts for more, by the square root: halfway between as many and as they come."""
    names, counts = np.unique(labels, return_counts=True)
    weights = np.sqrt(counts.mean() / counts)
    return {str(name): float(weight) for name, weight in zip(names, weights, strict=True)}


def _classifier(weights: dict[str, float]) -> LogisticRegression:
    # Fewer examples than features: the dual problem is solved six times faster, for the same ranking.
    return LogisticRegression(
        C=INVERSE_REGULARISATION,
        solver="liblinear",
        dual=True,
        tol=TOLERANCE,
        class_weight=weights,
        random_state=SEED,
    )


def _scores(classifier: LogisticRegression, features: sparse.csr_matrix) -> Scores:
    """One column a topic, even for two topics, of which the library scores only the second."""
    scores: Scores = classifier.decision_function(features)
    return scores if scores.ndim > 1 else np.column_stack([-scores, scores])


def _softmax(scores: Scores) -> Scores:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Scores = shifted / shifted.sum(axis=1, keepdims=True)
    return result


def _best_temperature(scores: Scores, right: npt.NDArray[np.int64]) -> float:
    """The temperature under which held-out confidences are the most honest (least negative log-likelihood)."""

    def loss(temperature: float) -> float:
        chosen = _softmax(scores / temperature)[np.arange(len(right)), right]
        return float(-np.log(np.clip(chosen, 1e-9, 1)).mean())

    return float(minimize_scalar(loss, bounds=(0.05, 5.0), method="bounded").x)
