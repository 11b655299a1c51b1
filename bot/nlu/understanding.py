"""What a message means: distress first, then several questions or one, perhaps after the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.nlu.bands import DISTRESS, OFFER, OUTSIDE, Bands
from bot.nlu.clauses import asks
from bot.nlu.distress import has_distress_cue
from bot.nlu.follow_up import (
    CLEAR,
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

# Opens a guide: the questions asked beside it are answered first.
OPENS_A_GUIDE = {"verifier_ma_situation"}
# Intents of replies, which a question such as "j'ai combien de temps ?" resembles.
REPLIES = {"donner_un_fait", "corriger", "oui", "non", "ne_sait_pas", "aide", "repeter", "plus_de_details"}
# The question before makes a topic likelier than its share of all intents says.
ANSWER_IN_CONTEXT = 0.25
# From which confidence the question before brings back to our topics what looks like a matter for others.
BACK_TO_TOPICS = 0.5

Ranking = Sequence[Candidate]


@dataclass(frozen=True)
class Meaning:
    """What must be done, and why.

    `ranking`: what the message may be about, best first. `topics`: what it asks when it asks several things, in order.
    `category`, `person`: what "et en catégorie 2 ?", "et pour ma femme ?" ask the last question again for.
    `reading`, `asked`: what decided, for the trace.
    """

    intent: str
    confidence: float
    ranking: Ranking
    topics: tuple[str, ...] = ()
    category: int | None = None
    person: str | None = None
    reading: Reading | None = None
    asked: Sequence[Asked] = ()


@dataclass(frozen=True)
class Before:
    """What stood before a message: the last question answered, and whether a question of a guide waits."""

    question: str = ""
    awaited: bool = False


NOTHING_BEFORE = Before()


class Understanding:
    """Learns from examples and labelled messages, then gives the meaning of a message."""

    def __init__(self, model: TopicModel, is_topic: Callable[[str], bool]) -> None:
        self.model, self.look = model, SecondLook()
        self._is_topic = is_topic

    def train(self, texts: Sequence[str], intents: Sequence[str], labelled: Sequence[Labelled]) -> None:
        """Learn the topics from examples, then weigh what was learnt on labelled messages.

        Raises:
            ValueError: the examples cannot be learnt from, or there is no labelled message.
        """
        self.model.train(texts, intents)
        self.look.train([self.reading(label.text) for label in labelled], labelled)

    def meaning(self, text: str, bands: Bands, before: Before = NOTHING_BEFORE) -> Meaning:
        """The meaning of a message, which may lean on what stood before it."""
        alone, cue = self.model.rank(text), has_distress_cue(text)
        intent = bands.decide(alone, self._is_topic, cue)
        leans = leans_on_the_last_question(text, alone)
        if before.question and not before.awaited and self._may_be_a_question(alone, bands):
            leans = leans or may_need_the_last_question(text, alone)
        if intent == DISTRESS and not cue and leans and before.question:
            intent = self._distress_in_context(text, alone, before.question, bands)
        if intent == DISTRESS:
            return Meaning(DISTRESS, 1.0 if cue else _confidence(alone, DISTRESS), alone)
        reading = self._read(text, alone)
        asked = self.look.judge(reading)
        several = () if only_changes_one_thing(text) else bands.several(asked)
        if intent in OPENS_A_GUIDE:
            found = Meaning(intent, _confidence(alone, intent), alone, _beside(reading, intent, bands.clear))
        elif several and self._is_about_topics(intent, asked, bands):
            found = Meaning(several[0], _probability(asked, several[0]), _merged(asked, alone), several)
        elif leans and self._may_lean(intent, text, alone, before.question):
            found = self._after(before.question, text, alone, intent)
        elif self._is_about_topics(intent, asked, bands):
            sure = asked[0].probability >= bands.answer
            found = Meaning(asked[0].topic if sure else OFFER, asked[0].probability, _merged(asked, alone))
        else:
            found = Meaning(intent, _confidence(alone, intent), alone)
        return replace(found, reading=reading, asked=asked)

    def reading(self, text: str) -> Reading:
        """A message read piece by piece, as the second look sees it."""
        return self._read(text, self.model.rank(text))

    def _read(self, text: str, whole: Ranking) -> Reading:
        return read(text, whole, self.model.rank_all, self._is_topic)

    def _distress_in_context(self, text: str, alone: Ranking, last_question: str, bands: Bands) -> str:
        """ "Et si j'y vais pas ?" after a question is about it, unless both readings make distress plausible."""
        behind = self.model.rank(f"{last_question} {text}")
        both = (_confidence(alone, DISTRESS) * _confidence(behind, DISTRESS)) ** 0.5
        return DISTRESS if both >= bands.distress else OUTSIDE

    def _is_about_topics(self, intent: str, asked: Sequence[Asked], bands: Bands) -> bool:
        """Is it about our topics? What the whole message hides, its pieces may show."""
        open_to_topics = intent == OFFER or self._is_topic(intent)
        return open_to_topics or (intent not in REPLIES and asked[0].probability >= bands.topical)

    def _may_be_a_question(self, alone: Ranking, bands: Bands) -> bool:
        """Not what is clearly a turn of conversation, such as "reprendre"."""
        best = alone[0]
        return self._is_topic(best.topic) or best.topic == OUTSIDE or best.confidence < bands.clear

    def _may_lean(self, intent: str, text: str, alone: Ranking, last_question: str) -> bool:
        """Topics and what is not understood may; so may a reply that asks, and anything else that is not clear.

        "Et avec un arrêt maladie ?" is a matter for others alone, and one of ours after a question about the pension.
        """
        if intent in (OFFER, OUTSIDE) or self._is_topic(intent) or alone[0].confidence < CLEAR:
            return True
        if intent in REPLIES and asks(text):
            return True
        if not last_question or not opens_as_a_follow_up(text) or intent in REPLIES:
            return False
        behind = self.model.rank(f"{last_question} {text}")[0]
        return self._is_topic(behind.topic) and behind.confidence >= BACK_TO_TOPICS

    def _after(self, last_question: str, text: str, alone: Ranking, intent: str) -> Meaning:
        """An elliptic message with the question before it; without any, it is only offered topics."""
        other = only_changes_one_thing(text)
        if not last_question:
            unclear = self._is_topic(intent) and (other or alone[0].confidence < CLEAR)
            return Meaning(OFFER if unclear else intent, _confidence(alone, intent), alone)
        behind = self.model.rank(last_question if other else f"{last_question} {text}")
        ranking = in_context(behind if other else alone, behind, self._is_topic)
        best = ranking[0]
        sure = best.confidence >= ANSWER_IN_CONTEXT
        found = Meaning(best.topic if sure else OFFER, best.confidence, ranking)
        return replace(found, category=category_named(text), person=person_named(text)) if other else found


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
    return tuple(dict.fromkeys(piece.best for piece in own))
