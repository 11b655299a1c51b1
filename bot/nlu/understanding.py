"""What a message means: distress first, then several questions or one, perhaps after the last one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.nlu.bands import DISTRESS, MOST_ANSWERED, OFFER, OUTSIDE, Bands
from bot.nlu.clauses import asks
from bot.nlu.distress import has_distress_cue
from bot.nlu.follow_up import (
    NEEDS_NO_CONTEXT,
    category_named,
    in_context,
    leans_on_the_last_question,
    may_need_the_last_question,
    only_changes_one_thing,
    opens_as_a_follow_up,
    person_named,
)
from bot.nlu.labelled import Labelled
from bot.nlu.reading import Reading, read
from bot.nlu.second_look import Asked, SecondLook
from bot.nlu.topic_model import Candidate, TopicModel

# Intents of replies, which a question such as "j'ai combien de temps ?" resembles.
REPLIES = {"donner_un_fait", "corriger", "oui", "non", "ne_sait_pas", "aide", "repeter", "plus_de_details"}
# The thresholds of the bands (config.yml) are for messages that stand alone; these three are for what follows a
# question, which makes a topic likelier than its share of all intents says.
ANSWER_IN_CONTEXT = 0.25
# From which confidence the question before brings back to our topics what looks like a matter for others.
BACK_TO_TOPICS = 0.5
# From which likeness a message is distress whatever stood before it.
SURELY_DISTRESS = 0.95

Ranking = Sequence[Candidate]


@dataclass(frozen=True)
class Meaning:
    """What must be done, and why.

    `ranking`: what the message may be about: the topics judged, best first, then the rest of the ranking.
    `topics`: what it asks when it asks several things, in order, or beside a guide to open.
    `category`, `person`: what "et en catégorie 2 ?", "et pour ma femme ?" ask the last question again for.
    `by`: what decided; `reading`, `asked`: its evidence, for the trace.
    """

    intent: str
    confidence: float
    ranking: Ranking
    topics: tuple[str, ...] = ()
    category: int | None = None
    person: str | None = None
    by: str = "ranking"
    reading: Reading | None = None
    asked: Sequence[Asked] = ()


@dataclass(frozen=True)
class Before:
    """What stood before a message: the last question answered, whether a question of a guide waits, the last topic."""

    question: str = ""
    awaited: bool = False
    topic: str = ""


NOTHING_BEFORE = Before()


class Understanding:
    """Learns from examples and labelled messages, then gives the meaning of a message."""

    def __init__(self, model: TopicModel, is_topic: Callable[[str], bool], opens: Collection[str] = ()) -> None:
        self.model, self.look = model, SecondLook()
        self._is_topic, self._opens = is_topic, opens

    def train(self, texts: Sequence[str], intents: Sequence[str], labelled: Sequence[Labelled]) -> None:
        """Learn the topics from examples, then weigh what was learnt on labelled messages.

        Raises:
            ValueError: the examples cannot be learnt from, none is about a topic, or there is no labelled message.
        """
        if not labelled or not any(map(self._is_topic, intents)):
            raise ValueError("nothing to weigh: no labelled message, or no topic among the intents")
        self.model.train(texts, intents)
        self.look.train([self.reading(label.text) for label in labelled], labelled)

    def meaning(self, text: str, bands: Bands, before: Before = NOTHING_BEFORE) -> Meaning:
        """The meaning of a message, which may lean on what stood before it."""
        alone, cue = self.model.rank(text), has_distress_cue(text)
        intent = bands.decide(alone, self._is_topic, cue)
        behind = _Behind(self.model, before.question, text)
        if intent == DISTRESS and not cue and self._only_resembles_distress(text, alone, behind, bands):
            intent = OUTSIDE
        if intent == DISTRESS:
            return Meaning(DISTRESS, 1.0 if cue else _confidence(alone, DISTRESS), alone, by="distress")
        reading = self._read(text, alone)
        seen = _Seen(text, alone, behind, reading, self.look.judge(reading), only_changes_one_thing(text))
        found = self._decided(intent, seen, bands, before)
        return replace(found, reading=reading, asked=seen.asked)

    def reading(self, text: str) -> Reading:
        """A message read piece by piece, as the second look sees it."""
        return self._read(text, self.model.rank(text))

    def _read(self, text: str, whole: Ranking) -> Reading:
        return read(text, whole, self.model.rank_all, self._is_topic)

    def _decided(self, intent: str, seen: _Seen, bands: Bands, before: Before) -> Meaning:
        """A guide to open, several questions, a follow-up, one question, or what the ranking says."""
        alone, asked = seen.alone, seen.asked
        about_topics = intent == OFFER or self._is_topic(intent)
        several = () if seen.same_question else bands.several(asked)
        if intent in self._opens:  # the questions asked beside a guide are answered first
            beside = _beside(seen.reading, intent, bands.clear)
            return Meaning(intent, _confidence(alone, intent), alone, beside, by="guide")
        if several and about_topics:
            return Meaning(several[0], _probability(asked, several[0]), _merged(asked, alone), several, by="several")
        if self._leans(seen, before, bands) and self._may_lean(intent, seen):
            return self._after(intent, seen, before)
        if about_topics:
            best = asked[0].topic if asked[0].probability >= bands.answer else OFFER
            return Meaning(best, asked[0].probability, _merged(asked, alone), by="second look")
        return Meaning(intent, _confidence(alone, intent), alone)

    def _only_resembles_distress(self, text: str, alone: Ranking, behind: _Behind, bands: Bands) -> bool:
        """ "Et si j'y vais pas ?" after a question is about it, unless it is clear or both readings say distress."""
        likeness = _confidence(alone, DISTRESS)
        if not behind.question or not opens_as_a_follow_up(text) or likeness >= SURELY_DISTRESS:
            return False
        return bool((likeness * _confidence(behind.ranking, DISTRESS)) ** 0.5 < bands.distress)

    def _leans(self, seen: _Seen, before: Before, bands: Bands) -> bool:
        """Does it need the question before it? A few unclear words do, unless a guide waits for them."""
        if leans_on_the_last_question(seen.text, seen.alone):
            return True
        if before.awaited or not before.question:
            return False
        best = seen.alone[0]
        may_ask = self._is_topic(best.topic) or best.topic == OUTSIDE or best.confidence < bands.clear
        return may_ask and may_need_the_last_question(seen.text, seen.alone)

    def _may_lean(self, intent: str, seen: _Seen) -> bool:
        """Topics and what is not understood may; so may a reply that asks, and anything else that is not clear.

        "Et avec un arrêt maladie ?" is a matter for others alone, and one of ours after a question about the pension.
        """
        if intent in (OFFER, OUTSIDE) or self._is_topic(intent) or seen.alone[0].confidence < NEEDS_NO_CONTEXT:
            return True
        if intent in REPLIES:
            return asks(seen.text)
        if not seen.behind.question or not opens_as_a_follow_up(seen.text):
            return False
        best = seen.behind.ranking[0]
        return self._is_topic(best.topic) and best.confidence >= BACK_TO_TOPICS

    def _after(self, intent: str, seen: _Seen, before: Before) -> Meaning:
        """An elliptic message with the question before it; without any, it is only offered topics."""
        alone, behind = seen.alone, seen.behind
        if not behind.question:
            unclear = self._is_topic(intent) and (seen.same_question or alone[0].confidence < NEEDS_NO_CONTEXT)
            return Meaning(OFFER if unclear else intent, _confidence(alone, intent), alone, by="context")
        if seen.same_question and self._is_topic(before.topic):
            ranking = [Candidate(before.topic, 1.0), *(one for one in alone if one.topic != before.topic)]
            found = Meaning(before.topic, 1.0, ranking, by="context")
            return replace(found, category=category_named(seen.text), person=person_named(seen.text))
        again = self.model.rank(behind.question) if seen.same_question else None
        ranking = in_context(again or alone, again or behind.ranking, self._is_topic)
        best = ranking[0]
        intent = best.topic if best.confidence >= ANSWER_IN_CONTEXT else OFFER
        found = Meaning(intent, best.confidence, ranking, by="context")
        if not seen.same_question:
            return found
        return replace(found, category=category_named(seen.text), person=person_named(seen.text))


class _Behind:
    """The message behind the last question answered, ranked together when needed, once."""

    def __init__(self, model: TopicModel, question: str, text: str) -> None:
        self._model, self.question, self._text = model, question, text

    @cached_property
    def ranking(self) -> Ranking:
        return self._model.rank(f"{self.question} {self._text}")


@dataclass(frozen=True)
class _Seen:
    """A message and what its ranking, the question before it and the second look say of it.

    `same_question`: it only names another category or another person.
    """

    text: str
    alone: Ranking
    behind: _Behind
    reading: Reading
    asked: Sequence[Asked]
    same_question: bool


def _confidence(ranking: Ranking, intent: str) -> float:
    """The confidence of an intent; that of the best when the intent is none of the ranking."""
    return next((candidate.confidence for candidate in ranking if candidate.topic == intent), ranking[0].confidence)


def _probability(asked: Sequence[Asked], topic: str) -> float:
    return next(one.probability for one in asked if one.topic == topic)


def _merged(asked: Sequence[Asked], whole: Ranking) -> list[Candidate]:
    """The topics judged, in the order of their probability, then the rest of the ranking."""
    judged = [Candidate(one.topic, one.probability) for one in asked]
    known = {one.topic for one in asked}
    return [*judged, *(candidate for candidate in whole if candidate.topic not in known)]


def _beside(reading: Reading, intent: str, clear: float) -> tuple[str, ...]:
    """The topics of the clauses that are clearly not about an intent of the whole message, a guide to open."""
    if all(piece.intent != intent for piece in reading.clauses):
        return ()
    own = [piece for piece in reading.clauses if piece.intent == piece.best and piece.topics[piece.best] >= clear]
    return tuple(dict.fromkeys(piece.best for piece in own))[:MOST_ANSWERED]
