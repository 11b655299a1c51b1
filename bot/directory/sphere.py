"""Points on the globe, filed so that the nearest ones are found without looking at all of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

import numpy as np
from scipy.spatial import KDTree

Point = tuple[float, float]
_SLACK = 1e-9  # of the radius of the globe, about 6 mm: points at the same distance are all found


class Sphere:
    """Positions of points, by nearness; a point is latitude and longitude in decimal degrees."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._tree = KDTree(np.array([_on_unit_sphere(point) for point in points])) if points else None
        self._count = len(points)

    def nearest(self, point: Point, n: int) -> list[int]:
        """The positions of the n nearest points, in no order, and of those as near as the last of them."""
        if self._tree is None or n < 1:
            return []
        centre = _on_unit_sphere(point)
        chords, _ = self._tree.query(centre, k=[min(n, self._count)])
        return [int(found) for found in self._tree.query_ball_point(centre, chords[0] + _SLACK)]


def _on_unit_sphere(point: Point) -> tuple[float, float, float]:
    """The point in space; the straight line between two of them grows with their distance on the globe."""
    latitude, longitude = map(radians, point)
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
