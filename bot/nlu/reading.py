"""A message read piece by piece: its clauses, their halves, and each clause behind the one before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.nlu.clauses import asks, clauses
from bot.nlu.topic_model import Candidate

# A long story is read where it asks first: each piece costs a ranking.
MOST_CLAUSES, MOST_JOINTS = 6, 3
CLAUSE_WORDS, HALF_WORDS = 2, 3
_LOOSE_JOINT = re.compile(r"\s*(?:,|;|\bet\b|\bpuis\b|\baussi\b|\bmais\b|\bou alors\b)\s+", re.IGNORECASE)

Confidences = Mapping[str, float]
RankAll = Callable[[list[str]], list[list[Candidate]]]


@dataclass(frozen=True)
class Piece:
    """A piece of a message, ranked alone: does it ask, its topics (best first), and its best intent of all.

    `behind`: the topics of the clause read before it and this one together; none for the first clause.
    """

    text: str
    asks: bool
    topics: Confidences
    intent: str
    behind: Confidences = field(default_factory=dict)

    @property
    def best(self) -> str:
        """Its likeliest topic: they stand best first."""
        return next(iter(self.topics))


@dataclass(frozen=True)
class Reading:
    """A message: its topics, best first; the surest other intent; its clauses; the halves of each of them."""

    topics: Confidences
    other: float
    clauses: tuple[Piece, ...]
    halves: tuple[tuple[int, Piece, Piece], ...] = ()


def read(text: str, whole: Sequence[Candidate], rank_all: RankAll, is_topic: Callable[[str], bool]) -> Reading:
    """Read a message whose ranking is known.

    Args:
        text: the message.
        whole: its ranking of all intents, best first.
        rank_all: gives the ranking of each of several texts.
        is_topic: tells the topics that we answer from other intents.
    """
    pieces = _worth_ranking([piece for piece in clauses(text) if len(piece.split()) >= CLAUSE_WORDS])
    pieces = pieces if len(pieces) > 1 else [text]  # a greeting before one question is not worth another ranking
    halves = [(number, *half) for number, piece in enumerate(pieces) for half in _halves(piece)]
    joined = [f"{before} {after}" for before, after in pairwise(pieces)]
    wanted = [*pieces, *(half for _, left, right in halves for half in (left, right)), *joined]
    new = [piece for piece in dict.fromkeys(wanted) if piece != text]
    rankings = {text: whole, **dict(zip(new, rank_all(new), strict=True))} if new else {text: whole}

    def topics_of(ranking: Sequence[Candidate]) -> Confidences:
        return {candidate.topic: candidate.confidence for candidate in ranking if is_topic(candidate.topic)}

    def judged(piece: str, behind: str = "") -> Piece:
        context = topics_of(rankings[behind]) if behind else {}
        return Piece(piece, asks(piece), topics_of(rankings[piece]), rankings[piece][0].topic, context)

    others = [candidate.confidence for candidate in whole if not is_topic(candidate.topic)]
    return Reading(
        topics_of(whole),
        max(others, default=0.0),
        tuple(judged(piece, behind) for piece, behind in zip(pieces, ["", *joined], strict=True)),
        tuple((number, judged(left), judged(right)) for number, left, right in halves),
    )


def _worth_ranking(pieces: list[str]) -> list[str]:
    """All of a short message; of a long story, what asks, then what tells, in the order of the message."""
    asking_first = sorted(range(len(pieces)), key=lambda i: (not asks(pieces[i]), i))
    return [pieces[i] for i in sorted(asking_first[:MOST_CLAUSES])]


def _halves(piece: str) -> list[tuple[str, str]]:
    """What stands before and after an "et" or a comma, which may part two questions."""
    joints = list(_LOOSE_JOINT.finditer(piece))[:MOST_JOINTS]
    cuts = [(piece[: joint.start()], piece[joint.end() :]) for joint in joints]
    return [cut for cut in cuts if min(len(half.split()) for half in cut) >= HALF_WORDS]
