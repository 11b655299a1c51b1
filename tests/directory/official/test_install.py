"""Nothing is ever half in place: the list, what is said of it, and the list before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official import files, install
from bot.directory.official.install import undo
from bot.directory.official.update import Wanted, update
from bot.directory.sites.store import load_sites
from tests.directory.lists import many

TODAY = date(2026, 11, 21)
FILES = ["france_services.csv", "france_services.json"]
BOTH = ["france_services.csv", "france_services.json", "france_services.previous.csv", "france_services.previous.json"]


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory, whole: str) -> tuple[Path, Path]:
    """Two lists: 1,200 sites of 1 August 2024, 1,300 sites of 2 October 2026."""
    folder = tmp_path_factory.mktemp("given")
    old, new = folder / "liste-20240801.csv", folder / "liste-20261002.csv"
    old.write_text(whole, encoding="utf-8")
    new.write_text(many(1_300), encoding="utf-8")
    return old, new


def take(folder: Path, path: Path) -> None:
    update(folder, Wanted(str(path)), today=TODAY)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def in_use(folder: Path) -> tuple[int, date | None]:
    found = load_sites(data_dir=folder)
    return len(found.sites), found.date


def test_the_former_list_is_kept_and_can_be_put_back(tmp_path: Path, given: tuple[Path, Path]) -> None:
    take(tmp_path, given[0])
    assert names(tmp_path) == FILES
    take(tmp_path, given[1])
    assert names(tmp_path) == BOTH and in_use(tmp_path) == (1_300, date(2026, 10, 2))
    done = undo(tmp_path, TODAY)
    assert (len(done.back.sites), done.back.date) == in_use(tmp_path) == (1_200, date(2024, 8, 1))
    assert done.away is not None and done.away.date == date(2026, 10, 2)
    assert (tmp_path / "france_services.csv").read_bytes() == given[0].read_bytes()
    undo(tmp_path, TODAY)
    assert in_use(tmp_path) == (1_300, date(2026, 10, 2)) and names(tmp_path) == BOTH


def test_the_same_list_again_does_not_push_the_former_one_out(tmp_path: Path, given: tuple[Path, Path]) -> None:
    take(tmp_path, given[0])
    take(tmp_path, given[1])
    take(tmp_path, given[1])
    assert (tmp_path / "france_services.previous.csv").read_bytes() == given[0].read_bytes()


def test_a_list_that_broke_on_the_disk_does_not_push_the_former_one_out(
    tmp_path: Path, given: tuple[Path, Path]
) -> None:
    take(tmp_path, given[0])
    take(tmp_path, given[1])
    (tmp_path / "france_services.csv").write_bytes(b"\0" * 100)
    assert in_use(tmp_path) == (1_200, date(2024, 8, 1))
    take(tmp_path, given[1])
    assert (tmp_path / "france_services.previous.csv").read_bytes() == given[0].read_bytes()
    assert in_use(tmp_path)[0] == 1_300


def test_there_may_be_nothing_to_put_back(tmp_path: Path, given: tuple[Path, Path]) -> None:
    with pytest.raises(DirectoryError, match="remise en place"):
        undo(tmp_path / "absent", TODAY)
    with pytest.raises(DirectoryError, match="remise en place"):
        undo(tmp_path, TODAY)
    take(tmp_path, given[0])
    (tmp_path / "france_services.previous.csv").write_text("abîmée")
    with pytest.raises(DirectoryError, match="remise en place"):
        undo(tmp_path, TODAY)
    assert in_use(tmp_path) == (1_200, date(2024, 8, 1))


@pytest.mark.parametrize("steps", range(5))
def test_a_stop_between_two_files_mixes_nothing(
    tmp_path: Path, given: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    take(tmp_path, given[0])
    left = [steps]
    replace = Path.replace

    def stop_later(path: Path, target: Path) -> Path:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stop_later)
    try:
        take(tmp_path, given[1])
        stopped = False
    except KeyboardInterrupt:
        stopped = True
    monkeypatch.setattr(Path, "replace", replace)
    assert stopped == (steps < 4)
    assert in_use(tmp_path) in [(1_200, date(2024, 8, 1)), (1_300, None), (1_300, date(2026, 10, 2))]
    assert set(names(tmp_path)) <= set(BOTH)
    take(tmp_path, given[1])
    assert in_use(tmp_path) == (1_300, date(2026, 10, 2)) and names(tmp_path) == BOTH


def test_a_full_disk_leaves_the_list_in_use(
    tmp_path: Path, given: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    take(tmp_path, given[0])
    before = (tmp_path / "france_services.csv").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(DirectoryError, match="criture impossible") as caught:
        take(tmp_path, given[1])
    assert "\n" not in str(caught.value)
    assert (tmp_path / "france_services.csv").read_bytes() == before and names(tmp_path) == FILES


def test_two_updates_at_once_do_no_harm(tmp_path: Path, given: tuple[Path, Path]) -> None:
    take(tmp_path, given[0])
    threads = [threading.Thread(target=take, args=(tmp_path, path)) for path in given * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert in_use(tmp_path) in [(1_200, date(2024, 8, 1)), (1_300, date(2026, 10, 2))]
    assert names(tmp_path) == BOTH
    for name in ("france_services", "france_services.previous"):
        told = json.loads((tmp_path / f"{name}.json").read_text())
        assert told["sha256"] == install.hashlib.sha256((tmp_path / f"{name}.csv").read_bytes()).hexdigest()


def test_an_update_waits_for_another_but_not_for_ever(
    tmp_path: Path, given: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LOCK_TRIES", 2)
    take(tmp_path, given[0])
    with files.one_at_a_time(tmp_path), pytest.raises(DirectoryError, match="autre mise à jour"):
        take(tmp_path, given[1])
    take(tmp_path, given[1])


def test_what_a_killed_update_left_is_swept_in_time(tmp_path: Path, given: tuple[Path, Path]) -> None:
    for name, age in ((".france_services-mort", 2 * 86_400), (".france_services-vif", 60)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    take(tmp_path, given[0])
    assert names(tmp_path) == [".france_services-vif", *FILES]


@pytest.mark.parametrize("how", [signal.SIGINT, None])
def test_a_process_that_ends_meanwhile_leaves_nothing(tmp_path: Path, how: signal.Signals | None) -> None:
    code = (
        "import signal, sys, time, threading\nfrom pathlib import Path\n"
        # What starts the tests in the background may have told them to ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from bot.directory.official.files import temporary_file\n"
        "def hold():\n"
        "    with temporary_file(Path(sys.argv[1])):\n"
        "        print('held', flush=True)\n"
        "        time.sleep(60)\n"
        "if sys.argv[2] == 'main':\n    hold()\n"
        "threading.Thread(target=hold, daemon=True).start()\ntime.sleep(0.3)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path), "main" if how else "thread"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None and process.stdout.readline() == b"held\n"
    assert len(names(tmp_path)) == 1
    if how:
        process.send_signal(how)
    process.wait(timeout=20)
    process.stdout.close()
    assert names(tmp_path) == []
