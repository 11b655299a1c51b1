"""Which record of the annuaire is which site of the official list: the same commune, the same spot, no other name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from bot.directory.geometry import distance_km
from bot.directory.official.annuaire import Record
from bot.directory.sites.site import Site
from bot.directory.text import name_words

_FARTHEST_KM = 1.0  # two sources locate one address that far apart at most
_ONE_NAMED_KM = 0.15  # when one of the names says more than the other, nearer still
_SAME_NUMBER_KM = 5.0
_SAME_NAME = 75  # out of 100
_SAID_BY_ALL = frozenset(
    str.split("france services service maison espace msap bus itinerant itinerante de d du des la le les l et a au en")
)


def matched(records: Iterable[Record], sites: Iterable[Site]) -> dict[str, Record]:
    """The record of each site, by number of site; whatever is not the only possible one is left out."""
    by_commune: dict[str, tuple[list[Record], list[Site]]] = {}
    for record in records:
        by_commune.setdefault(record.insee, ([], []))[0].append(record)
    for site in sites:
        if site.insee in by_commune:
            by_commune[site.insee][1].append(site)
    found: dict[str, Record] = {}
    for here, there in by_commune.values():
        found |= _only_pairs([(r, s) for r in here for s in there if _same_number(r, s)])
        taken = set(map(id, found.values()))
        left = [record for record in here if id(record) not in taken]
        free = [site for site in there if site.id not in found]
        found |= _only_pairs([(r, s) for r in left for s in free if _fits(r, s)])
    return found


def _only_pairs(pairs: Sequence[tuple[Record, Site]]) -> dict[str, Record]:
    """Those whose record fits no other site and whose site fits no other record."""
    records = Counter(id(record) for record, _ in pairs)
    sites = Counter(site.id for _, site in pairs)
    return {s.id: r for r, s in pairs if records[id(r)] == 1 and sites[s.id] == 1}


def _same_number(record: Record, site: Site) -> bool:
    distance = _distance(record, site)
    return record.number == site.id and (distance is None or distance <= _SAME_NUMBER_KM)


def _fits(record: Record, site: Site) -> bool:
    if record.itinerant != site.itinerant or (record.number and record.number != site.id):
        return False
    one, other = _own_words(record.name, record.commune), _own_words(site.name, site.commune)
    distance = _distance(record, site)
    if record.itinerant:  # the depot of several buses says nothing of which
        return one == other or bool(one and other and _alike(one, other))
    if distance is None or distance > _FARTHEST_KM:
        return False
    if one and other:
        return _alike(one, other)
    return one == other or distance <= _ONE_NAMED_KM


def _distance(record: Record, site: Site) -> float | None:
    if record.point is None or site.point is None or not site.precise_location:
        return None
    return distance_km(record.point, site.point)


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one, other) >= _SAME_NAME


def _own_words(name: str, commune: str) -> str:
    """What the name says besides France services and the commune."""
    said = _SAID_BY_ALL.union(name_words(commune))
    return " ".join(word for word in name_words(name) if word not in said)
