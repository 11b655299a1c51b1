"""A record is given to a site only when it can be no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.directory.official.annuaire import Record
from bot.directory.official.matching import matched
from bot.directory.sites.site import Site

HERE, NEAR, FAR = (46.1706, 1.8713), (46.1713, 1.8720), (46.1850, 1.8713)
SITE = Site(
    "1", "France services de Guéret", "Guéret", "23096", "23",
    latitude=HERE[0], longitude=HERE[1], precise_location=True,
)  # fmt: skip
RECORD = Record("France services - Guéret", "23096", "Guéret", HERE, itinerant=False)


def pairs(records: list[Record], sites: list[Site]) -> dict[str, str]:
    return {number: found.name for number, found in matched(records, sites).items()}


def named(name: str, site: Site = SITE, **changes: object) -> Site:
    return replace(site, name=name, **changes)  # type: ignore[arg-type]


def test_the_only_site_of_a_commune() -> None:
    assert pairs([RECORD], [SITE]) == {"1": RECORD.name}
    assert pairs([replace(RECORD, point=NEAR)], [SITE]) == {"1": RECORD.name}


@pytest.mark.parametrize(
    "record",
    [
        replace(RECORD, insee="23008"),
        replace(RECORD, point=FAR),
        replace(RECORD, point=None),
        replace(RECORD, itinerant=True, name="Bus France services des Monts"),
        replace(RECORD, number="2"),
    ],
)
def test_another_place(record: Record) -> None:
    assert pairs([record], [replace(SITE, name="France services de Guéret - Préfecture")]) == {}


def test_names_that_contradict_each_other() -> None:
    post = named("France services La Poste de Guéret")
    assert pairs([replace(RECORD, name="France services - Guéret - Préfecture")], [post]) == {}
    same = replace(RECORD, name="France services - La Poste Guéret")
    assert pairs([same], [post]) == {"1": same.name}


def test_a_name_that_says_more_must_be_at_the_same_spot() -> None:
    post = named("France services La Poste de Guéret")
    assert pairs([RECORD], [post]) == {"1": RECORD.name}
    assert pairs([replace(RECORD, point=(46.1730, 1.8713))], [post]) == {}


def test_two_that_fit_are_none() -> None:
    assert pairs([RECORD], [SITE, replace(SITE, id="2", latitude=NEAR[0])]) == {}
    assert pairs([RECORD, replace(RECORD, point=NEAR)], [SITE]) == {}


def test_the_number_of_the_official_list_settles_it() -> None:
    numbered = replace(RECORD, number="2", name="Maison des services")
    twins = [SITE, replace(SITE, id="2", name="France services Beauregard")]
    assert pairs([numbered], twins) == {"2": "Maison des services"}
    assert pairs([numbered, RECORD], twins) == {"2": "Maison des services", "1": RECORD.name}
    # …but not in another commune, nor for two records.
    assert pairs([replace(numbered, insee="23008")], twins) == {}
    assert pairs([numbered, replace(numbered)], twins) == {}


def test_buses_go_by_their_name() -> None:
    sites = [
        named("Bus France services Nord", itinerant=True),
        named("Bus France services Sud", id="2", itinerant=True),
    ]
    bus = replace(RECORD, name="France services itinérant - Sud", itinerant=True)
    assert pairs([bus], sites) == {"2": bus.name}
    assert pairs([replace(bus, name="France services - Guéret (itinérant)")], sites) == {}
