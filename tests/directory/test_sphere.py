"""The nearest points on the globe, against looking at all of them."""

from __future__ import annotations

import random

import pytest

from bot.directory.geometry import distance_km
from bot.directory.sphere import Sphere


def by_looking_at_all(points: list[tuple[float, float]], centre: tuple[float, float], n: int) -> set[float]:
    return set(sorted(round(distance_km(centre, point), 6) for point in points)[:n])


@pytest.mark.parametrize("n", [1, 3, 10])
def test_they_are_those_found_by_looking_at_all(n: int) -> None:
    chance = random.Random(n)
    points = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(500)]
    sphere = Sphere(points)
    for _ in range(50):
        centre = (chance.uniform(-90, 90), chance.uniform(-180, 180))
        found = {round(distance_km(centre, points[at]), 6) for at in sphere.nearest(centre, n)}
        assert by_looking_at_all(points, centre, n) == found


def test_points_as_near_as_the_last_one_all_come() -> None:
    assert sorted(Sphere([(1.0, 1.0), (1.0, 1.0), (5.0, 5.0)]).nearest((1.0, 1.0), 1)) == [0, 1]


def test_few_points_and_none() -> None:
    assert Sphere([(1.0, 1.0)]).nearest((0.0, 0.0), 3) == [0]
    assert Sphere([]).nearest((0.0, 0.0), 3) == []


def test_across_the_meridian_of_the_date() -> None:
    assert Sphere([(0.0, 179.9), (0.0, 170.0)]).nearest((0.0, -179.9), 1) == [0]
