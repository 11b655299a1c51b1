"""What is asked of the sites just given: hours of a day, numbers, the way, access; or that they are too far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Block, Message, Span
from bot.answers.person import NOBODY
from bot.answers.templates import fill
from bot.dialogue.counter import at_the_counter, counter_words
from bot.dialogue.nearby import ANOTHER, TOPIC, places_of, sites_near
from bot.dialogue.phrases import begins
from bot.dialogue.place_cards import ACCESSIBLE, NOT_ACCESSIBLE, status
from bot.dialogue.replies.folding import plain
from bot.directory.sites.hours import BY_TELEPHONE, DAYS, is_holiday, said_of_day
from bot.directory.sites.site import Site

Say = Callable[[Site], str]


def about_sites(codes: str, text: str, moment: datetime, topics: Iterable[str] = ()) -> Message | None:
    """The answer, site by site; None when the text asks something else, or no site is known there.

    Args:
        codes: as for `places_of`: where the sites were looked for.
        topics: those spoken of before, the last one first.
    """
    words, asked = plain(text), counter_words().about
    sites = sites_near(places_of(codes))
    if not sites:
        return None
    if begins(asked.bring).search(words):
        brings = at_the_counter(topics, NOBODY, moment.date())[-1]
        return Message("places", (brings,), topic=TOPIC, choices=(ANOTHER,))
    if begins(asked.far).search(words):
        return _message(counter_words().said_of_far, (), moment.date())
    if begins(asked.telephone).search(words):
        return _each(counter_words().said_of_telephone, sites, _number, moment)
    if begins(asked.accessible).search(words):
        return _each(counter_words().said_of_accessible, sites, _access, moment)
    if begins(asked.way).search(words):
        return _each(counter_words().said_of_way, sites, _address, moment)
    if begins(asked.hours).search(words):
        return _hours(words, sites, moment)
    return None


def _hours(words: str, sites: tuple[Site, ...], moment: datetime) -> Message:
    day = _day_asked(words, moment.date())
    if day is None:
        return _each(counter_words().said_of_hours.format(when="en ce moment"), sites, _now(moment), moment)
    when = f"{DAYS[day.weekday()]} {day.day}"
    return _each(counter_words().said_of_hours.format(when=when), sites, _on(day), moment)


def _day_asked(words: str, today: date) -> date | None:
    """The day that the words name, the next one of that name; None for now."""
    if "demain" in words:
        return today + timedelta(days=1)
    for number, name in enumerate(DAYS):
        if name in words:
            return today + timedelta(days=(number - today.weekday()) % 7)
    return None


def _now(moment: datetime) -> Say:
    return lambda site: status(site, moment) or BY_TELEPHONE


def _on(day: date) -> Say:
    def say(site: Site) -> str:
        if site.itinerant or not site.hours:
            return f"horaires non connus, {BY_TELEPHONE}"
        holiday = f", jour férié, {BY_TELEPHONE}" if is_holiday(day, site.department) else ""
        return f"{said_of_day(site.hours, day.weekday())}{holiday}"

    return say


def _address(site: Site) -> str:
    return ", ".join((*site.address, site.place_line))


def _number(site: Site) -> str:
    return site.telephone or "numéro non connu"


def _access(site: Site) -> str:
    if site.accessible is None:
        return counter_words().accessible_unknown
    return (ACCESSIBLE if site.accessible else NOT_ACCESSIBLE).rstrip(".").lower()


def _each(intro: str, sites: tuple[Site, ...], say: Say, moment: datetime) -> Message:
    lines = tuple(
        (Span(f"{site.name}, {site.commune} ({site.department})\u00a0: ", strong=True), Span(_with_number(site, say)))
        for site in sites
    )
    return _message(intro, (Block("list", lines),), moment.date())


def _with_number(site: Site, say: Say) -> str:
    said = say(site)
    return f"{said} ({site.telephone})" if BY_TELEPHONE in said and site.telephone else said


def _message(intro: str, rest: tuple[Block, ...], on: date) -> Message:
    return Message("places", (*blocks(fill(intro, on, Recorder())), *rest), topic=TOPIC, choices=(ANOTHER,))
