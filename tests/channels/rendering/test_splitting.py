"""Long texts are cut where a reader would pause, and nothing but blanks is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rendering.splitting import in_bytes, in_utf16, split

UNITS = st.sampled_from([len, in_utf16, in_bytes])
Measure = Callable[[str], int]
# Words, blanks and lines of all widths: one character is up to four bytes, or two units of UTF-16.
WORD = st.text(st.sampled_from("abé€ê🙂.!?…;-_*[]{}/0"), min_size=1, max_size=12)
BLANK = st.sampled_from([" ", "  ", "\n", "\n\n", "\n\n\n", "\u00a0", ". ", " \n"])
TEXT = st.lists(st.tuples(WORD, BLANK), max_size=60).map(lambda pairs: "".join(word + blank for word, blank in pairs))
LARGEST_CHARACTER = 4


def solid(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(TEXT | st.text(max_size=300), st.integers(LARGEST_CHARACTER, 80), UNITS)
def test_nothing_but_blanks_is_lost_and_no_part_is_too_long(text: str, limit: int, length: Measure) -> None:
    text = text.encode("utf-8", "ignore").decode()
    parts = split(text, limit, length)
    assert all(0 < length(part) <= limit for part in parts)
    assert solid("".join(parts)) == solid(text)


@given(TEXT, st.integers(60, 120), UNITS)
def test_words_that_fit_are_whole(text: str, limit: int, length: Measure) -> None:
    # Hard spaces hold words together: an amount and its unit are one.
    words = re.split(r"[ \n]+", text.strip())
    if any(length(word) > limit for word in words):
        return
    assert [word for part in split(text, limit, length) for word in re.split(r"[ \n]+", part)] == [
        w for w in words if w
    ]


@given(TEXT, UNITS)
def test_a_text_that_fits_is_one_part(text: str, length: Measure) -> None:
    whole = text.strip()
    assert split(text, max(1, length(whole)), length) == ([whole] if whole else [])


@given(TEXT, st.integers(60, 200))
def test_no_two_neighbours_would_fit_in_one(text: str, limit: int) -> None:
    paragraphs = re.sub(r"\n+", "\n\n", text)
    parts = split(paragraphs, limit)
    if any(len(one.strip()) > limit for one in paragraphs.split("\n\n")):
        return
    assert all(len(f"{one}\n\n{two}") > limit for one, two in pairwise(parts))


def test_the_best_pause_is_taken() -> None:
    assert split("Un.\n\nDeux. Trois.\nQuatre.", 20) == ["Un.", "Deux. Trois.\nQuatre."]
    assert split("Un. Deux.\nTrois.", 12) == ["Un. Deux.", "Trois."]
    assert split("Une phrase. Une autre, plus longue.", 25) == ["Une phrase.", "Une autre, plus longue."]
    assert split("un deux trois", 8) == ["un deux", "trois"]
    assert split("anticonstitutionnellement", 10) == ["anticonsti", "tutionnell", "ement"]


def test_a_pictogram_is_never_cut_in_two() -> None:
    assert split("🙂🙂🙂", 3, in_utf16) == ["🙂", "🙂", "🙂"]


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_that_holds_nothing_is_refused(limit: int) -> None:
    with pytest.raises(ValueError, match=str(limit)):
        split("mot", limit)
