"""What of a message a channel fails to deliver."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tests.parity.delivered import ADDRESS, Delivered, addresses
from tests.parity.oracle import Fact, Told

CLOSE = 40  # characters that may stand between two pieces of one fact
WRITTEN = "@"  # stands for an address, which one channel writes out and another puts behind words
Fold = Callable[[str], str]


def folded(text: str) -> str:
    """White space of any kind made one space, capitals small: what a channel may change."""
    return " ".join(text.split()).casefold()


def missing(wanted: Told, got: Delivered, fold: Fold = folded, anyhow: frozenset[str] = frozenset()) -> list[str]:
    """Each fact, address, telephone number or file that is not there, or not in its place; none when all is well.

    `anyhow`: facts of these kinds may be broken up, so that only their words are counted.
    """
    words = fold(ADDRESS.sub(WRITTEN, got.words))
    rows = [[fact for fact in row if fact.what not in anyhow] for row in wanted.rows]
    found = [problem for row in rows for problem in _out_of_place(row, words, fold)]
    found += [f"words lost: {lost}" for lost in _fewer(_words_told(wanted, fold), _words(words))]
    written = Counter([link for link in got.links if not link.startswith("tel:")])
    found += [f"address lost: {lost}" for lost in _fewer(Counter(_addresses_told(wanted)), written)]
    found += [f"number lost: {one}" for one in wanted.telephones if not can_be_dialled(one, got)]
    found += [f"file lost: {name}" for name, content in wanted.files if (name, content) not in got.files]
    return found


def can_be_dialled(number: str, got: Delivered) -> bool:
    """As a link, or as digits with nothing but ordinary spaces between, which a telephone knows for a number."""
    digits = re.sub(r"[^\d+]", "", number)
    spaced = re.compile(rf"(?<![\d+]){' ?'.join(map(re.escape, digits))}(?!\d)")
    return f"tel:{digits}" in got.links or any(spaced.search(part) for part in got.parts)


def _out_of_place(row: list[Fact], words: str, fold: Fold) -> Iterator[str]:
    reached = 0
    for fact in row:
        found = _pattern(fact, fold).search(words, 0 if fact.anywhere else reached)
        if found is None:
            yield f"{fact.what}: {fact.pieces}"
        elif not fact.anywhere:
            reached = found.end()


def _pattern(fact: Fact, fold: Fold) -> re.Pattern[str]:
    """The pieces as whole words: "1 000 €" is not in "21 000 €"."""
    pieces = (rf"(?<!\w){re.escape(fold(ADDRESS.sub(WRITTEN, piece)))}(?!\w)" for piece in fact.pieces)
    return re.compile(f".{{0,{CLOSE}}}?".join(pieces))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[€%]", text))


def _words_told(wanted: Told, fold: Fold) -> Counter[str]:
    """How often each word is told: said once less, a fact is lost though its words stand elsewhere."""
    total: Counter[str] = Counter()
    for fact in (fact for row in wanted.rows for fact in row if fact.what != "number to call"):
        total.update(_words(fold(ADDRESS.sub(WRITTEN, " ".join(fact.pieces)))))
    return total


def _addresses_told(wanted: Told) -> list[str]:
    written = [addresses(" ".join(fact.pieces)) for row in wanted.rows for fact in row]
    return [*wanted.links, *(address for found in written for address in found)]


def _fewer(wanted: Counter[str], got: Counter[str]) -> list[str]:
    return sorted((wanted - got).elements())
