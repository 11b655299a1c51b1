"""An answer given again for another category or another person, as "et pour ma femme ?" asks."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.message import Message, paragraph


def again_for(message: Message, category: int | None, person: str | None) -> Message:
    """The same answer, said to be for the category or the person now named.

    An answer that takes the category into account says so itself, at its end.
    """
    if message.closing:
        category = None
    whom = f"Pour {person}, la règle est la même, selon sa propre situation" if person else ""
    which = f"{'en' if whom else 'Pour la'} catégorie {category}" if category is not None else ""
    words = ", ".join(part for part in (whom, which) if part)
    return replace(message, blocks=(paragraph(f"{words}\u00a0:"), *message.blocks)) if words else message
