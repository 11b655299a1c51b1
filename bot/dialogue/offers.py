"""Between two bands: offer the two or three topics that the question may be about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.catalogue import catalogue
from bot.answers.message import Choice, Message, paragraph

MOST_OFFERED = 3
NONE_OF_THESE = Choice("Rien de tout cela", "/hors_sujet")


def offer(ranking: Sequence[str]) -> Message:
    """A message that offers the best-ranked topics, and a way out."""
    known = catalogue()
    topics = [name for name in ranking if known.is_topic(name)][:MOST_OFFERED]
    choices = tuple(Choice(known[topic].head.label, f"/{topic}") for topic in topics)
    text = "Je ne suis pas sûr d'avoir bien compris. De quoi s'agit-il ?"
    return Message("choices", (paragraph(text),), choices=(*choices, NONE_OF_THESE))
