"""The comparison of our figures with those of openfisca-france, on small values made by hand."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.rules.engine.parameters import Parameter, default_parameters
from scripts.compare_openfisca import LOCK, CannotInstall, Row, Theirs, compare, environment, main, read_theirs, report
from scripts.openfisca_values import PATHS

NEW_YEAR_2024, NEW_YEAR_2025, NEW_YEAR_2026 = date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)
SUMMER_2025 = date(2025, 7, 1)


def ours(
    *values: tuple[date, object], confidence: str = "verified", moves_on: tuple[str, ...] = ()
) -> dict[str, Parameter]:
    dated = [{"from": day, "value": value, "confidence": confidence} for day, value in values]
    figure = {"id": "figure", "label": "a figure", "unit": "EUR/an", "reference": "hand", "moves_on": moves_on}
    return {"figure": Parameter.parse_obj({**figure, "checked_by": "barèmes", "due": NEW_YEAR_2026, "values": dated})}


def theirs(*values: tuple[date, str | None], vouched_until: date | None = None) -> dict[str, Theirs]:
    dated = {day: None if value is None else Decimal(value) for day, value in values}
    return {"figure": Theirs(dated, vouched_until)}


def test_equal_figures_have_no_difference() -> None:
    rows = compare(
        ours((NEW_YEAR_2024, 9000.00), (NEW_YEAR_2025, 11.88)),
        theirs((NEW_YEAR_2024, "9000"), (NEW_YEAR_2025, "11.88")),
    )
    assert [(row.day, row.difference, row.wrong) for row in rows] == [
        (NEW_YEAR_2024, 0, False),
        (NEW_YEAR_2025, 0, False),
    ]


def test_a_verified_figure_that_differs_by_a_cent_is_wrong() -> None:
    (row,) = compare(ours((NEW_YEAR_2024, 11.65)), theirs((NEW_YEAR_2024, "11.66")))
    assert row == Row("figure", NEW_YEAR_2024, Decimal("11.65"), Decimal("11.66"), "verified")
    assert row.difference == Decimal("-0.01")
    assert row.wrong


@pytest.mark.parametrize("confidence", ["inferred", "uncertain"])
def test_a_figure_that_is_not_verified_may_differ(confidence: str) -> None:
    (row,) = compare(ours((NEW_YEAR_2024, 11.65), confidence=confidence), theirs((NEW_YEAR_2024, "11.66")))
    assert row.difference == Decimal("-0.01")
    assert not row.wrong


def test_a_step_that_only_they_have_is_found() -> None:
    rows = compare(ours((NEW_YEAR_2024, 100)), theirs((NEW_YEAR_2024, "100"), (SUMMER_2025, "104")))
    assert [row.day for row in rows if row.wrong] == [SUMMER_2025]


def test_a_step_that_only_we_have_is_found_between_two_of_theirs() -> None:
    rows = compare(
        ours((NEW_YEAR_2024, 100), (SUMMER_2025, 104), (NEW_YEAR_2026, 110)),
        theirs((NEW_YEAR_2024, "100"), (NEW_YEAR_2026, "110")),
    )
    assert [row.day for row in rows if row.wrong] == [SUMMER_2025]


def test_what_we_know_after_their_last_value_is_not_compared() -> None:
    rows = compare(ours((NEW_YEAR_2024, 100), (NEW_YEAR_2025, 104)), theirs((NEW_YEAR_2024, "100")))
    assert [(row.day, row.theirs, row.wrong) for row in rows][1] == (NEW_YEAR_2025, None, False)


def test_it_is_compared_when_they_vouch_that_nothing_changed() -> None:
    rows = compare(
        ours((NEW_YEAR_2024, 100), (NEW_YEAR_2025, 104)), theirs((NEW_YEAR_2024, "100"), vouched_until=SUMMER_2025)
    )
    assert [row.day for row in rows if row.wrong] == [NEW_YEAR_2025]


def test_an_old_check_of_theirs_does_not_hide_a_newer_value() -> None:
    (row,) = compare(ours((NEW_YEAR_2025, 105)), theirs((NEW_YEAR_2025, "104"), vouched_until=NEW_YEAR_2024))
    assert row.wrong


def test_a_value_that_we_know_to_be_due_is_not_an_error() -> None:
    rows = compare(
        ours((NEW_YEAR_2025, 100), moves_on=("01-01",)), theirs((NEW_YEAR_2025, "100"), (NEW_YEAR_2026, "104"))
    )
    assert [(row.ours, row.theirs, row.wrong) for row in rows][1] == (None, Decimal(104), False)


def test_their_values_before_our_first_one_are_left_out() -> None:
    rows = compare(ours((NEW_YEAR_2025, 104)), theirs((NEW_YEAR_2024, "100"), (NEW_YEAR_2025, "104")))
    assert [row.day for row in rows] == [NEW_YEAR_2025]


def test_a_figure_that_they_ended_is_on_one_side_only() -> None:
    (row,) = compare(ours((NEW_YEAR_2025, 104)), theirs((NEW_YEAR_2024, "100"), (NEW_YEAR_2025, None)))
    assert (row.theirs, row.difference, row.wrong) == (None, None, False)


def test_a_figure_that_we_do_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        compare({}, theirs((NEW_YEAR_2024, "100")))


def test_the_report_shows_what_differs_and_counts_the_rest() -> None:
    rows = compare(
        ours((NEW_YEAR_2024, 100), (NEW_YEAR_2025, 104.5), (NEW_YEAR_2026, 110)),
        theirs((NEW_YEAR_2024, "100"), (NEW_YEAR_2025, "104")),
    )
    header, different, alone, count = report(rows, "1.2.3")
    assert header.split() == ["figure", "date", "ours", "theirs", "difference", "confidence"]
    assert different.split() == ["figure", "2025-01-01", "104.5", "104", "0.5", "verified", "<--", "WRONG"]
    assert alone.split() == ["figure", "2026-01-01", "110", "-", "-", "verified"]
    assert count.endswith("3 dated values: 1 equal, 1 different (1 verified), 1 on one side only")
    assert len(report(rows, "1.2.3", everything=True)) == 5


def test_numbers_are_read_exactly_as_they_are_written() -> None:
    entry = {"vouched_until": "2025-01-08", "values": {"2022-07-01": 10163.71, "2024-01-01": None}}
    version, figures = read_theirs(json.dumps({"version": "1.2.3", "figures": {"figure": entry}}))
    assert version == "1.2.3"
    assert figures["figure"].values == {date(2022, 7, 1): Decimal("10163.71"), NEW_YEAR_2024: None}
    assert figures["figure"].vouched_until == date(2025, 1, 8)


def test_we_have_every_figure_that_is_compared() -> None:
    assert set(PATHS) <= set(default_parameters())


@pytest.fixture()
def broken_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Alone on the path, a uv that reaches nothing; the folder where the environment would be made."""
    (tmp_path / "uv").write_text("#!/bin/sh\necho 'no route to the packages' >&2\nexit 2\n")
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ASSISTANT_NO_SKIP", raising=False)
    return tmp_path / "openfisca"


def test_without_the_package_it_says_so(broken_uv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], broken_uv) == 0
    said = capsys.readouterr().err
    assert "NOT compared" in said
    assert "no route to the packages" in said


def test_without_the_package_continuous_integration_fails(broken_uv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_NO_SKIP", "1")
    assert main([], broken_uv) == 1


def test_without_uv_nor_a_way_to_fetch_it_the_package_cannot_be_installed(broken_uv: Path) -> None:
    (broken_uv.parent / "uv").unlink()
    with pytest.raises(CannotInstall):
        environment(broken_uv, tools=broken_uv.parent / "tools")


@pytest.mark.parametrize(("value", "status"), [("48060", 0), ("48061", 1)])
def test_the_exit_status_says_whether_a_verified_figure_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str, status: int
) -> None:
    # An environment already made, whose Python prints this in place of what openfisca-france would say.
    figures = {"pass_annual": {"vouched_until": None, "values": {"2002-01-01": None, "2026-01-01": int(value)}}}
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python"
    python.write_text(f"#!/bin/sh\necho '{json.dumps({'version': '1.2.3', 'figures': figures})}'\n")
    python.chmod(0o755)
    (tmp_path / "installed.lock").write_bytes(LOCK.read_bytes())
    assert main([], tmp_path) == status
    assert ("WRONG" in capsys.readouterr().out) == (status == 1)


def test_the_lock_pins_versions_and_hashes_and_names_no_host() -> None:
    text = LOCK.read_text()
    packages = re.findall(r"^([a-z0-9._-]+)==\S+ \\$", text, re.M)
    assert {"openfisca-france", "openfisca-core"} <= set(packages)
    assert re.sub(r"^([a-z0-9._-]+==[\w.]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?)\n", "", text, flags=re.M) == ""
