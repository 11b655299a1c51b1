"""The project's own figures: no gap, no unknown move, and figures that follow from one another agree."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from bot.rules.engine.parameters import UNITS, Parameter, Parameters, default_parameters, load_parameters
from bot.settings import CONTENT

FIGURES = default_parameters()
CENT = Decimal("0.01")
# Years in which a figure that moves every year had no new value, and why that is right.
UNCHANGED = {
    "smic_hourly_gross": {2025},  # raised ahead of time, in November 2024
    "pass_monthly": {2021, 2022},  # the PASS did not move
    "pension_max_cat1_monthly": {2021, 2022},
    "pension_max_cat2_monthly": {2021, 2022},
}


def starts(key: str) -> list[date]:
    return [value.since for value in FIGURES[key].values]


def exact(key: str, day: date) -> Decimal:
    return FIGURES.number(key, day)


def test_all_files_load() -> None:
    files = list((CONTENT / "parameters").glob("*.yaml"))
    assert files
    assert len(load_parameters(CONTENT / "parameters")) == len(FIGURES) >= len(files)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
def test_a_figure_has_a_known_unit_a_label_and_a_source(figure: Parameter) -> None:
    assert figure.unit in UNITS
    assert figure.label.strip()
    assert figure.reference.strip()


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
def test_a_value_can_be_read_on_every_day_from_the_first_one(figure: Parameter) -> None:
    published = [value for value in figure.values if value.value is not None]
    assert published == list(figure.values[: len(published)]), "only the newest value may be unpublished"
    for older, newer in zip(figure.values, figure.values[1:], strict=False):
        assert figure.on(newer.since - timedelta(days=1)) == older
    for value in published:
        assert figure.on(value.since) == value


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
def test_a_figure_is_read_again_when_it_moves_and_at_least_once_a_year(figure: Parameter) -> None:
    latest = figure.values[-1]
    if latest.value is None:
        assert figure.due == latest.since
    else:
        assert figure.due > (figure.reviewed or latest.since)
        assert not figure.stale(figure.due - timedelta(days=1))
    assert figure.due <= date((figure.reviewed or figure.due).year + 1, 12, 31)
    assert set(figure.follows) <= set(FIGURES)
    assert figure.checked_by == ("barèmes" if figure.moves or figure.unit.startswith("EUR") else "textes")


MOVING = [key for key, figure in FIGURES.items() if figure.moves]


@pytest.mark.parametrize("key", MOVING)
def test_when_a_figure_moves_is_understood(key: str) -> None:
    days = {"1er janvier": "01-01", "1er avril": "04-01"}
    said = FIGURES[key].moves.lower()
    named = {day for words, day in days.items() if said.startswith(words) or f"et {words}" in said}
    assert set(FIGURES[key].moves_on) == named


@pytest.mark.parametrize("key", MOVING)
def test_a_figure_that_moves_every_year_has_a_value_for_every_year(key: str) -> None:
    figure = FIGURES[key]
    due = {date.fromisoformat(f"{year}-{move}") for year in range(1980, 2100) for move in figure.moves_on}
    inside = {day for day in due if figure.values[0].since < day < figure.values[-1].since}
    without = {day.year for day in inside - set(starts(key))}
    assert without == UNCHANGED.get(key, set())


def test_the_monthly_ceiling_is_a_twelfth_of_the_annual_one() -> None:
    for day in starts("pass_annual")[-7:]:
        assert exact("pass_monthly", day) == exact("pass_annual", day) / 12


@pytest.mark.parametrize("category", ["cat1", "cat2"])
def test_the_highest_pension_is_its_rate_of_the_ceiling(category: str) -> None:
    key = f"pension_max_{category}_monthly"
    for year in range(starts(key)[0].year, starts(key)[-1].year + 1):
        day = date(year, 1, 1)
        assert exact(key, day) == exact(f"rate_{category}", day) * exact("pass_annual", day) / 12


@pytest.mark.parametrize(("key", "years_before"), [("text", 1), ("prudent", 0)])
def test_the_pay_thresholds_are_the_multiple_of_a_january_smic(key: str, years_before: int) -> None:
    for day in starts(f"eligibility_pay_threshold_{key}"):
        smic = exact("smic_hourly_gross", date(day.year - years_before, 1, 1))
        assert exact(f"eligibility_pay_threshold_{key}", day) == exact("eligibility_smic_multiple", day) * smic


def test_the_income_asked_of_the_self_employed_is_its_share_of_three_ceilings() -> None:
    for day in starts("ssi_min_income_annual"):
        ceilings = sum(exact("pass_annual", date(day.year - years, 1, 1)) for years in (1, 2, 3))
        expected = exact("ssi_raam_min_fraction_of_pass", day) * ceilings / 3
        assert exact("ssi_min_income_annual", day) == expected.quantize(CENT)


@pytest.mark.parametrize("who", ["single", "couple"])
def test_the_monthly_asi_ceiling_is_a_twelfth_cut_at_the_cent(who: str) -> None:
    for day in starts(f"asi_ceiling_{who}_monthly"):
        monthly = (exact(f"asi_ceiling_{who}_annual", day) / 12).quantize(CENT, ROUND_DOWN)
        assert exact(f"asi_ceiling_{who}_monthly", day) == monthly


def test_the_asi_of_one_of_a_couple_fills_the_ceiling_of_a_single_person() -> None:
    for day in starts("asi_one_of_couple_max_monthly"):
        rest = exact("asi_ceiling_single_monthly", day) - exact("pension_min_monthly", day)
        assert exact("asi_one_of_couple_max_monthly", day) == rest


def test_the_april_rise_is_the_coefficient_less_one() -> None:
    for day in starts("revalorisation_april_rate"):
        assert exact("revalorisation_april_rate", day) == exact("revalorisation_april_coefficient", day) - 1


@pytest.mark.parametrize("key", ["mtp_monthly", "ssi_pitd_min_monthly"])
def test_amounts_raised_in_april_follow_the_coefficient(key: str) -> None:
    for before, day in zip(starts(key), starts(key)[1:], strict=False):
        raised = exact(key, before) * exact("revalorisation_april_coefficient", day)
        # Rounded from a yearly amount that we do not keep: a cent or two of a month may differ.
        assert abs(exact(key, day) - raised.quantize(CENT, ROUND_HALF_UP)) <= 2 * CENT


def test_default_figures_are_a_mapping_by_id() -> None:
    assert isinstance(FIGURES, Parameters)
    assert all(FIGURES[key].id == key for key in FIGURES)
