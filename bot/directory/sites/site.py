"""A France services site and a list of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.directory.sites.hours import OpeningHours


@dataclass(frozen=True, slots=True)
class Site:
    """A counter, or a bus, where people are helped with public services.

    department: number. latitude, longitude: decimal degrees (WGS 84), None when not known at all.
    precise_location: false when the point is only the centre of the commune. itinerant: the
    address is only the depot, the stops are in `comment`. by_appointment, accessible (to people in a
    wheelchair): None when not said.
    checked, source_url, source_date: for the embedded excerpt, where the fact comes from.
    """

    id: str
    name: str
    commune: str
    insee: str
    department: str
    postal_code: str = ""
    address: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precise_location: bool = False
    telephone: str = ""
    email: str = ""
    hours: OpeningHours = field(default_factory=OpeningHours)
    by_appointment: bool | None = None
    accessible: bool | None = None
    itinerant: bool = False
    comment: str = ""
    checked: str = ""
    source_url: str = ""
    source_date: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, when known."""
        if self.latitude is None or self.longitude is None:
            return None
        return (self.latitude, self.longitude)

    @property
    def place_line(self) -> str:
        """Postal code and commune, as on an envelope: "23200 Aubusson"."""
        return f"{self.postal_code} {self.commune}".strip()


@dataclass(frozen=True, eq=False)
class SiteList:
    """Sites with what must be said of them; each list is only equal to itself, so that indexes may be kept of it.

    date: of the list itself, None when not known. partial: an excerpt, from which nobody may
    conclude which site is the nearest.
    """

    sites: tuple[Site, ...]
    date: date | None
    source: str
    licence: str
    partial: bool
