"""The place a sentence names: what the gazetteer is sure of, then the names that spaCy takes for places as well."""

from __future__ import annotations

from bot.directory.communes.place import PlaceKind, PlaceMatch
from bot.directory.places import find_place, mentions_place
from bot.nlu.spacy_french import place_names


def place_in(text: str) -> str | None:
    """Words that name the place and can be looked up again, or None when the sentence names none."""
    match = mentions_place(text)
    if not _says_something(match):
        named = place_names(text)
        match = mentions_place(text, named) if named else None
    return _words(match, text) if match is not None and _says_something(match) else None


def _says_something(match: PlaceMatch | None) -> bool:
    return match is not None and match.kind is not PlaceKind.UNKNOWN


def _words(match: PlaceMatch, said: str) -> str:
    """The label when it leads back to the same place, else all that was said."""
    label = match.reference.label if match.reference else ""
    return label if label and find_place(label).reference == match.reference else said
