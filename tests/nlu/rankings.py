"""Rankings given by hand, for tests of what is made of them."""

from __future__ import annotations

from bot.nlu.topic_model import Candidate

TOPICS = ("montant", "demande", "retraite")
INTENTS = (*TOPICS, "bonjour", "verifier")


def is_topic(name: str) -> bool:
    return name in TOPICS


def ranking(**confidences: float) -> list[Candidate]:
    """All intents: these confidences, and what is left shared by the others."""
    rest = (1 - sum(confidences.values())) / len(INTENTS)
    everything = {**dict.fromkeys(INTENTS, rest), **confidences}
    return sorted((Candidate(name, value) for name, value in everything.items()), key=lambda c: -c.confidence)


def by_word(texts: list[str]) -> list[list[Candidate]]:
    """Each text is about the topics it names."""
    return [_by_word(text) for text in texts]


def _by_word(text: str) -> list[Candidate]:
    named = [word for word in TOPICS if word in text.lower()]
    if named:
        return ranking(**dict.fromkeys(named, 0.95 / len(named)))
    return ranking(verifier=0.9) if "vérifier" in text else ranking(bonjour=0.9)
