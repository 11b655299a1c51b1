"""What a place is, and what looking for one gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Place:
    """A commune, or a municipal arrondissement of Paris, Lyon or Marseille.

    latitude, longitude: decimal degrees (WGS 84) of the town centre; population: inhabitants.
    """

    insee: str
    name: str
    department: str
    department_name: str
    postal_codes: tuple[str, ...]
    population: int
    latitude: float
    longitude: float

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return (self.latitude, self.longitude)

    @property
    def label(self) -> str:
        """Name and department number: "Saint-Denis (93)"."""
        return f"{self.name} ({self.department})"


class PlaceKind(str, Enum):
    """How far a place is known."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """The answer to "where?": places is empty when unknown or abroad.

    Resolved: one place, or all the communes of a postal code, the most populous (the reference)
    first. Ambiguous: the candidates to offer, the most populous first.
    """

    kind: PlaceKind
    places: tuple[Place, ...] = ()

    @property
    def reference(self) -> Place | None:
        """The place to measure distances from, once resolved."""
        return self.places[0] if self.kind is PlaceKind.RESOLVED else None


UNKNOWN = PlaceMatch(PlaceKind.UNKNOWN)
ABROAD = PlaceMatch(PlaceKind.ABROAD)
CANDIDATES = 10


def resolved(*places: Place) -> PlaceMatch:
    """One place, several that share a postal code, or unknown when there is none."""
    ranked = sorted(places, key=lambda place: -place.population)
    return PlaceMatch(PlaceKind.RESOLVED, tuple(ranked)) if ranked else UNKNOWN


def ambiguous(*places: Place) -> PlaceMatch:
    """Candidates, the most populous first; a single one needs no question."""
    ranked = sorted(dict.fromkeys(places), key=lambda place: -place.population)
    if len(ranked) < 2:
        return resolved(*ranked)
    return PlaceMatch(PlaceKind.AMBIGUOUS, tuple(ranked[:CANDIDATES]))
