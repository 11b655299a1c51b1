"""What the gateway may not print nor keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.matrix.gateway import Gateway
from tests.matrix.person import Person

SESSION = "session.json"
SHORTEST = 8  # characters: a shorter text may stand anywhere by chance


def assert_keeps_nothing(gateway: Gateway, people: Sequence[Person], secrets: Iterable[str]) -> None:
    """Its log and its folder hold no words, no person and no secret; the token it was given may stand in its session.

    Keys of encryption are kept with the ids of those they belong to: there, only words and secrets are looked for.
    """
    words = {text for person in people for text in person.texts if len(text) >= SHORTEST}
    ids = {person.user_id for person in people}
    log = gateway.log
    assert "Traceback" not in log, log
    _assert_none(log.encode(), words | ids | set(secrets), "its log")
    for path in files_of(gateway):
        kept = path.read_bytes()
        _assert_none(kept, words | set(secrets), path.name)
        if not _holds_keys(path):
            _assert_none(kept, ids, path.name)


def files_of(gateway: Gateway) -> list[Path]:
    """Every file it keeps."""
    return [path for path in (gateway.folder / "data").rglob("*") if path.is_file()]


def _holds_keys(path: Path) -> bool:
    return path.name != SESSION and ".db" in path.name


def _assert_none(kept: bytes, words: Iterable[str], where: str) -> None:
    found = [word for word in words if word.encode() in kept]
    assert not found, f"{where} holds {found}"
