"""Several questions in one message: which topics to answer, in order; at most one for a story that asks one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.nlu.clauses import asks, clauses
from bot.nlu.topic_model import Candidate

# Measured on tests/data/understanding.yaml: more clauses answered below, more answers that nobody asked for above.
WHOLE_WEIGHT = 0.3
ASKED, TOLD = 0.15, 0.3
LOOSE = 0.2
SURE_HALF = 0.6
LEAST = 0.2
WHOLE_FLOOR = 1e-4
FIRST_OF_WHOLE = 0.3
MOST_ANSWERED = 3
LOOSE_CUTS = 3
MOST_CLAUSES = 6
HALF_WORDS, CLAUSE_WORDS = 3, 2
_LOOSE_JOINT = re.compile(r"\s*(?:,|;|\bet\b|\bpuis\b|\baussi\b|\bmais\b|\bou alors\b)\s+", re.IGNORECASE)

Rank = Callable[[str], Sequence[Candidate]]


@dataclass(frozen=True)
class Clause:
    """A piece of a message, its best topic, how much of an own question it is (0 to 1), and its best intent of all."""

    text: str
    best: Candidate
    weight: float
    intent: str

    @property
    def counts(self) -> bool:
        """Is it sure enough to be answered beside others? What does not look like a question must be surer."""
        return self.best.confidence >= LEAST and self.weight >= (ASKED if asks(self.text) else TOLD)


@dataclass(frozen=True)
class Several:
    """The clauses of a message, and the topics to answer: two or more, or none when the whole message is one."""

    clauses: tuple[Clause, ...] = ()
    topics: tuple[str, ...] = ()

    def beside(self, intent: str) -> tuple[str, ...]:
        """The topics of the clauses that are clearly not about an intent of the whole message, a guide to open."""
        own = [c.best.topic for c in self.clauses if c.counts and c.intent == c.best.topic]
        return tuple(dict.fromkeys(own)) if any(c.intent == intent for c in self.clauses) else ()


def several(text: str, whole: Sequence[Candidate], rank: Rank, is_topic: Callable[[str], bool]) -> Several:
    """What a message asks, clause by clause.

    A clause alone is easily mistaken: its confidence is weighed by that of the same topic for the whole message.

    Args:
        text: the message.
        whole: its ranking, best first.
        rank: gives the ranking of a piece of text.
        is_topic: tells the topics that we answer from other intents.
    """
    by_whole = {candidate.topic: candidate.confidence for candidate in whole}

    def judged(piece: str) -> Clause:
        ranking = whole if piece == text else rank(piece)
        topics = [candidate for candidate in ranking if is_topic(candidate.topic)][:5]
        weights = [c.confidence * max(by_whole.get(c.topic, 0.0), WHOLE_FLOOR) ** WHOLE_WEIGHT for c in topics]
        best = max(range(len(topics)), key=weights.__getitem__)
        return Clause(piece, topics[best], weights[best], ranking[0].topic)

    pieces = _worth_ranking([piece for piece in clauses(text) if len(piece.split()) >= CLAUSE_WORDS])
    found = tuple(half for piece in pieces for half in _halves(piece, judged))
    topics = dict.fromkeys(clause.best.topic for clause in found if clause.counts)
    if topics and is_topic(whole[0].topic) and whole[0].confidence >= FIRST_OF_WHOLE:
        first = () if whole[0].topic in topics else (whole[0].topic,)  # what no clause says alone is said by them all
        topics = dict.fromkeys((*first, *topics))
    return Several(found, tuple(topics)[:MOST_ANSWERED] if len(topics) > 1 else ())


def _worth_ranking(pieces: list[str]) -> list[str]:
    """All of a short message; of a long story, what asks, then what tells, in the order of the message."""
    asking_first = sorted(range(len(pieces)), key=lambda i: (not asks(pieces[i]), i))
    return [pieces[i] for i in sorted(asking_first[:MOST_CLAUSES])]


def _halves(piece: str, judged: Callable[[str], Clause]) -> tuple[Clause, ...]:
    """The piece, or its two halves when an "et" or a comma parts two different and sure topics."""
    best: tuple[Clause, ...] = ()
    strength = LOOSE
    for joint in list(_LOOSE_JOINT.finditer(piece))[:LOOSE_CUTS]:
        left, right = piece[: joint.start()], piece[joint.end() :]
        if min(len(left.split()), len(right.split())) < HALF_WORDS:
            continue
        halves = judged(left), judged(right)
        sure = min(half.best.confidence for half in halves) >= SURE_HALF
        weakest = min(half.weight for half in halves)
        if sure and halves[0].best.topic != halves[1].best.topic and weakest > strength:
            best, strength = halves, weakest
    return best or (judged(piece),)
