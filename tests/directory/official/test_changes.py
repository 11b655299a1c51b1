"""What changed from one list to the next."""

from __future__ import annotations

from dataclasses import replace

from bot.directory.official.changes import Changes, changes
from bot.directory.sites.hours import opening_hours
from bot.directory.sites.site import Site

GUERET = Site("1", "France services de Guéret", "Guéret", "23096", "23", "23000", ("1 rue des Essais",))
AUBUSSON = Site("2", "France services d'Aubusson", "Aubusson", "23008", "23", "23200")


def test_nothing_changed() -> None:
    assert not changes([GUERET, AUBUSSON], [AUBUSSON, GUERET])
    respelt = replace(GUERET, name="FRANCE SERVICES DE GUERET", address=("1, rue des essais",))
    assert not changes([GUERET], [respelt])


def test_sites_come_and_go() -> None:
    found = changes([GUERET], [AUBUSSON])
    assert (found.came, found.went) == ((AUBUSSON,), (GUERET,))
    assert changes([], [GUERET]) == Changes(came=(GUERET,))


def test_each_kind_of_change() -> None:
    now = replace(
        GUERET,
        name="Espace France services",
        telephone="05 55 00 00 01",
        address=("2 rue des Essais",),
        hours=opening_hours(["09:00 - 12:00"]),
    )
    assert changes([GUERET], [now]) == Changes(hours=(now,), telephone=(now,), address=(now,), name=(now,))


def test_a_site_that_only_changed_its_number_neither_came_nor_went() -> None:
    renumbered = replace(GUERET, id="77", telephone="05 55 00 00 01")
    assert changes([GUERET], [renumbered]) == Changes(telephone=(renumbered,))
    # Two namesakes of one commune: each keeps to itself.
    twins = [GUERET, replace(GUERET, id="3")]
    found = changes(twins, [replace(GUERET, id="4")])
    assert not found.came and len(found.went) == 1
