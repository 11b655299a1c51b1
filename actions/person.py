"""What the conversation tells of the person, for answers to adapt to. It is read again each time: nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator

from rasa_sdk import Tracker

from actions.heard import FORGET, SAY_AGAIN, last_text
from bot.answers.person import Person
from bot.dialogue.replies.about import about_a_relative, heard_in, named_in
from bot.directory.communes.departments import fund_of
from bot.directory.communes.gazetteer import place_of_insee
from bot.directory.mentions import departments_in
from bot.rules.situation import UNKNOWN


def person_of(tracker: Tracker) -> Person:
    """What is known of whom the last question is about: from it first, then the guides, then the messages before."""
    text = _last_question(tracker)
    about = named_in(text)
    if tracker.latest_message.get("person") or about_a_relative(text):
        return about
    known = about.over(_of_the_guides(tracker))
    for words in _messages(tracker):
        known = known.over(heard_in(words))
    return known


def _last_question(tracker: Tracker) -> str:
    """The last words that were not "plus simple" or "répète", which are about the question before them."""
    for event in reversed(tracker.events):
        if event["event"] in FORGET:
            break
        intent = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
        if event["event"] == "user" and intent not in SAY_AGAIN:
            return str(event.get("text") or "")
    return last_text(tracker)


def _of_the_guides(tracker: Tracker) -> Person:
    scheme, place = (tracker.slots.get(name) for name in ("scheme", "place"))
    commune = place_of_insee(str(place).partition("|")[0]) if place else None
    return Person(scheme=scheme if scheme != UNKNOWN else None, fund=fund_of(commune.department) if commune else None)


def departments_told(tracker: Tracker) -> frozenset[str]:
    """The departments that the last message to name some names, the one being answered left out."""
    before = list(_messages(tracker))[1:]
    return next((found for text in before if (found := departments_in(text))), frozenset())


def _messages(tracker: Tracker) -> Iterator[str]:
    """What the person typed, the last first, since the last time everything was forgotten."""
    for event in reversed(tracker.events):
        if event["event"] in FORGET:
            return
        text = event.get("text") or ""
        if event["event"] == "user" and not text.startswith("/"):
            yield text
