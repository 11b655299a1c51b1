"""A position that somebody shares, as a geo: address (RFC 5870)."""

from __future__ import annotations

import re

DECIMALS = 2  # about a kilometre, as on the page
_GEO = re.compile(r"geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[,;].*)?", re.IGNORECASE)


def position(address: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, rounded; None when it is no position on Earth."""
    found = _GEO.fullmatch(address.strip())
    if not found:
        return None
    latitude, longitude = round(float(found[1]), DECIMALS), round(float(found[2]), DECIMALS)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
