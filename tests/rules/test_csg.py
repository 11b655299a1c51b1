"""The CSG band: on each threshold, one euro above, with half and quarter parts, and when facts are not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.registry import registry
from bot.rules import Finding, ParameterUnavailable, Situation, evaluate

ON = date(2026, 11, 21)
RATES = {
    "exempt": ("0", "0", "0"),
    "reduced": ("0.038", "0.005", "0"),
    "median": ("0.066", "0.005", "0.003"),
    "full": ("0.083", "0.005", "0.003"),
}
ORDER = list(RATES)


def found(income: object = None, parts: object = None, asi: object = "no", **facts: object) -> Finding:
    situation = Situation(reference_tax_income=income, tax_parts=parts, receives_asi=asi, **facts)
    return evaluate("csg", situation, ON)


@pytest.mark.parametrize(
    ("income", "parts", "band"),
    [
        # One part: 13 048 and 17 057 are included, 26 472 is not.
        (0, 1, "exempt"),
        (13048, 1, "exempt"),
        (13049, 1, "reduced"),
        (17057, 1, "reduced"),
        (17058, 1, "median"),
        (26471, 1, "median"),
        (26472, 1, "full"),
        (26473, 1, "full"),
        # One part and a quarter: 14 790; 19 334.50; 30 005.
        (14790, "1.25", "exempt"),
        (14791, "1.25", "reduced"),
        (19334, "1.25", "reduced"),
        (19335, "1.25", "median"),
        (30004, "1.25", "median"),
        (30005, "1.25", "full"),
        # One part and a half: 16 532; 21 612; 33 538.
        (16532, "1.5", "exempt"),
        (16533, "1.5", "reduced"),
        (21612, "1.5", "reduced"),
        (21613, "1.5", "median"),
        (33537, "1.5", "median"),
        (33538, "1.5", "full"),
        # Two parts: two half parts more, 20 016; 26 167; 40 604.
        (20016, 2, "exempt"),
        (20017, 2, "reduced"),
        (26167, 2, "reduced"),
        (26168, 2, "median"),
        (40603, 2, "median"),
        (40604, 2, "full"),
        # Nobody has less than one part.
        (13048, "0.5", "exempt"),
    ],
)
def test_the_band_on_each_side_of_each_threshold(income: int, parts: object, band: str) -> None:
    finding = found(income, parts)
    assert (finding.verdict, finding.outputs["band"]) == ("known", band)
    rates = tuple(finding.outputs[name] for name in ("csg_rate", "crds_rate", "casa_rate"))
    assert rates == tuple(map(Decimal, RATES[band]))
    assert (finding.because, finding.missing) == ((), ())


@pytest.mark.parametrize(
    ("parts", "exempt_max", "reduced_max", "full_from"),
    [
        (1, "13048", "17057", "26472"),
        ("1.25", "14790", "19334.5", "30005"),
        ("1.5", "16532", "21612", "33538"),
        (3, "26984", "35277", "54736"),
    ],
)
def test_the_thresholds_are_those_of_the_parts(
    parts: object, exempt_max: str, reduced_max: str, full_from: str
) -> None:
    outputs = found(15000, parts).outputs
    told = [outputs[name] for name in ("exempt_max", "reduced_max", "full_from")]
    assert told == [Decimal(exempt_max), Decimal(reduced_max), Decimal(full_from)]


@pytest.mark.parametrize(
    ("day", "income", "band"),
    [
        ("2025-12-31", 12817, "exempt"),
        ("2025-12-31", 12818, "reduced"),
        ("2026-01-01", 12818, "exempt"),
        ("2024-06-01", 24812, "median"),
        ("2024-06-01", 24813, "full"),
    ],
)
def test_the_year_is_that_of_the_payment(day: str, income: int, band: str) -> None:
    assert found(income, 1, payment_date=date.fromisoformat(day)).outputs["band"] == band
    situation = Situation(reference_tax_income=income, tax_parts=1, receives_asi="no")
    assert evaluate("csg", situation, date.fromisoformat(day)).outputs["band"] == band


@pytest.mark.parametrize("day", ["2022-12-31", "2027-01-01"])
def test_a_year_whose_thresholds_are_not_known_is_refused(day: str) -> None:
    with pytest.raises(ParameterUnavailable):
        found(15000, 1, payment_date=date.fromisoformat(day))


@pytest.mark.parametrize("income", [None, "unknown", 13048, 1_000_000])
def test_the_asi_exempts_whatever_the_income(income: object) -> None:
    finding = found(income, None, asi="yes")
    assert (finding.verdict, finding.outputs["band"], finding.outputs["csg_rate"]) == ("known", "exempt", 0)
    assert (finding.missing, finding.because) == ((), ())
    assert finding.outputs["full_from"] is None
    assert finding.mentions == ("mtp_without_csg", "to_confirm")


def test_the_asi_is_asked_only_when_it_matters() -> None:
    assert found(13048, 1, asi=None).missing == ()
    finding = found(30000, 1, asi=None)
    assert finding.missing == finding.because == ("receives_asi",)
    assert found(30000, 1, asi="unknown").missing == ()
    assert found(30000, 1, asi="unknown").outputs["band"] == "to_check"


@pytest.mark.parametrize(("income", "missing"), [(None, ("reference_tax_income",)), ("unknown", ())])
def test_without_the_income_all_rates_stay_possible(income: object, missing: tuple[str, ...]) -> None:
    finding = found(income, 1)
    assert (finding.verdict, finding.outputs["band"], finding.outputs["csg_rate"]) == ("to_check",) * 3
    assert finding.outputs["possible_bands"] == tuple(RATES)
    assert finding.outputs["possible_rates"] == tuple(Decimal(csg) for csg, _, _ in RATES.values())
    assert finding.outputs["exempt_max"] == 13048
    assert (finding.because, finding.missing) == (("reference_tax_income",), missing)


def test_without_the_parts_the_bands_between_the_ends_stay_possible() -> None:
    finding = found(20000)
    assert finding.outputs["possible_bands"] == ("exempt", "reduced", "median")
    assert finding.missing == ("tax_parts",)
    assert finding.as_case()["exempt_max"] == [13048.0, None]  # at least that of one part
    assert found(13048).outputs["band"] == "exempt"


def test_what_the_possible_bands_share_is_told() -> None:
    finding = found("17058/30000", 1)
    assert finding.outputs["possible_bands"] == ("median", "full")
    told = [finding.outputs[name] for name in ("csg_rate", "crds_rate", "casa_rate")]
    assert told == ["to_check", Decimal("0.005"), Decimal("0.003")]
    assert found("13049/17058", 1).outputs["casa_rate"] == "to_check"


def test_an_interval_inside_a_band_is_certain() -> None:
    assert found("13049/17057", 1).outputs["band"] == "reduced"
    assert found("26472/..", 1).outputs["band"] == "full"
    assert found(20000, "1.5/1.75").outputs["band"] == "reduced"


@pytest.mark.parametrize(
    ("income", "mentions"),
    [
        (13048, ("overseas_thresholds", "mtp_without_csg", "to_confirm")),
        (17057, ("overseas_thresholds", "mtp_without_csg", "to_confirm")),
        (17058, ("two_years_smoothing", "overseas_thresholds", "mtp_without_csg", "to_confirm")),
        (26472, ("two_years_smoothing", "overseas_thresholds", "mtp_without_csg", "to_confirm")),
        (None, ("two_years_smoothing", "overseas_thresholds", "mtp_without_csg", "to_confirm")),
        ("0/17057", ("overseas_thresholds", "mtp_without_csg", "to_confirm")),
    ],
)
def test_what_is_recalled_with_the_band(income: object, mentions: tuple[str, ...]) -> None:
    assert found(income, 1).mentions == mentions


def test_every_output_has_its_law_and_known_sources() -> None:
    finding = found(20000, 1)
    assert set(finding.outputs) <= set(finding.law)
    for law in finding.law.values():
        assert set(law.sources) <= set(registry().sources)
        assert "css_l136_8" not in law.sources  # changed since it was read (U-21)


def test_a_case_is_told_in_plain_values() -> None:
    case = found(None, None, asi="no").as_case()
    assert case["possible_rates"] == [0.0, 0.038, 0.066, 0.083]
    assert case["exempt_max"] == [13048.0, None]
    assert case["reasons"] == ["reference_tax_income", "tax_parts"]


@given(st.integers(0, 90000), st.integers(0, 90000), st.integers(4, 20), st.integers(4, 20))
def test_an_interval_covers_every_band_inside_it(one: int, other: int, parts: int, more: int) -> None:
    low, high = sorted((one, other))
    few, many = sorted((Decimal(parts) / 4, Decimal(more) / 4))
    outputs = found(f"{low}/{high}", f"{few}/{many}").outputs
    bands = outputs.get("possible_bands", (outputs["band"],))
    for income in (low, (low + high) // 2, high):
        for quarter in range(int(few * 4), int(many * 4) + 1):
            assert found(income, Decimal(quarter) / 4).outputs["band"] in bands


@given(st.integers(0, 90000), st.integers(4, 20))
def test_the_rate_never_falls_with_the_income_nor_rises_with_the_parts(income: int, quarters: int) -> None:
    def place(income: int, quarters: int) -> int:
        return ORDER.index(found(income, Decimal(quarters) / 4).outputs["band"])

    assert place(income, quarters + 1) <= place(income, quarters) <= place(income + 1, quarters)
