"""A file made for the person, and the same in words for channels that send no files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from bot.answers.message import Attachment, Message
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guides
from bot.dialogue.results import result
from bot.dialogue.take_away import for_the_calendar, to_print
from tests.dialogue.speech import paths
from tests.parity.delivered import text_parts
from tests.parity.messages import MOMENT, ON, canonical
from tests.parity.missing import folded, missing
from tests.parity.oracle import day, told

WALKS = 4
each_guide = pytest.mark.parametrize("guide", [one.id for one in guides().values() if one.goal != PLACES])
_LIMIT = "Date limite\u00a0: "
_BOUNDS = re.compile(r"Date exacte non connue\u00a0: (.+?)\.")


def _results(guide: str) -> Iterator[tuple[Message, Attachment, list[Attachment]]]:
    """Ends of a guide, the page to print, and the calendar file where there is one."""
    for end, _ in paths(guides()[guide], WALKS):
        (page,) = to_print(end, ON, MOMENT).attachments
        yield result(end, ON, MOMENT), page, list(for_the_calendar(end, ON).attachments)


@each_guide
def test_a_page_in_words_tells_the_whole_result(guide: str) -> None:
    for message, page, _ in _results(guide):
        wanted = told(canonical(replace(message, closing=(), choices=())), files_in_words=True)
        assert missing(wanted, text_parts([page.text])) == []


@each_guide
def test_a_page_in_words_tells_nothing_that_the_page_does_not(guide: str) -> None:
    for _, page, _ in _results(guide):
        known = set(re.findall(r"\w+", folded(page.content)))
        # Headings of lists, and the numbers of their items, are the text's own.
        lines = [re.sub(r"^\d+\. ", "", line) for line in page.text.splitlines() if not line.endswith(":")]
        strange = {word for line in lines for word in re.findall(r"\w+", folded(line))} - known
        assert strange == set()


@each_guide
def test_a_calendar_in_words_tells_each_day_and_how_sure_it_is(guide: str) -> None:
    for _, _, files in _results(guide):
        for file in files:
            entries = Calendar.from_ical(file.content).walk("VEVENT")
            lines = file.text.splitlines()
            assert len(lines) == len(entries)
            for line, entry in zip(lines, entries, strict=True):
                start: date = entry.decoded("DTSTART")
                summary, bounds = str(entry["SUMMARY"]), _BOUNDS.search(str(entry["DESCRIPTION"]))
                wanted = [day(start.isoformat()), summary.removeprefix(_LIMIT).partition(" (")[0]]
                wanted += ["date limite"] if summary.startswith(_LIMIT) else []
                wanted += [bounds[1]] if bounds else []
                assert [piece for piece in wanted if folded(piece) not in folded(line)] == [], line
