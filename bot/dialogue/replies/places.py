"""A commune as people type it, resolved by the directory."""

from __future__ import annotations

from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value
from bot.directory.places import find_place

MOST_CANDIDATES = 5


def read_place(text: str) -> Reading:
    """INSEE codes separated by "|" (a postal code may cover several communes)."""

    match = find_place(text)
    if match.kind == "ambiguous":
        labels = tuple(place.label for place in match.places[:MOST_CANDIDATES])
        return Ambiguous("De quelle commune s'agit-il ? Si elle n'est pas ici, donnez son code postal.", labels)
    if match.kind != "resolved":
        return Refused("abroad" if match.kind == "abroad" else "unreadable")
    return Value("|".join(place.insee for place in match.places), match.places[0].label)
