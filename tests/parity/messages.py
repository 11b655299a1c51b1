"""What the assistant can say without a conversation: every content file in each form, every end of a guide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, get_args

from bot.answers.catalogue import catalogue
from bot.answers.message import Message
from bot.answers.person import Person
from bot.answers.plain_text import plain_text
from bot.answers.render import Form, only_sources, render
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guide_labels, guides
from bot.dialogue.results import result
from bot.dialogue.take_away import for_the_calendar, to_print, with_choices_to_take_away
from tests.dialogue.speech import paths

ON = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 20, 10)
WALKS = 8  # ways through each guide


def canonical(message: Message) -> dict[str, Any]:
    """Its JSON form, as an action says it."""
    return {**message.as_dict(), "text": plain_text(message)}


def of_content() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each content file, in each form, and where it comes from; for somebody too whose caisse has no telephone."""
    for one in catalogue().values():
        usual = render(one, ON, catalogue(), "usual", guide_labels())
        others = [render(one, ON, catalogue(), form, guide_labels()) for form in get_args(Form)]
        in_mayotte = render(one, ON, catalogue(), "usual", guide_labels(), Person(fund="cssm"))
        for message in dict.fromkeys((*others, only_sources(usual), in_mayotte)):
            yield one.id, canonical(message)


def of_guides() -> Iterator[tuple[str, dict[str, Any]]]:
    """What guides end with, and what can be taken away from it."""
    for guide in guides().values():
        if guide.goal == PLACES:
            continue
        for end, _ in paths(guide, WALKS):
            for message in (
                with_choices_to_take_away(result(end, ON, MOMENT), end, ON),
                to_print(end, ON, MOMENT),
                for_the_calendar(end, ON),
            ):
                yield f"guide {guide.id}", canonical(message)


@cache
def all_messages() -> dict[str, tuple[dict[str, Any], ...]]:
    """By content file, or guide; each once."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, said in (*of_content(), *of_guides()):
        if said not in found.setdefault(name, []):
            found[name].append(said)
    return {name: tuple(messages) for name, messages in found.items()}
