"""Opening hours: read from the official grammar, said in words, compared with a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_INTERVAL = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?\s*(?:-|–|à)\s*(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?")
_ZONES = {
    "971": "America/Guadeloupe", "972": "America/Martinique", "973": "America/Cayenne",
    "974": "Indian/Reunion", "975": "America/Miquelon", "976": "Indian/Mayotte",
    "977": "America/Guadeloupe", "978": "America/Guadeloupe", "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti", "988": "Pacific/Noumea",
}  # fmt: skip
# Territories whose public holidays are not those of the rest of the country.
_HOLIDAY_AREAS = {
    "57": "57", "67": "6AE", "68": "6AE", "971": "971", "972": "972", "973": "973", "974": "974",
    "975": "PM", "976": "976", "977": "BL", "978": "MF", "986": "WF", "987": "PF", "988": "NC",
}  # fmt: skip
_LOOK_AHEAD = 14  # days: the longest closure that the weekly hours can explain
BY_TELEPHONE = "à vérifier par téléphone"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """An opening from `start` to `end`, in minutes after midnight, start < end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Seven days from Monday, each with its intervals in order and apart from one another."""

    days: tuple[tuple[Interval, ...], ...] = ((),) * 7

    def __bool__(self) -> bool:
        """Whether any hour is known; a day without hours is closed or unknown."""
        return any(self.days)


@lru_cache(maxsize=4_096)  # most offices keep the same hours as many others
def parse_day(text: str) -> tuple[Interval, ...]:
    """The intervals of "09:00 - 12:00 / 13:30 - 17:00"; what means nothing is dropped."""
    found = []
    for hour, minute, end_hour, end_minute in _INTERVAL.findall(text):
        start = int(hour) * 60 + int(minute or 0)
        end = int(end_hour) * 60 + int(end_minute or 0)
        if start < end <= 24 * 60:
            found.append(Interval(start, end))
    return _merged(found)


def _merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    apart: list[Interval] = []
    for interval in sorted(intervals):
        if apart and interval.start <= apart[-1].end:
            apart[-1] = Interval(apart[-1].start, max(apart[-1].end, interval.end))
        else:
            apart.append(interval)
    return tuple(apart)


def opening_hours(days: Sequence[str]) -> OpeningHours:
    """Hours from one text a day, Monday first; the days that lack are taken as empty."""
    parsed = [parse_day(text) for text in days[:7]]
    return OpeningHours(tuple(parsed + [()] * (7 - len(parsed))))


def time_in_words(minutes: int) -> str:
    """ "9 h", "13 h 30"."""
    hour, minute = divmod(minutes, 60)
    return f"{hour} h {minute:02}" if minute else f"{hour} h"


def weekly_hours_in_words(hours: OpeningHours) -> tuple[str, ...]:
    """One line for the days that share their hours: "lundi et mardi : 9 h – 12 h"."""
    groups: dict[tuple[Interval, ...], list[int]] = {}
    for day, intervals in enumerate(hours.days):
        if intervals:
            groups.setdefault(intervals, []).append(day)
    return tuple(f"{_days(days)} : {_intervals(times)}" for times, days in groups.items())


def said_of_day(hours: OpeningHours, weekday: int) -> str:
    """The hours of one day, 0 for Monday: "9 h – 12 h et 14 h – 17 h"; a day without any is closed or not known."""
    return _intervals(hours.days[weekday]) if hours.days[weekday] else "pas d'horaire indiqué ce jour-là"


def _intervals(intervals: tuple[Interval, ...]) -> str:
    said = [f"{time_in_words(i.start)} – {time_in_words(i.end)}" for i in intervals]
    return _listed(said)


def _days(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    said: list[str] = []
    for run in runs:
        if len(run) > 2:
            said.append(f"du {DAYS[run[0]]} au {DAYS[run[-1]]}")
        else:
            said.extend(DAYS[day] for day in run)
    return _listed(said)


def _listed(items: list[str]) -> str:
    return " et ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def open_status(hours: OpeningHours, moment: datetime, department: str) -> str:
    """Whether it is open at `moment`, and until or from when, in French.

    moment: with a time zone, any; without one, the local time of the department.
    """
    zone = ZoneInfo(_ZONES.get(department, "Europe/Paris"))
    local = moment.astimezone(zone) if moment.tzinfo else moment
    if not hours:
        return f"horaires non connus : {BY_TELEPHONE}"
    if is_holiday(local.date(), department):
        return f"jour férié : {BY_TELEPHONE}"
    now = local.hour * 60 + local.minute
    for interval in hours.days[local.weekday()]:
        if interval.start <= now < interval.end:
            return f"ouvert maintenant, jusqu'à {time_in_words(interval.end)}"
        if now < interval.start:
            return f"fermé, ouvre aujourd'hui à {time_in_words(interval.start)}"
    return _next_opening(hours, local.date(), department)


def _next_opening(hours: OpeningHours, today: date, department: str) -> str:
    for ahead in range(1, _LOOK_AHEAD + 1):
        day = today + timedelta(days=ahead)
        intervals = hours.days[day.weekday()]
        if intervals and not is_holiday(day, department):
            when = "demain" if ahead == 1 else DAYS[day.weekday()]
            when += " en huit" if ahead > 7 else ""
            return f"fermé, ouvre {when} à {time_in_words(intervals[0].start)}"
    return f"fermé : {BY_TELEPHONE}"


def is_holiday(day: date, department: str) -> bool:
    """Whether the day is a public holiday in that department."""
    return day in _holidays(_HOLIDAY_AREAS.get(department), day.year)


@lru_cache(maxsize=64)
def _holidays(area: str | None, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", subdiv=area, years=year))
