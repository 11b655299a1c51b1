"""Drawings put into a page."""

from __future__ import annotations

import pytest

from bot.channels.website.pages.drawing import drawn
from tests.channels.website.pages.examples import PICTURE

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def test_a_drawing_of_ours_is_kept_with_ids_of_its_own() -> None:
    first, second = str(drawn(PICTURE.svg, 4)), str(drawn(PICTURE.svg, 9))
    assert first.count('-title-4"') == 2
    assert first.count('-desc-4"') == 2
    assert first.replace('-4"', '"') == second.replace('-9"', '"') == PICTURE.svg


@pytest.mark.parametrize(
    "inside",
    ["<script>alert(1)</script>", "<g onload='x'></g>", "<a href='https://x'></a>", "<image href='x'/>", "<use/>",
     "<foreignObject></foreignObject>", "<g style='x'></g>", "<line fill='url(https://x)'/>", "<!-- x -->",
     "<title><line/></title>", "<style>x</style>", "</svg><svg>", "</svg><p></p><svg>", "</g>", "<g>", "<![CDATA[x]]>"],
)  # fmt: skip
def test_anything_but_shapes_is_left_out(inside: str) -> None:
    assert drawn(f"{HEAD}<line/></svg>", 1) != ""
    assert drawn(f"{HEAD}{inside}</svg>", 1) == ""


@pytest.mark.parametrize("text", ["", "x", "<p></p>", "<svg", "<svg onload='x'></svg>", " <svg ></svg>"])
def test_what_is_no_drawing_is_left_out(text: str) -> None:
    assert drawn(text, 1) == ""
