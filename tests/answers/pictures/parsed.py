"""A drawing read back: its elements, its words with the room they take, and what no drawing may do."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bot.answers.pictures.picture import Picture
from bot.answers.pictures.svg import FONT, WIDTH, width_of

SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "g", "line", "polyline", "polygon", "circle", "text"}
_HEIGHT = FONT * 0.85  # of a line of words, without the room between lines


class Label(NamedTuple):
    """Words and the box they fill."""

    text: str
    left: float
    right: float
    baseline: float


def parsed(picture: Picture) -> Element:
    """The root of the drawing; it is well formed or this fails."""
    return ElementTree.fromstring(picture.svg)


def all_words(picture: Picture) -> str:
    """Every word of the drawing, those for screen readers and pointers too."""
    return " ".join(" ".join(parsed(picture).itertext()).split())


def labels(picture: Picture) -> list[Label]:
    """The words one sees."""
    found = []
    for element in parsed(picture).iter(f"{SVG}text"):
        text, x = element.text or "", float(element.attrib["x"])
        width = width_of(text, strong="font-weight" in element.attrib)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
        found.append(Label(text, left, left + width, float(element.attrib["y"])))
    return found


def check(picture: Picture) -> None:
    """What holds for any drawing: named, nothing that acts or is loaded, no words outside or overlapping."""
    root = parsed(picture)
    assert root.attrib["role"] == "img"
    identified = {element.attrib["id"]: element.text for element in root.iter() if "id" in element.attrib}
    assert identified[root.attrib["aria-labelledby"]] == picture.title
    assert identified[root.attrib["aria-describedby"]] == picture.description
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= _ALLOWED
    for element in root.iter():
        assert not any(name == "style" or name.startswith("on") or "href" in name for name in element.attrib)
        assert "url(" not in " ".join(element.attrib.values())
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == WIDTH <= 360
    assert float(root.attrib["font-size"]) >= 14
    written = labels(picture)
    for label in written:
        assert label.left >= 0, label
        assert label.right <= width, label
        assert _HEIGHT <= label.baseline <= height, label
    for one, other in combinations(written, 2):
        beside = one.right <= other.left or other.right <= one.left
        assert beside or abs(one.baseline - other.baseline) >= _HEIGHT, (one, other)
    assert 1000 < len(picture.svg.encode()) < 8000
    assert all(len(row) == len(picture.columns) for row in picture.rows)
