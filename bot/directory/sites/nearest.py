"""The sites around a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.directory.communes.place import Place
from bot.directory.geometry import distance_km
from bot.directory.sites.site import Site, SiteList
from bot.directory.sphere import Sphere

# Paris, Lyon and Marseille: INSEE code of the city, prefix of its arrondissements.
_SPLIT_CITIES = {"75056": "751", "69123": "6938", "13055": "132"}
_CORSICA = frozenset({"2A", "2B"})


@dataclass(frozen=True, slots=True)
class NearbySite:
    """A site and how far it is as the crow flies, in km; in_commune: within the place itself."""

    site: Site
    distance_km: float
    in_commune: bool


def nearest(places: Sequence[Place], site_list: SiteList, n: int = 3) -> tuple[NearbySite, ...]:
    """The n sites nearest to the first place, the nearest first; fewer when there are fewer.

    places: as in a PlaceMatch, the reference first. Only sites that no sea parts from it count.
    An itinerant site is measured to its depot: say so. The list must not be partial to be told as
    "the nearest": see `known_in_commune`.
    """
    return _around(places, _filed(site_list, False), n)


def nearest_fixed(places: Sequence[Place], site_list: SiteList, n: int = 3) -> tuple[NearbySite, ...]:
    """As `nearest`, among the counters to which one can walk in."""
    return _around(places, _filed(site_list, True), n)


# The sites of each land, and where they are.
_Filed = dict[str, tuple[list[Site], Sphere]]


@lru_cache(maxsize=4)
def _filed(site_list: SiteList, only_fixed: bool) -> _Filed:
    lands: dict[str, list[Site]] = {}
    for site in site_list.sites:
        if site.point is not None and not (only_fixed and site.itinerant):
            lands.setdefault(_land(site.department), []).append(site)
    return {land: (sites, Sphere([site.point for site in sites if site.point])) for land, sites in lands.items()}


def _around(places: Sequence[Place], filed: _Filed, n: int) -> tuple[NearbySite, ...]:
    if not places or _land(places[0].department) not in filed:
        return ()
    centre = places[0].point
    sites, sphere = filed[_land(places[0].department)]
    found = [
        NearbySite(site, distance_km(centre, site.point), _within(site, places))
        for site in (sites[at] for at in sphere.nearest(centre, n))
        if site.point is not None
    ]
    return tuple(sorted(found, key=lambda near: (near.distance_km, near.site.id))[:n])


def known_in_commune(places: Sequence[Place], site_list: SiteList) -> tuple[Site, ...]:
    """The sites of these communes, counters first: all that a partial list may tell."""
    found = [site for site in site_list.sites if _within(site, places)]
    return tuple(sorted(found, key=lambda site: site.itinerant))


def known_in_department(department: str, site_list: SiteList) -> tuple[Site, ...]:
    """The sites of a department, by commune: for a partial list that knows none nearer."""
    found = [site for site in site_list.sites if site.department == department]
    return tuple(sorted(found, key=lambda site: (site.itinerant, site.commune)))


def distance_in_words(km: float, in_commune: bool = False) -> str:
    """ "à environ 10 km à vol d'oiseau", "dans la commune, à environ 2 km du centre"; rounded as it is worth."""
    rounded = round(km) if km < 30 else 5 * round(km / 5)
    if in_commune:
        return "dans la commune" if rounded < 2 else f"dans la commune, à environ {rounded} km du centre"
    return f"à environ {rounded} km à vol d'oiseau" if km >= 1 else "à moins de 1 km à vol d'oiseau"


def _within(site: Site, places: Sequence[Place]) -> bool:
    return any(site.insee == place.insee or _part_of(site.insee, place.insee) for place in places)


def _part_of(part: str, city: str) -> bool:
    prefix = _SPLIT_CITIES.get(city)
    return prefix is not None and part.startswith(prefix) and part != city


def _land(department: str) -> str:
    """The land that a department shares with others without a sea between."""
    if department in _CORSICA:
        return "Corse"
    return department if department.startswith(("97", "98")) else "continent"
