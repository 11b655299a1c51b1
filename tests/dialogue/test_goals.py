"""What a guide still misses, with the facts told so far."""

from __future__ import annotations

from bot.dialogue.goals import Progress, progress, situation_from
from bot.dialogue.guides import guides
from tests.dialogue.speech import ON


def test_facts_that_are_no_part_of_the_law_stay_out_of_the_situation() -> None:
    situation = situation_from({"scheme": "self_employed", "place": "23096"}, ON)
    assert situation.scheme == "self_employed"


def test_a_search_near_home_misses_only_the_place() -> None:
    guide = guides()["nearest_france_services"]
    assert progress(guide, {}, ON) == Progress(("place",))
    assert progress(guide, {"place": "23096"}, ON) == Progress(())


def test_the_scheme_decides_what_is_asked_next() -> None:
    guide = guides()["eligibility"]
    assert progress(guide, {}, ON).missing == ("scheme",)
    assert "hours_last_12_months" in progress(guide, {"scheme": "general_employee"}, ON).missing
    assert "hours_last_12_months" not in progress(guide, {"scheme": "self_employed"}, ON).missing
    assert progress(guide, {"scheme": "civil_servant"}, ON).missing == ()


def test_nothing_is_missing_once_a_condition_has_failed() -> None:
    facts = {"scheme": "general_employee", "birth_date": "1960-01-01"}
    found = progress(guides()["eligibility"], facts, ON)
    assert found.missing == ()
    assert found.finding is not None
    assert found.finding.verdict == "not_met"


def test_not_knowing_is_told_apart_from_not_having_been_asked() -> None:
    guide = guides()["eligibility"]
    assert "origin" in progress(guide, {"scheme": "general_employee"}, ON).missing
    assert "origin" not in progress(guide, {"scheme": "general_employee", "origin": "unknown"}, ON).missing


def test_a_stop_older_than_our_figures_leaves_the_guide_going() -> None:
    found = progress(guides()["eligibility"], {"scheme": "general_employee", "stop_date": "1998"}, ON)
    assert found.finding is not None
    assert found.finding.verdict == "to_check"
    assert "affiliation_date" not in found.missing
