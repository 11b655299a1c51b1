"""How likely it is that a message asks about a topic, weighed from the whole message and from its pieces.

The topic model knows short, clear questions best. A message tells a story, asks two things, or asks one thing in words
of another: a clause alone is easily mistaken, and the whole only shows the loudest topic. Eleven clues of both are
weighed by a logistic regression, learnt from labelled messages (data/judged) that the topic model has never seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from bot.nlu.labelled import Labelled
from bot.nlu.reading import Confidences, Piece, Reading

FLOOR = 1e-3
FROM_WHOLE, FROM_PIECE = 3, 2
# How much a half counts is softened by the whole message, which hardly ever shows both questions.
HALF_SUPPORT, HALF_FLOOR = 0.3, 1e-4
INVERSE_REGULARISATION = 0.3

Vector = npt.NDArray[np.float64]


# What speaks for a topic or against it: five clues from the whole message, six from its pieces.
CLUES = (
    "whole", "lead", "rank", "best", "other",
    "lead_of_clause", "clause_asks", "asked_alone", "asked_later", "asked_behind", "half",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A topic, the probability that the message asks about it, and where it does (clause, half).

    `clues`: how much each clue weighed, in log-odds.
    """

    topic: str
    probability: float
    place: tuple[int, int]
    clues: Mapping[str, float] = field(default_factory=dict)


class SecondLook:
    """Judges which topics a message asks about; learn from labelled messages once, then `judge`."""

    def __init__(self) -> None:
        self._mean = self._scale = self._weights = np.zeros(0)
        self._bias = 0.0

    def train(self, readings: Sequence[Reading], labels: Sequence[Labelled]) -> None:
        """Learn the weights of the clues; topics that would also do are neither right nor wrong."""
        rows: list[Vector] = []
        asked: list[bool] = []
        for reading, label in zip(readings, labels, strict=True):
            topics = candidates(reading)
            kept = [topic for topic in topics if topic in label.asked or topic not in label.accepted]
            rows += [clues(reading, topic, topics) for topic in kept]
            asked += [topic in label.asked for topic in kept]
        table = np.array(rows)
        self._mean, self._scale = table.mean(axis=0), table.std(axis=0) + 1e-9
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=1000)
        model.fit((table - self._mean) / self._scale, asked)
        self._weights, self._bias = model.coef_[0], float(model.intercept_[0])

    def judge(self, reading: Reading) -> list[Asked]:
        """The topics that the message may ask about, the most probable first."""
        topics = candidates(reading)
        table = (np.array([clues(reading, topic, topics) for topic in topics]) - self._mean) / self._scale
        weighed = table * self._weights
        probabilities = 1 / (1 + np.exp(-(weighed.sum(axis=1) + self._bias)))
        judged = [
            Asked(topic, float(probability), _place(reading, topic), dict(zip(CLUES, map(float, row), strict=True)))
            for topic, probability, row in zip(topics, probabilities, weighed, strict=True)
        ]
        return sorted(judged, key=lambda one: -one.probability)


def clues(reading: Reading, topic: str, among: Sequence[str]) -> Vector:
    """What speaks for a topic, in the order of CLUES; `among`: the topics with which it competes."""
    whole = reading.topics
    confidence = np.log(whole[topic] + FLOOR)
    clause = _clause_of(reading, topic)
    asking = [piece for piece in reading.clauses if piece.asks]
    alone = max((piece.topics[topic] for piece in asking if piece.best == topic), default=0.0)
    later = max((p.topics[topic] for p in reading.clauses[1:] if p.asks and p.best == topic), default=0.0)
    behind = max((np.sqrt(p.topics[topic] * p.behind[topic]) for p in reading.clauses[1:] if p.asks), default=0.0)
    return np.array(
        [
            confidence,
            _lead(whole, topic, tuple(whole)),
            np.log1p(list(whole).index(topic)),
            max(whole.values()),
            reading.other,
            _lead(clause.topics, topic, among),
            float(clause.asks),
            alone * confidence,
            later,
            behind,
            _half(reading, topic) * confidence,
        ]
    )


def _lead(confidences: Confidences, topic: str, among: Sequence[str]) -> float:
    """By how much a topic leads the best of the others, in logarithms."""
    best_other = max((confidences[other] for other in among if other != topic), default=0.0)
    return float(np.log(confidences[topic] + FLOOR) - np.log(best_other + FLOOR))


def candidates(reading: Reading) -> list[str]:
    """The topics worth judging: the first of the whole message and of each piece."""
    pieces = [*reading.clauses, *(half for _, *pair in reading.halves for half in pair)]
    found = dict.fromkeys(list(reading.topics)[:FROM_WHOLE])
    for piece in pieces:
        found.update(dict.fromkeys(list(piece.topics)[:FROM_PIECE]))
    return list(found)


def _clause_of(reading: Reading, topic: str) -> Piece:
    """The clause in which a topic is the likeliest."""
    return max(reading.clauses, key=lambda piece: piece.topics[topic])


def _half(reading: Reading, topic: str) -> float:
    """How sure it is that one half of a clause is about this topic and the other half about another one."""
    return max((strength for strength, _ in _half_claims(reading, topic)), default=0.0)


def _half_claims(reading: Reading, topic: str) -> list[tuple[float, tuple[int, int]]]:
    """(strength, place) of each half that is about this topic beside a half about another one."""

    def supported(half: Piece) -> float:
        support: float = max(reading.topics[half.best], HALF_FLOOR) ** HALF_SUPPORT
        return half.topics[half.best] * support

    return [
        (min(supported(left), supported(right)), (clause, 1 if topic == left.best else 2))
        for clause, left, right in reading.halves
        if left.best != right.best and topic in (left.best, right.best)
    ]


def _place(reading: Reading, topic: str) -> tuple[int, int]:
    """Where a topic is asked: the clause in which it is the likeliest, or a half of it."""
    claims = _half_claims(reading, topic)
    asked_alone = any(piece.asks and piece.best == topic for piece in reading.clauses)
    if claims and (len(reading.clauses) == 1 or not asked_alone):
        return max(claims)[1]
    return reading.clauses.index(_clause_of(reading, topic)), 0
