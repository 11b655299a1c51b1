"""The place a sentence names: the gazetteer first, then the names spaCy takes for places, checked in the gazetteer."""

from __future__ import annotations

from bot.nlu.spacy_french import place_names


def place_in(text: str) -> str | None:
    """The words to look up (the whole sentence when the gazetteer reads it), or None when no place is named."""
    from bot.directory.places import find_place, mentions_place
    match = mentions_place(text)
    if match is not None and match.kind in {"resolved", "ambiguous", "abroad"}:
        return text
    for name in place_names(text):
        if "service" not in name.lower() and find_place(name).kind == "resolved":
            return name
    return None
