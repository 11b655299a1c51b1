"""Files are written over nothing, for their owner alone, where it was asked; typed identifiers are not recalled."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.cli.terminal.files import NotSaved, save
from bot.cli.terminal.keyboard import MaskedHistory
from bot.privacy.redaction import redact
from tests.privacy.test_redaction import BODIES, nir

CONTENT = "BEGIN:VCALENDAR\r\nété\r\n"


def test_a_file_holds_what_it_was_given_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = save("dates.ics", CONTENT, tmp_path)
    assert path == tmp_path / "dates.ics"
    assert path.read_bytes() == CONTENT.encode()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "dates.ics").write_text("à moi")
    (tmp_path / "elsewhere").write_text("à moi aussi")
    (tmp_path / "dates-2.ics").symlink_to(tmp_path / "elsewhere")
    assert save("dates.ics", CONTENT, tmp_path).name == "dates-3.ics"
    assert (tmp_path / "dates.ics").read_text() == "à moi"
    assert (tmp_path / "elsewhere").read_text() == "à moi aussi"


def test_a_name_never_leads_to_another_folder(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    assert save("../outside.html", CONTENT, folder).parent == folder


def test_a_folder_that_takes_no_file_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        save("dates.ics", CONTENT, tmp_path / "missing")


def test_what_is_recalled_has_its_identifiers_masked() -> None:
    history, typed = MaskedHistory(), f"mon numéro est {nir(BODIES[0])}"
    history.append_string(typed)
    assert history.get_strings() == [redact(typed).text]
    assert BODIES[0] not in "".join(history.get_strings())
