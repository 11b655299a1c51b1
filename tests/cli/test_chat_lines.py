"""Lines of a terminal: cut at words, hanging, styled where it can be, and free of commands to the terminal."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from bot.cli.terminal.lines import Piece, Screen

CODES = re.compile(r"\x1b\[[0-9;]*m")
WORDS = st.lists(st.text("abcdefé\u00a0", min_size=1, max_size=9).filter(str.strip), max_size=30)
STYLES = st.sampled_from(["", "strong", "faint"])


@given(WORDS, STYLES, st.integers(12, 60))
def test_every_word_is_there_in_its_order_and_no_line_is_too_wide(words: list[str], style: str, width: int) -> None:
    lines = Screen(width).text(" ".join(words), style, first="- ")
    assert " ".join(lines).split() == ["-", *" ".join(words).split()]
    assert all(get_cwidth(line) <= width for line in lines)


@given(WORDS, STYLES, st.integers(12, 60))
def test_styles_change_neither_words_nor_where_they_are_cut(words: list[str], style: str, width: int) -> None:
    pieces = [Piece(f"{word} ", style if index % 3 else "") for index, word in enumerate(words)]
    plain, styled = Screen(width).wrapped(pieces), Screen(width, styled=True).wrapped(pieces)
    assert [CODES.sub("", line).rstrip(" ") for line in styled] == plain
    assert not any(CODES.search(line) for line in plain)


def test_lines_after_the_first_hang_under_its_words() -> None:
    lines = Screen(14).text("un deux trois quatre", first="10. ")
    assert lines == ["10. un deux", "    trois", "    quatre"]


def test_a_strong_word_and_the_stop_behind_it_are_not_parted() -> None:
    lines = Screen(10, styled=True).wrapped([Piece("appelez le "), Piece("3114", "strong"), Piece(".")])
    assert lines == ["appelez le", "\x1b[1m3114\x1b[0m."]


def test_strong_words_in_a_row_are_one_run() -> None:
    assert Screen(40, styled=True).text("deux mots", "strong") == ["\x1b[1mdeux mots\x1b[0m"]


def test_no_line_begins_with_a_double_sign() -> None:
    assert Screen(10).text("un mot ici : oui") == ["un mot", "ici\u00a0: oui"]


def test_an_address_is_never_cut() -> None:
    address = "https://www.example.org/une/page/bien/longue"
    assert address in Screen(20).text(f"Voir {address} pour la suite")


def test_without_a_width_nothing_is_cut() -> None:
    assert Screen().text("mot " * 200) == [("mot " * 200).strip()]


def test_the_terminal_obeys_no_command_that_a_text_holds() -> None:
    said = Screen(80, styled=True).text("un\x1b]0;titre\x07 \x9b2J\x1b[2J deux\ttrois\rquatre")
    assert not any(character in "\x1b\x07\x9b\t\r" for line in said for character in line)
    assert "deux" in said[0]
