"""The place a sentence names: the gazetteer first, then the names spaCy takes for places, checked in the gazetteer."""

from __future__ import annotations

from bot.directory.communes.place import PlaceKind, PlaceMatch
from bot.directory.places import find_place, mentions_place
from bot.nlu.spacy_french import place_names


def place_in(text: str) -> str | None:
    """Words that name the place and can be looked up again, or None when the sentence names none."""
    match = mentions_place(text)
    if match is not None and match.kind is not PlaceKind.UNKNOWN:
        return _words(match, text)
    for name in place_names(text):
        found = find_place(name)
        if "service" not in name.lower() and found.kind is PlaceKind.RESOLVED:
            return _words(found, name)
    return None


def _words(match: PlaceMatch, said: str) -> str:
    return match.reference.label if match.reference else said
