"""Sites listed twice: same commune, same spot, nearly the same name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from bot.directory.geometry import distance_km
from bot.directory.sites.site import Site
from bot.directory.text import name_key

_SAME_SPOT_KM = 0.1
_SAME_NAME = 85  # out of 100
_MOST_COMPARED = 50  # sites of one commune: no commune has ten, and a broken list must not cost hours
_SAID_BY_ALL = frozenset({"france", "services", "service", "maison", "de", "d", "du", "des", "la"})


def without_duplicates(sites: Iterable[Site]) -> tuple[Site, ...]:
    """The sites in order, each kept once with what its twin knew better."""
    kept: list[Site] = []
    by_commune: dict[str, list[int]] = {}
    for site in sites:
        places = by_commune.setdefault(site.insee, [])
        twin = next((at for at in places[:_MOST_COMPARED] if _same(kept[at], site)), None)
        if twin is None:
            places.append(len(kept))
            kept.append(site)
        else:
            kept[twin] = _joined(kept[twin], site)
    return tuple(kept)


def _same(one: Site, other: Site) -> bool:
    if one.itinerant or other.itinerant:
        return False  # several buses may share a depot
    if not (one.precise_location and other.precise_location):
        return False
    if _differ(one.telephone, other.telephone) and _differ(one.hours, other.hours):
        return False  # two counters under one roof
    if one.point is None or other.point is None:
        return False
    if distance_km(one.point, other.point) >= _SAME_SPOT_KM:
        return False
    return fuzz.token_sort_ratio(_own_words(one), _own_words(other)) >= _SAME_NAME


def _differ(one: object, other: object) -> bool:
    """Whether both are known and not equal."""
    return bool(one) and bool(other) and one != other


def _own_words(site: Site) -> str:
    return " ".join(word for word in name_key(site.name).split() if word not in _SAID_BY_ALL)


def _joined(one: Site, other: Site) -> Site:
    """The one whose hours say more, completed by the other where it is silent."""
    fuller, lesser = (one, other) if _open_days(one) >= _open_days(other) else (other, one)
    return replace(
        fuller,
        telephone=fuller.telephone or lesser.telephone,
        email=fuller.email or lesser.email,
        comment=fuller.comment or lesser.comment,
    )


def _open_days(site: Site) -> int:
    return sum(map(bool, site.hours.days))
