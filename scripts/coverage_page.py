"""Write docs/coverage.md: what is answered, for whom, from which facts and sources, and when it was checked.

    python -m scripts.coverage_page

Everything comes from content/; run it again when an answer, a guide or a neighbour changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.catalogue import AnswerFile, Catalogue, catalogue
from bot.cli.content_checks import examples_by_intent
from bot.dialogue.for_whom import adapts_to
from bot.dialogue.guides import Guide, guides
from bot.settings import ROOT

PAGE = ROOT / "docs" / "coverage.md"
SCHEMES = {
    "general_employee": "employees",
    "agri_employee": "agricultural employees",
    "self_employed": "self-employed",
    "agri_self_employed": "farmers",
    "civil_servant": "civil servants",
    "special_scheme": "special schemes",
}


def page() -> str:
    """The whole page."""
    return "\n".join(_lines(catalogue(), tuple(guides().values()))) + "\n"


def _lines(known: Catalogue, all_guides: tuple[Guide, ...]) -> Iterator[str]:
    topics = [known[topic] for topic in known.ids("answers")]
    examples = examples_by_intent()
    dates = sorted(topic.head.verified_on for topic in topics)
    yield "# Coverage"
    yield ""
    yield "Written by `scripts/coverage_page.py` from `content/`: do not edit it by hand."
    yield ""
    yield f"{len(topics)} topics, checked against their sources between {dates[0]} and {dates[-1]}. Facts are those"
    yield "of the fact base (`facts` of each file). A source in **bold** is one whose own text was read for the check."
    yield "`assistant check --review` lists what is due for a new check."
    yield ""
    header = ("Topic", "Title", "Checked on", "Holds for", "Adapts to", "Sources", "Facts", "Examples", "Guide")
    yield from _table(header, (_topic(entry, len(examples.get(entry.id, ()))) for entry in topics))
    yield ""
    yield "## Guides"
    yield ""
    yield from _table(
        ("Guide", "Label", "Goal", "Topic"), ((f"`{g.id}`", g.label, f"`{g.goal}`", f"`{g.topic}`") for g in all_guides)
    )
    yield ""
    yield "## Known to be outside"
    yield ""
    yield "For these subjects the assistant says who answers."
    yield ""
    outside = [known[neighbour] for neighbour in known.ids("neighbours")]
    yield from _table(("Subject", "Title", "Checked on"), ((f"`{n.id}`", n.head.title, _day(n)) for n in outside))


def _topic(entry: AnswerFile, examples: int) -> tuple[str, ...]:
    head = entry.head
    schemes = ", ".join(SCHEMES[scheme] for scheme in head.valid_for) or "everybody"
    adapts = ", ".join(sorted(adapts_to(entry)))
    read = [f"**{name}**" if name in head.checked_against else name for name in head.sources]
    read += [f"**{name}**" for name in head.checked_against if name not in head.sources]
    guide = f"`{head.guide}`" if head.guide else ""
    cells = (f"`{entry.id}`", head.title, _day(entry), schemes, adapts, ", ".join(read), ", ".join(head.facts))
    return *cells, str(examples), guide


def _day(entry: AnswerFile) -> str:
    return entry.head.verified_on.isoformat()


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield _row(header)
    yield _row(("---",) * len(header))
    yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
