"""An answer given again for another category or another person, as "et pour ma femme ?" asks."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.message import Message, paragraph


def again_for(message: Message, category: int | None, person: str | None) -> Message:
    """The same answer, said to be for the category or the person now named."""
    if category is not None:
        return _opened_by(message, f"Pour la catégorie {category}\u00a0:")
    if person:
        return _opened_by(message, f"Pour {person}, la règle est la même, selon sa propre situation\u00a0:")
    return message


def _opened_by(message: Message, words: str) -> Message:
    return replace(message, blocks=(paragraph(words), *message.blocks))
