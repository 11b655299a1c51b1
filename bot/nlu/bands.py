"""Never sure for nothing: answer, offer two or three topics, or say that it is outside.

Thresholds are measured (`make eval`) and set in `config.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.nlu.second_look import Asked
from bot.nlu.topic_model import Candidate

OFFER = "proposer_des_sujets"
OUTSIDE = "hors_sujet"
DISTRESS = "detresse"
MOST_ANSWERED = 3


@dataclass(frozen=True)
class Bands:
    """Thresholds on the confidences of the ranking, then on the probabilities that a topic is asked about.

    `clear`: from which confidence an intent of the ranking stands; `offer`: from which topics are offered;
    `distress`: from which distress comes first. `answer`: from which probability a topic is answered; `beside`: another
    one with it; `first`: the order of the message is followed; `topical`: it is about a topic after all.
    """

    clear: float = 0.65
    offer: float = 0.15
    distress: float = 0.25
    answer: float = 0.5
    beside: float = 0.35
    first: float = 0.9

    def decide(self, ranking: Sequence[Candidate], is_topic: Callable[[str], bool], distress_cue: bool) -> str:
        """The intent to act on, for a ranking of all intents (best first).

        Distress wins over everything as soon as it is plausible; a wrong alarm is worth less than a missed one.
        """
        by_name = {candidate.topic: candidate.confidence for candidate in ranking}
        if distress_cue or by_name.get(DISTRESS, 0.0) >= self.distress:
            return DISTRESS
        best = ranking[0]
        if best.confidence >= self.clear:
            return best.topic
        topics = [candidate for candidate in ranking if is_topic(candidate.topic)]
        mass = sum(candidate.confidence for candidate in topics)
        if mass >= 0.5 and topics[0].confidence >= self.offer:
            return OFFER
        # Not a topic of ours: the best neighbour or small talk if it stands out, else plainly outside.
        return OUTSIDE if is_topic(best.topic) or best.confidence < self.offer else best.topic

    def several(self, asked: Sequence[Asked]) -> tuple[str, ...]:
        """The topics to answer when there are two or more, three at most; else none.

        `asked`: the most probable first. Those that are surely asked come in the order of the message, others after.
        """
        if not asked or asked[0].probability < self.answer:
            return ()
        likely = [one for one in asked if one.probability >= self.beside][:MOST_ANSWERED]
        sure = [one for one in likely if one.probability >= self.first]
        ordered = [*sorted(sure, key=lambda one: one.place), *likely[len(sure) :]]
        return tuple(one.topic for one in ordered) if len(ordered) > 1 else ()
