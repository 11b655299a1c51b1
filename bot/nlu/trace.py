"""What decided for a message, without its words: its clauses, and the clues that weighed most."""

from __future__ import annotations

from typing import Any

from bot.nlu.understanding import Meaning

MOST_CLUES = 4


def traced(found: Meaning) -> dict[str, Any]:
    """The best topic of each clause, then for each topic judged its probability and its heaviest clues."""
    if found.reading is None:
        return {}
    return {
        "clauses": [
            {"name": piece.best, "confidence": piece.topics[piece.best], "asks": piece.asks}
            for piece in found.reading.clauses
        ],
        "asked": [
            {
                "name": one.topic,
                "probability": one.probability,
                "clues": dict(sorted(one.clues.items(), key=lambda clue: -abs(clue[1]))[:MOST_CLUES]),
            }
            for one in found.asked[:3]
        ],
    }
