"""Why a message was taken as it was, without its words: what decided, its clauses, the clues that weighed most."""

from __future__ import annotations

from typing import Any

from bot.nlu.understanding import Meaning

MOST_CLUES = 4


def traced(found: Meaning) -> dict[str, Any]:
    """What decided, the best topic of each clause, and for the first topics judged their probability and clues."""
    if found.reading is None:
        return {"by": found.by}
    return {
        "by": found.by,
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
