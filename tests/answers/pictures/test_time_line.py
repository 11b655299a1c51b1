"""Days one below the other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.pictures.days import Event
from bot.answers.pictures.time_line import time_line
from bot.rules.engine.span import Span
from tests.answers.pictures.parsed import SVG, all_words, check, labels, parsed

TODAY = date(2026, 11, 21)
DECISION = Event(date(2026, 1, 5), "Décision de la caisse")
OVER = Event(date(2026, 3, 5), "Dernier jour pour contester", is_deadline=True)
NEXT = Event(Span(date(2027, 3, 1), date(2027, 3, 31)), "Dernier jour pour demander", is_deadline=True)
DECLARATION = Event(date(2026, 12, 5), "Prochaine déclaration")


def test_days_come_in_order_around_today_and_deadlines_are_said() -> None:
    picture = time_line([NEXT, DECLARATION, OVER, DECISION], TODAY)
    assert picture.rows == (
        ("5 janvier 2026", "Décision de la caisse", ""),
        ("5 mars 2026", "Dernier jour pour contester", "Date limite passée"),
        ("21 novembre 2026", "Aujourd'hui", ""),
        ("5 décembre 2026", "Prochaine déclaration", ""),
        ("mars 2027", "Dernier jour pour demander", "Date limite"),
    )
    assert "Prochaine date limite\u00a0: mars 2027." in picture.description
    check(picture)


def test_the_words_of_the_table_are_all_in_the_drawing_from_top_to_bottom() -> None:
    picture = time_line([NEXT, DECLARATION, OVER, DECISION], TODAY)
    cells = [cell for row in picture.rows for cell in row if cell]
    assert [label.text for label in labels(picture)] == cells
    heights = [label.baseline for label in labels(picture)]
    assert heights == sorted(heights)


def test_deadlines_days_and_today_have_different_shapes() -> None:
    root = parsed(time_line([NEXT, DECLARATION, OVER, DECISION], TODAY))
    corners = sorted(len(shape.attrib["points"].split()) for shape in root.iter(f"{SVG}polygon"))
    assert corners == [3, 4, 4]  # the triangle of today, the diamonds of two deadlines
    assert len(list(root.iter(f"{SVG}circle"))) == 2


def test_what_happens_today_comes_after_today_and_is_not_past() -> None:
    rows = time_line([Event(TODAY, "Dernier jour", is_deadline=True)], TODAY).rows
    assert [(label, note) for _, label, note in rows] == [("Aujourd'hui", ""), ("Dernier jour", "Date limite")]


def test_a_deadline_that_may_still_lie_ahead_is_not_past() -> None:
    picture = time_line([Event(Span(date(2026, 11, 1), date(2026, 11, 30)), "Délai", is_deadline=True)], TODAY)
    assert ("novembre 2026", "Délai", "Date limite") in picture.rows


@pytest.mark.parametrize(
    "events", [[], [DECISION], [OVER], [Event(Span(date.min, date.max), "Sans date", is_deadline=True)]]
)
def test_without_a_deadline_ahead_none_is_announced(events: list[Event]) -> None:
    picture = time_line(events, TODAY)
    assert "Prochaine date limite" not in picture.description
    assert (("21 novembre 2026", "Aujourd'hui", "")) in picture.rows


def test_the_line_is_whole_up_to_today_and_broken_after() -> None:
    root = parsed(time_line([NEXT, DECISION], TODAY))
    past, ahead = root.iter(f"{SVG}line")
    triangle = next(shape for shape in root.iter(f"{SVG}polygon") if len(shape.attrib["points"].split()) == 3)
    assert past.attrib["y2"] == ahead.attrib["y1"] == triangle.attrib["points"].split()[1].split(",")[1]
    assert "stroke-dasharray" in ahead.attrib
    assert "stroke-dasharray" not in past.attrib


def test_hostile_words_are_only_words() -> None:
    picture = time_line([Event(TODAY, "<script>alert(1)</script> & co")], TODAY)
    assert "<script" not in picture.svg
    assert "<script>alert(1)</script> & co" in all_words(picture)
    check(picture)


_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_spans = st.tuples(_days, st.integers(0, 800)).map(lambda drawn: Span(drawn[0], drawn[0] + timedelta(days=drawn[1])))
_texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), min_size=1, max_size=120).filter(
    str.strip
)
_events = st.builds(Event, _days | _spans, _texts, st.booleans())


@given(st.lists(_events, min_size=1, max_size=5))
def test_long_words_stay_inside_and_never_overlap(events: list[Event]) -> None:
    picture = time_line(events, TODAY)
    root = parsed(picture)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert all(label.left >= 0 and label.right <= width and label.baseline <= height for label in labels(picture))
    gaps = [b.baseline - a.baseline for a, b in pairwise(labels(picture))]
    assert min(gaps) >= 15
    assert len(picture.rows) == len(events) + 1
