"""The commune around a position."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from bot.directory.communes.gazetteer import gazetteer
from bot.directory.communes.place import Place
from bot.directory.geometry import distance_km
from bot.directory.sphere import Sphere

_FARTHEST_KM = 60.0  # from the town of the largest communes, in French Guiana, to their borders


def place_around(latitude: float, longitude: float) -> Place | None:
    """The nearest commune, standing where the position is; None abroad or far at sea.

    Its INSEE code is left out, since the position may lie in the next commune.
    """
    known, here = gazetteer(), (latitude, longitude)
    nearest = min(_all_communes().nearest(here, 1), key=lambda number: distance_km(known.place(number).point, here))
    place = known.place(nearest)
    if distance_km(place.point, here) > _FARTHEST_KM:
        return None
    return replace(place, insee="", latitude=latitude, longitude=longitude)


@lru_cache(maxsize=1)
def _all_communes() -> Sphere:
    known = gazetteer()
    return Sphere([known.place(number).point for number in range(len(known.rows))])
