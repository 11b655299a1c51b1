"""A commune as people type it, resolved by the directory."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.counter import counter_words
from bot.dialogue.phrases import begins
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Reading, Refused, Value
from bot.directory.communes.place import Place
from bot.directory.places import find_place, mentions_place
from bot.directory.text import tokens, without_article

MOST_CANDIDATES = 5
MOST_WORDS = 10
# What people say before another place: "et pour", "c'est un peu loin, je préfère".
_BEGINNINGS = re.compile(
    r"^.*(?:,\s*je prefere|je prefererais?|plutot)\s+"
    r"|^(?:ok\s+|bon\s+|oui\s+)?(?:et\s+)?(?:pour|celui de|celle de|sur)?\s*"
)
_BEGINNING = 5  # letters by which a name is told from that of a region ("Brest", "Bretagne")
WHICH = "De quelle commune s'agit-il ? Si elle n'est pas ici, donnez son code postal."
WITHIN = "Dans quelle commune ? En voici de grandes. Sinon, donnez le nom de la vôtre ou son code postal."


def read_place(text: str) -> Reading:
    """INSEE codes separated by "|" (a postal code may cover several communes)."""
    match = find_place(text)
    if match.kind != "resolved" and begins(counter_words().refusals).search(plain(text).strip(" .!")):
        return DontKnow("je préfère ne pas le dire")
    if match.kind == "ambiguous":
        places = match.places[:MOST_CANDIDATES]
        return Ambiguous(
            WHICH if _names_one(text, places) else WITHIN,
            tuple(place.label for place in places),
        )
    if match.kind != "resolved":
        return Refused("abroad" if match.kind == "abroad" else "unreadable")
    return Value("|".join(place.insee for place in match.places), match.places[0].label)


def only_names_place(text: str) -> bool:
    """Is the message another place to look around ("et à Lens ?", "35400", "je préfère Bron") and nothing more?"""
    if len(text.split()) > MOST_WORDS:
        return False
    match = mentions_place(text)
    if match is None and "?" not in text:  # a bare name asks nothing
        match = find_place(_BEGINNINGS.sub("", plain(text)))
    return match is not None and match.kind in ("resolved", "ambiguous")


def told_by_area(reading: Reading, departments: frozenset[str]) -> Reading:
    """The homonym of a department spoken of before ("dans la Creuse", then "Aubusson"), if it is the only one."""
    if not isinstance(reading, Ambiguous) or reading.question != WHICH:
        return reading
    there = [label for label in reading.labels if label.rpartition("(")[2].rstrip(")") in departments]
    return read_place(there[0]) if len(there) == 1 else reading


def _names_one(text: str, places: Sequence[Place]) -> bool:
    """Do the words begin the name of a commune, or do they only say a department or a region?"""
    typed = {token.folded[:_BEGINNING] for token in tokens(text)}
    return any(
        without_article([token.folded for token in tokens(place.name)])[0][:_BEGINNING] in typed for place in places
    )
