"""What no text settles (24 points of the fact base) is told as open, with the body that settles it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, Extra

from tests.answers.said import told_in_full

PATH = Path(__file__).resolve().parent.parent / "data" / "unsettled.yaml"
Patterns = tuple[str, ...]


class Point(BaseModel):
    """An open point and what its topics say of it (see the head of the file)."""

    id: str
    point: str
    told: dict[str, Patterns] = {}
    never: dict[str, Patterns] = {}
    not_told: str = ""

    class Config:
        frozen = True
        extra = Extra.forbid


POINTS = [Point.parse_obj(entry) for entry in yaml.safe_load(PATH.read_text(encoding="utf-8"))]


def _found(pattern: str, topic: str) -> bool:
    return bool(re.search(pattern, told_in_full(topic), re.IGNORECASE))


def test_every_point_has_its_entry() -> None:
    assert [point.id for point in POINTS] == [f"U-{number}" for number in range(1, 25)]
    assert all(bool(point.told) != bool(point.not_told) for point in POINTS)


@pytest.mark.parametrize(
    ("point", "topic"),
    [pytest.param(point, topic, id=f"{point.id}-{topic}") for point in POINTS for topic in point.told],
)
def test_an_open_point_is_told_as_open(point: Point, topic: str) -> None:
    assert [pattern for pattern in point.told[topic] if not _found(pattern, topic)] == []


@pytest.mark.parametrize(
    ("point", "topic"),
    [pytest.param(point, topic, id=f"{point.id}-{topic}") for point in POINTS for topic in point.never],
)
def test_an_open_point_is_not_told_as_settled(point: Point, topic: str) -> None:
    assert [pattern for pattern in point.never[topic] if _found(pattern, topic)] == []
