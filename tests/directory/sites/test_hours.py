"""Opening hours."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from bot.directory.sites.hours import (
    Interval,
    OpeningHours,
    is_holiday,
    open_status,
    opening_hours,
    parse_day,
    weekly_hours_in_words,
)

WEEK = opening_hours(
    ["09:00 - 12:00 / 14:00 - 17:00", "09:00 - 12:00 / 14:00 - 17:00", "", "13:30 - 17:00", "09:00 - 12:00", "", ""]
)


def test_a_day_is_read() -> None:
    assert parse_day("09:00 - 12:00 / 13:30 - 17:00") == (Interval(540, 720), Interval(810, 1020))
    assert parse_day("9h-12h30") == (Interval(540, 750),)
    assert parse_day("") == ()


def test_what_means_nothing_is_dropped() -> None:
    assert parse_day("00:00 - 00:00") == ()
    assert parse_day("00:00 - 00:00 / 09:00 - 12:00") == (Interval(540, 720),)
    assert parse_day("17:00 - 09:00") == ()


def test_overlaps_are_merged() -> None:
    assert parse_day("09:00 - 12:00 / 09:00 - 16:30 / 14:00 - 16:30") == (Interval(540, 990),)
    assert parse_day("14:00 - 17:00 / 09:00 - 12:00 / 09:00 - 12:00") == (Interval(540, 720), Interval(840, 1020))


def test_equal_days_are_said_together() -> None:
    assert weekly_hours_in_words(WEEK) == (
        "lundi et mardi : 9 h – 12 h et 14 h – 17 h",
        "jeudi : 13 h 30 – 17 h",
        "vendredi : 9 h – 12 h",
    )
    every_day = opening_hours(["08:30 - 12:15"] * 5)
    assert weekly_hours_in_words(every_day) == ("du lundi au vendredi : 8 h 30 – 12 h 15",)
    apart = opening_hours(["09:00 - 12:00", "", "09:00 - 12:00", "", "09:00 - 12:00"])
    assert weekly_hours_in_words(apart) == ("lundi, mercredi et vendredi : 9 h – 12 h",)
    assert weekly_hours_in_words(OpeningHours()) == ()


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (datetime(2026, 11, 16, 10, 0), "ouvert maintenant, jusqu'à 12 h"),
        (datetime(2026, 11, 16, 12, 0), "fermé, ouvre aujourd'hui à 14 h"),
        (datetime(2026, 11, 16, 16, 59), "ouvert maintenant, jusqu'à 17 h"),
        (datetime(2026, 11, 16, 17, 0), "fermé, ouvre demain à 9 h"),
        (datetime(2026, 11, 18, 10, 0), "fermé, ouvre demain à 13 h 30"),
        (datetime(2026, 11, 20, 15, 0), "fermé, ouvre lundi à 9 h"),
        (datetime(2026, 11, 11, 10, 0), "jour férié : à vérifier par téléphone"),
        (datetime(2026, 12, 24, 18, 0), "fermé, ouvre lundi à 9 h"),
    ],
)
def test_open_or_closed(moment: datetime, status: str) -> None:
    assert open_status(WEEK, moment, "23") == status


def test_unknown_hours_are_not_said_to_be_closed() -> None:
    assert open_status(OpeningHours(), datetime(2026, 11, 16, 10, 0), "23") == (
        "horaires non connus : à vérifier par téléphone"
    )


def test_each_territory_has_its_own_clock() -> None:
    noon_in_paris = datetime(2026, 11, 16, 11, 0, tzinfo=timezone.utc)
    assert open_status(WEEK, noon_in_paris, "23") == "fermé, ouvre aujourd'hui à 14 h"
    assert open_status(WEEK, noon_in_paris, "974") == "ouvert maintenant, jusqu'à 17 h"  # 15 h
    assert open_status(WEEK, noon_in_paris, "972") == "fermé, ouvre aujourd'hui à 9 h"  # 7 h
    assert open_status(WEEK, noon_in_paris, "988").startswith("fermé, ouvre demain")  # 22 h


@pytest.mark.parametrize(
    ("moment", "department", "status"),
    [
        # The last Friday of summer time, then the first Monday of winter time: one hour more in UTC.
        ((2026, 10, 23, 7, 30), "23", "ouvert maintenant, jusqu'à 12 h"),
        ((2026, 10, 26, 7, 30), "23", "fermé, ouvre aujourd'hui à 9 h"),
        ((2026, 10, 26, 8, 30), "23", "ouvert maintenant, jusqu'à 12 h"),
        # In the hour that comes twice, and in the one that does not exist.
        ((2026, 10, 25, 0, 30), "23", "fermé, ouvre demain à 9 h"),
        ((2026, 10, 25, 1, 30), "23", "fermé, ouvre demain à 9 h"),
        ((2026, 3, 29, 1, 0), "23", "fermé, ouvre demain à 9 h"),
        ((2026, 3, 27, 8, 30), "23", "ouvert maintenant, jusqu'à 12 h"),
        ((2026, 3, 30, 7, 30), "23", "ouvert maintenant, jusqu'à 12 h"),
        # No summer time overseas, but that of America in Saint-Pierre-et-Miquelon.
        ((2026, 10, 23, 5, 30), "974", "ouvert maintenant, jusqu'à 12 h"),
        ((2026, 10, 26, 5, 30), "974", "ouvert maintenant, jusqu'à 12 h"),
        ((2026, 10, 26, 11, 30), "975", "ouvert maintenant, jusqu'à 12 h"),
        ((2026, 11, 2, 11, 30), "975", "fermé, ouvre aujourd'hui à 9 h"),
        # Already tomorrow there.
        ((2026, 11, 15, 22, 30), "988", "ouvert maintenant, jusqu'à 12 h"),
    ],
)
def test_the_hour_of_the_place_holds_when_clocks_change(
    moment: tuple[int, int, int, int, int], department: str, status: str
) -> None:
    assert open_status(WEEK, datetime(*moment, tzinfo=timezone.utc), department) == status


def test_holidays_depend_on_the_department() -> None:
    assert is_holiday(date(2026, 12, 26), "67") and not is_holiday(date(2026, 12, 26), "23")
    assert is_holiday(date(2026, 5, 22), "972") and not is_holiday(date(2026, 5, 22), "974")
    assert is_holiday(date(2026, 7, 14), "23")


def test_a_lasting_closure_sends_to_the_telephone() -> None:
    sundays = opening_hours(["", "", "", "", "", "", "10:00 - 12:00"])
    assert open_status(sundays, datetime(2026, 11, 16, 10, 0), "23") == "fermé, ouvre dimanche à 10 h"
