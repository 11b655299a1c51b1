"""Secrets come from the environment or from a file of one's own, and nothing shows them."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import pytest

from bot.channels.secrets import CREDENTIALS, LONGEST_SECRET, Secret, secret
from bot.settings import SettingError

NAME, WORD = "SECRET_OF_A_TEST", "mot-très-secret"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that holds the secret, and that the environment names."""
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.delenv(CREDENTIALS, raising=False)
    path = tmp_path / "secret"
    path.write_text(f"{WORD}\n", encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv(f"{NAME}_FILE", str(path))
    return path


def refusal() -> str:
    """The French line, which shows the secret nowhere, not even in the causes of the exception."""
    with pytest.raises(SettingError) as raised:
        secret(NAME)
    assert WORD not in "".join(traceback.format_exception(raised.type, raised.value, raised.tb))
    said = str(raised.value)
    assert "\n" not in said and said.endswith(".") and said.startswith(NAME)
    return said


def test_none_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (NAME, f"{NAME}_FILE"):
        monkeypatch.setenv(name, "  ")
    assert secret(NAME) is None


def test_it_is_read_from_the_environment_without_its_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(f"{NAME}_FILE", raising=False)
    monkeypatch.setenv(NAME, f" {WORD}\n")
    found = secret(NAME)
    assert found is not None and found.reveal() == WORD


def test_it_is_read_from_a_file_of_one_s_own(kept: Path) -> None:
    for mode in (0o600, 0o400):
        kept.chmod(mode)
        found = secret(NAME)
        assert found is not None and found.reveal() == WORD


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{!r}".format, lambda one: "%s %r" % (one, one)])  # noqa: UP031
def test_no_way_of_writing_it_shows_it(shown: object) -> None:
    assert callable(shown)
    assert WORD not in shown(Secret(WORD))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o601])
def test_a_file_that_others_may_use_is_refused(kept: Path, mode: int) -> None:
    kept.chmod(mode)
    assert "chmod 600" in refusal()


def test_a_credential_of_systemd_may_be_read_by_its_group(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CREDENTIALS, str(kept.parent))
    for mode in (0o440, 0o640):
        kept.chmod(mode)
        found = secret(NAME)
        assert found is not None and found.reveal() == WORD


@pytest.mark.parametrize("mode", [0o444, 0o460, 0o450, 0o404, 0o442, 0o620])
def test_a_credential_that_others_may_use_otherwise_is_refused(
    kept: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    monkeypatch.setenv(CREDENTIALS, str(kept.parent))
    kept.chmod(mode)
    assert "chmod 600" in refusal()


@pytest.mark.parametrize("folder", ["", ".", "beside", "beside-it", "beside/secret"])
def test_a_file_elsewhere_is_no_credential_wherever_it_seems_to_be(
    kept: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    credentials = kept.parent / "beside"
    credentials.mkdir()
    (credentials / "secret").symlink_to(kept)
    kept.chmod(0o440)
    monkeypatch.chdir(kept.parent)
    monkeypatch.setenv(CREDENTIALS, str(kept.parent / folder) if folder.startswith("beside") else folder)
    for path in (kept, credentials / "secret", credentials / ".." / "secret"):
        monkeypatch.setenv(f"{NAME}_FILE", str(path))
        assert "chmod 600" in refusal()


def test_two_at_once_are_refused(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, WORD)
    assert f"{NAME}_FILE" in refusal()


def test_a_file_that_is_not_there_is_refused(kept: Path) -> None:
    kept.unlink()
    assert str(kept) in refusal()


@pytest.mark.parametrize("content", ["", " \n\t\n"])
def test_an_empty_file_is_refused(kept: Path, content: str) -> None:
    kept.write_text(content)
    assert "vide" in refusal()


def test_a_file_that_is_not_text_is_refused(kept: Path) -> None:
    kept.write_bytes(WORD.encode() + b"\xff\xfe")
    assert "UTF-8" in refusal()


def test_a_file_too_large_to_be_a_secret_is_refused(kept: Path) -> None:
    kept.write_text("a" * (LONGEST_SECRET + 1))
    refusal()


def test_what_is_no_file_is_refused_and_not_waited_for(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = kept.with_name("pipe")
    os.mkfifo(pipe, 0o600)
    for path in (kept.parent, pipe, Path("/dev/null")):
        monkeypatch.setenv(f"{NAME}_FILE", str(path))
        assert str(path) in refusal()
