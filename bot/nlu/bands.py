"""Never sure for nothing: answer, offer two or three topics, or say that it is outside.

Thresholds are measured (`make eval`) and set in `config.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.nlu.topic_model import Candidate

OFFER = "proposer_des_sujets"
OUTSIDE = "hors_sujet"
DISTRESS = "detresse"


@dataclass(frozen=True)
class Bands:
    """From which confidence to answer, from which to offer, and from which distress comes first."""

    answer: float
    offer: float
    distress: float

    def decide(self, ranking: Sequence[Candidate], is_topic: Callable[[str], bool], distress_cue: bool) -> str:
        """The intent to act on, for a ranking of all intents (best first).

        Distress wins over everything as soon as it is plausible; a wrong alarm is worth less than a missed one.
        """
        by_name = {candidate.topic: candidate.confidence for candidate in ranking}
        if distress_cue or by_name.get(DISTRESS, 0.0) >= self.distress:
            return DISTRESS
        best = ranking[0]
        if best.confidence >= self.answer:
            return best.topic
        topics = [candidate for candidate in ranking if is_topic(candidate.topic)]
        mass = sum(candidate.confidence for candidate in topics)
        if mass >= 0.5 and topics[0].confidence >= self.offer:
            return OFFER
        # Not a topic of ours: the best neighbour or small talk if it stands out, else plainly outside.
        return OUTSIDE if is_topic(best.topic) or best.confidence < self.offer else best.topic
