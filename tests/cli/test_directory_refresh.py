"""The list is renewed behind a server: when it is old, once a day at most, without a word of trouble."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.cli import directory_refresh
from bot.cli.directory_refresh import TRIED, DirectoryRefresh, is_due
from bot.directory.errors import DirectoryError
from bot.directory.official.update import UpdateReport, Wanted, update
from bot.directory.sites.store import load_sites
from bot.settings import directory_refresh as is_wanted
from tests.directory.lists import many

TODAY = date(2026, 11, 21)
MOMENT = 1_795_000_000.0  # some day; only differences count


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "liste-20261002.csv"
    path.write_text(many(1_010), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_TODAY", TODAY.isoformat())
    monkeypatch.delenv("ASSISTANT_SITES_FILE", raising=False)
    monkeypatch.delenv("ASSISTANT_DIRECTORY_REFRESH", raising=False)
    return tmp_path / "var"


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    caplog.set_level(logging.INFO, logger=directory_refresh.__name__)
    yield lambda: [record.getMessage() for record in caplog.records]
    assert not any(record.exc_info for record in caplog.records)


def downloaded(folder: Path, whole: Path, day: date) -> None:
    update(folder, Wanted(str(whole)), today=day)


def tried(folder: Path, moment: float) -> None:
    (folder / TRIED).touch()
    os.utime(folder / TRIED, (moment, moment))


def instead_of_the_network(monkeypatch: pytest.MonkeyPatch, do: Callable[[Path], UpdateReport]) -> list[Path]:
    """`do` stands for the download; gives the list of the calls."""
    calls: list[Path] = []

    def stand_in(folder: Path, **_: object) -> UpdateReport:
        calls.append(folder)
        return do(folder)

    monkeypatch.setattr(directory_refresh, "update", stand_in)
    return calls


def test_it_is_due_when_the_list_is_absent_or_was_downloaded_long_ago(folder: Path, whole: Path) -> None:
    assert is_due(folder, TODAY, MOMENT)
    for day, due in ((TODAY, False), (date(2026, 10, 22), False), (date(2026, 10, 21), True)):
        downloaded(folder, whole, day)
        assert is_due(folder, TODAY, MOMENT) is due  # the list itself is of 2 October all along


def test_it_is_due_when_the_list_broke(folder: Path, whole: Path) -> None:
    downloaded(folder, whole, TODAY)
    (folder / "france_services.csv").write_bytes(b"\0")
    assert is_due(folder, TODAY, MOMENT)


def test_a_list_of_unknown_origin_counts_from_its_file(folder: Path, whole: Path) -> None:
    folder.mkdir()
    (folder / "france_services.csv").write_bytes(whole.read_bytes())
    now = time.time()
    for age, due in ((0, False), (40, True)):
        os.utime(folder / "france_services.csv", (now - age * 86_400,) * 2)
        assert is_due(folder, date.fromtimestamp(now), now) is due
    downloaded(folder, whole, date(2036, 1, 1))  # by a clock that was wrong
    os.utime(folder / "france_services.csv", (now - 40 * 86_400,) * 2)
    assert is_due(folder, date.fromtimestamp(now), now)


def test_a_list_that_somebody_put_back_stays(folder: Path, whole: Path) -> None:
    from bot.directory.official.install import undo

    downloaded(folder, whole, date(2026, 1, 1))
    other = folder.parent / "autre.csv"
    other.write_text(many(1_100), encoding="utf-8")
    downloaded(folder, other, TODAY)
    undo(folder, TODAY)
    assert json.loads((folder / "france_services.json").read_text())["downloaded_on"] == "2026-01-01"
    assert not is_due(folder, TODAY, MOMENT)


def test_one_try_a_day_whatever_restarts(folder: Path) -> None:
    folder.mkdir()
    for ago, due in ((60, False), (86_000, False), (86_500, True), (-9_999, True)):
        tried(folder, MOMENT - ago)
        assert is_due(folder, TODAY, MOMENT) is due


def test_the_new_list_is_read_before_anybody_asks(
    folder: Path, whole: Path, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    calls = instead_of_the_network(monkeypatch, lambda folder: update(folder, Wanted(str(whole)), today=TODAY))
    loaded: list[str] = []

    def load(path: Path | None, data_dir: Path) -> object:
        loaded.append(threading.current_thread().name)
        return load_sites(path, data_dir)

    monkeypatch.setattr(directory_refresh, "load_sites", load)
    refresh = DirectoryRefresh(folder)
    refresh.start()
    wait_for(lambda: len(logged()) == 1)
    refresh.stop()
    assert logged() == ["Liste France services mise à jour : 1010 espaces."]
    assert set(loaded) == {"directory-refresh"} and len(loaded) == 2
    assert calls == [folder] and (folder / TRIED).is_file()
    assert not load_sites(None, folder).partial


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (DirectoryError("La liste France services n'a pas été mise à jour : essai."), "essai."),
        (OSError("disque"), "OSError"),
        (ZeroDivisionError("secret"), "ZeroDivisionError"),
    ],
)
def test_a_failure_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]], error: Exception, says: str
) -> None:
    def fail(_: Path) -> UpdateReport:
        raise error

    calls = instead_of_the_network(monkeypatch, fail)
    for _ in range(2):  # the second server of the day does not try again
        refresh = DirectoryRefresh(folder)
        refresh.start()
        wait_for(lambda: len(logged()) == 1)
        time.sleep(0.05)
        refresh.stop()
    assert len(logged()) == 1 and says in logged()[0] and "secret" not in logged()[0]
    assert calls == [folder]


def test_a_folder_where_nothing_can_be_written_is_one_line(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    folder.write_text("a file")
    calls = instead_of_the_network(monkeypatch, lambda _: pytest.fail("no try that cannot be remembered"))
    refresh = DirectoryRefresh(folder)
    refresh.start()
    wait_for(lambda: len(logged()) == 1)
    refresh.stop()
    assert calls == [] and "FileExistsError" in logged()[0]


@pytest.mark.parametrize("setting", [("ASSISTANT_SITES_FILE", "liste.csv"), ("ASSISTANT_DIRECTORY_REFRESH", "0")])
def test_it_leaves_the_choice_of_the_operator_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, setting: tuple[str, str]
) -> None:
    assert is_wanted()
    monkeypatch.setenv(*setting)
    calls = instead_of_the_network(monkeypatch, lambda _: pytest.fail("unwanted"))
    before = threading.active_count()
    DirectoryRefresh(folder).start()
    assert threading.active_count() == before and calls == [] and not folder.exists()


def test_a_server_that_stops_does_not_wait_for_a_download(
    folder: Path, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    started = threading.Event()

    def endless(folder: Path, *, progress: Callable[[int, None], None], **_: object) -> UpdateReport:
        started.set()
        while True:
            progress(1, None)
            time.sleep(0.01)

    monkeypatch.setattr(directory_refresh, "update", endless)
    refresh = DirectoryRefresh(folder)
    refresh.start()
    assert started.wait(10)
    refresh.stop()
    wait_for(lambda: not any(thread.name == "directory-refresh" for thread in threading.enumerate()))
    assert logged() == []


def wait_for(happened: Callable[[], bool]) -> None:
    for _ in range(500):
        if happened():
            return
        time.sleep(0.02)
    raise AssertionError("nothing happened")
