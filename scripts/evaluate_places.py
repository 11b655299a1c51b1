"""How well places are understood: typed ones by kind, and those of whole messages by the gazetteer, by spaCy, by both.

    python -m scripts.evaluate_places [--places FILE ...] [--write]

--write puts the tables into docs/places.md; FILE has the form of tests/data/places/mixed.csv.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.directory.places import PlaceKind, PlaceMatch, find_place, mentions_place
from bot.nlu.places import place_in
from bot.nlu.spacy_french import place_names
from bot.settings import ROOT

DATA = ROOT / "tests" / "data" / "places"
MESSAGES = DATA / "sentences.csv"
TYPED = tuple(path for path in sorted(DATA.glob("*.csv")) if path != MESSAGES)
PAGE = ROOT / "docs" / "places.md"
MARK = "<!-- measured -->"
KINDS = tuple(kind.value for kind in PlaceKind)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell: str) -> list[str]:
    """The values of a cell, separated by "|"."""
    return [part for part in cell.split("|") if part]


def is_right(row: dict[str, str], match: PlaceMatch) -> bool:
    """Is it one of the accepted kinds, and one of the expected communes (of a question: the first two)?"""
    if match.kind.value not in (several(row["accept_kinds"]) or [row["expected_kind"]]):
        return False
    expected = several(row["expected_insee"])
    found = [place.insee for place in match.places]
    if match.kind is PlaceKind.RESOLVED:
        return not expected or any(insee in expected for insee in found)
    if match.kind is PlaceKind.AMBIGUOUS:
        return set(expected[:2]) <= set(found)
    return True


def by_gazetteer(text: str) -> set[str]:
    """The commune that a message names, by the gazetteer alone; nothing when it would have to be asked."""
    return _communes(mentions_place(text))


def by_spacy(text: str) -> set[str]:
    """The same by the names that spaCy takes for places alone, looked up as they are."""
    names = (text[start:end] for start, end in place_names(text))
    found = (_communes(find_place(name)) for name in names if "service" not in name.lower())
    return next((communes for communes in found if communes), set())


def by_both(text: str) -> set[str]:
    """The same as the assistant does it."""
    words = place_in(text)
    return _communes(find_place(words)) if words else set()


def _communes(match: PlaceMatch | None) -> set[str]:
    return {place.insee for place in match.places} if match and match.kind is PlaceKind.RESOLVED else set()


def table_of_typed(paths: tuple[Path, ...]) -> Iterator[str]:
    """One line a file: right answers of each kind."""
    yield f"| Set | {' | '.join(KINDS)} |"
    yield f"|---|{'---|' * len(KINDS)}"
    for path in paths:
        right: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for row in rows_of(path):
            asked[row["expected_kind"]] += 1
            right[row["expected_kind"]] += is_right(row, find_place(row["text"]))
        cells = (f"{right[kind]} of {asked[kind]}" if asked[kind] else "–" for kind in KINDS)
        yield f"| {path.stem} | {' | '.join(cells)} |"


def table_of_messages() -> Iterator[str]:
    """One line a way of finding: found, wrong, made up."""
    yield "| Whole messages | commune found | another one | made up where none is named |"
    yield "|---|---|---|---|"
    rows = [(row["text"], set(several(row["expected_insee"]))) for row in rows_of(MESSAGES)]
    ways: dict[str, Callable[[str], set[str]]] = {
        "gazetteer and cues alone": by_gazetteer,
        "spaCy's entities alone": by_spacy,
        "both, as the assistant does": by_both,
    }
    for name, find in ways.items():
        found = [(find(text), expected) for text, expected in rows]
        naming = [(one, expected) for one, expected in found if expected]
        right = sum(bool(one & expected) for one, expected in naming)
        wrong = sum(bool(one) and not one & expected for one, expected in naming)
        made_up = sum(bool(one) for one, expected in found if not expected)
        yield f"| {name} | {right} of {len(naming)} | {wrong} | {made_up} of {len(found) - len(naming)} |"


def main() -> None:
    """Print the tables, or put them into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    tables = "\n".join((*table_of_typed((*TYPED, *given.places)), "", *table_of_messages()))
    print(tables)
    if given.write:
        before, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        PAGE.write_text(f"{before}{MARK}\n{tables}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
