"""Figures inside texts: how they are written, how they add up, and what is told of those really shown."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.figures import NOT_PUBLISHED, Figure, FigureNames, Recorder, ShownFigure, format_value
from bot.answers.plain_text import RESERVATIONS, figure_text
from bot.rules.engine.parameters import Parameter, Parameters, default_parameters

ON = date(2026, 11, 21)


def parameter(key: str, unit: str, *values: object, moves: str = "", confidence: str = "verified") -> Parameter:
    """A figure whose values take effect each 1 January from 2025."""
    return Parameter.parse_obj(
        {
            "id": key,
            "label": f"Le chiffre {key}",
            "unit": unit,
            "reference": f"source de {key}",
            "checked_by": "barèmes",
            "due": "2027-01-01",
            "moves": moves,
            "moves_on": ["01-01"] if moves else [],
            "values": [
                {"from": date(2025 + n, 1, 1), "value": value, "confidence": confidence}
                for n, value in enumerate(values)
            ],
        }
    )


KNOWN = Parameters(
    {
        figure.id: figure
        for figure in (
            parameter("pension", "EUR/mois", 1990, 2002.5, moves="1er janvier"),
            parameter("bonus", "EUR/mois", 1298.44, confidence="inferred"),
            parameter("ceiling", "EUR/an", 48060),
            parameter("share", "fraction", 0.3),
            parameter("rise", "fraction", 0.017, 0.008, moves="1er janvier"),
            parameter("thirds", "fraction", "2/3"),
            parameter("wait", "mois", 2),
            parameter("age", "années", 62),
            parameter("multiple", "nombre", 2030),
            parameter("rates", "fraction", {"reduced": 0.038, "full": 0.083}),
            parameter("unpublished", "EUR/an", 10339, None),
        )
    }
)


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


def names(recorder: Recorder, on: date = ON) -> FigureNames:
    return FigureNames(KNOWN, on, recorder)


@pytest.mark.parametrize(
    ("raw", "unit", "expected"),
    [
        (2002.5, "EUR/mois", "2\u202f002,50\u00a0€"),
        (48060, "EUR/an", "48\u202f060\u00a0€"),
        (12.02, "EUR/heure", "12,02\u00a0€"),
        (0.3, "fraction", "30\u00a0%"),
        ("2/3", "fraction", "deux tiers"),
        (1, "mois", "1\u00a0mois"),
        (1, "années", "1\u00a0an"),
        (62, "années", "62\u00a0ans"),
        (600, "heures", "600\u00a0heures"),
        (21, "jours", "21\u00a0jours"),
        (2030, "nombre", "2\u202f030"),
        (1.008, "coefficient", "1,008"),
    ],
)
def test_a_value_is_written_with_its_unit(raw: object, unit: str, expected: str) -> None:
    assert format_value(raw, unit) == expected


def test_a_printed_amount_is_recorded_with_its_day_and_source(recorder: Recorder) -> None:
    assert str(names(recorder)["pension"]) == "2\u202f002,50\u00a0€"
    assert recorder.shown == {
        "pension": ShownFigure(
            "Le chiffre pension", "2\u202f002,50\u00a0€", date(2026, 1, 1), "verified", "source de pension"
        )
    }


def test_a_figure_that_is_not_printed_is_not_recorded(recorder: Recorder) -> None:
    figures = names(recorder)
    _ = figures["pension"], figures["pension"] + figures["bonus"]
    assert recorder.shown == {}


def test_an_amount_printed_without_its_unit_is_recorded_too(recorder: Recorder) -> None:
    assert names(recorder)["ceiling"].number == "48\u202f060"
    assert list(recorder.shown) == ["ceiling"]


def test_figures_that_hardly_change_are_not_listed(recorder: Recorder) -> None:
    figures = names(recorder)
    assert [str(figures[key]) for key in ("wait", "age", "share")] == ["2\u00a0mois", "62\u00a0ans", "30\u00a0%"]
    assert recorder.shown == {}


def test_a_rate_that_moves_every_year_is_listed_as_amounts_are(recorder: Recorder) -> None:
    assert str(names(recorder, date(2027, 1, 1))["rise"]) == "0,8\u00a0%"
    assert recorder.shown["rise"].confidence == "stale"


@pytest.mark.parametrize(
    ("key", "on", "confidence"),
    [
        ("pension", "2026-12-31", "verified"),
        ("pension", "2027-01-01", "stale"),
        ("bonus", "2026-12-31", "inferred"),
        ("bonus", "2030-12-31", "inferred"),
    ],
)
def test_a_figure_says_how_sure_it_is(recorder: Recorder, key: str, on: str, confidence: str) -> None:
    str(names(recorder, date.fromisoformat(on))[key])
    assert recorder.shown[key].confidence == confidence


def test_a_figure_of_before_the_first_value_or_unpublished_is_said_so(recorder: Recorder) -> None:
    early, late = names(recorder, date(2024, 12, 31)), names(recorder)
    assert str(early["pension"]) == early["pension"].number == NOT_PUBLISHED
    assert str(late["unpublished"]) == NOT_PUBLISHED
    assert str(early["rates"].reduced) == NOT_PUBLISHED
    assert str(late["pension"] + late["unpublished"]) == NOT_PUBLISHED
    assert recorder.shown == {}


def test_sums_keep_the_unit_and_record_all_their_parts(recorder: Recorder) -> None:
    figures = names(recorder)
    assert str(figures["pension"] + figures["bonus"]) == "3\u202f300,94\u00a0€"
    assert {key: shown.value for key, shown in recorder.shown.items()} == {
        "pension": "2\u202f002,50\u00a0€",
        "bonus": "1\u202f298,44\u00a0€",
    }


def test_arithmetic_is_that_of_euros(recorder: Recorder) -> None:
    f = names(recorder)
    assert [
        str(value)
        for value in (
            f["ceiling"] / 12,
            f["ceiling"] * f["share"] / 12,
            f["share"] * f["ceiling"] / 12,
            0.4 * f["ceiling"],
            2 * f["ceiling"] / 5,
            f["pension"] / 2 - f["ceiling"] / 48,
            f["pension"] - f["bonus"],
            3000 - f["pension"],
            3000 - 2 * f["pension"] + 1005,
        )
    ] == [
        text + "\u00a0€"
        for text in (
            "4\u202f005",
            "1\u202f201,50",
            "1\u202f201,50",
            "19\u202f224",
            "19\u202f224",
            "0",
            "704,06",
            "997,50",
            "0",
        )
    ]


def test_a_count_times_a_number_keeps_its_unit(recorder: Recorder) -> None:
    assert str(2 * names(recorder)["wait"]) == "4\u00a0mois"


def test_a_third_is_computed_without_loss(recorder: Recorder) -> None:
    figures = names(recorder)
    assert str(figures["thirds"] * figures["ceiling"]) == "32\u202f040\u00a0€"


def test_parts_of_a_figure_are_named(recorder: Recorder) -> None:
    rates = names(recorder)["rates"]
    assert str(rates.reduced) == "3,8\u00a0%"
    with pytest.raises(AttributeError, match="rates has no part huge"):
        _ = rates.huge


def test_a_duration_is_the_value_with_its_unit(recorder: Recorder) -> None:
    assert names(recorder)["age"].duration == "62\u00a0ans"


def test_names_are_those_of_the_parameters(recorder: Recorder) -> None:
    figures = names(recorder)
    assert set(figures) == set(KNOWN)
    assert len(figures) == len(KNOWN)
    assert isinstance(figures["pension"], Figure)
    with pytest.raises(KeyError):
        _ = figures["absent"]


UNCERTAIN = [
    (key, value.since)
    for key, figure in default_parameters().items()
    for value in figure.values
    if value.confidence == "uncertain" and value.value is not None and not isinstance(value.value, dict)
]


@pytest.mark.parametrize(("key", "on"), UNCERTAIN)
@pytest.mark.parametrize("years_later", [0, 30])
def test_an_uncertain_figure_is_never_shown_without_its_reservation(key: str, on: date, years_later: int) -> None:
    recorder = Recorder()
    day = on.replace(year=on.year + years_later)
    if default_parameters()[key].latest(day).confidence != "uncertain":
        return
    assert str(FigureNames(default_parameters(), day, recorder)[key])
    assert figure_text(recorder.shown[key]).endswith(RESERVATIONS["uncertain"])


def test_there_are_uncertain_figures_to_watch() -> None:
    assert len(UNCERTAIN) >= 3
