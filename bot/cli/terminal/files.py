"""Files of a conversation: written when the person says so, where the command was started, over nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

MOST_OF_A_NAME = 100


class NotSaved(OSError):
    """The file could not be written."""


def save(filename: str, content: str, folder: Path) -> Path:
    """Write a file that only its owner may read; beside an older one of that name, under the next free one.

    Raises:
        NotSaved: the folder takes no file.
    """
    for path in _names(folder, Path(filename)):
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as error:
            raise NotSaved(error.errno) from error
        try:
            with os.fdopen(descriptor, "wb") as file:  # in bytes: a calendar has line ends of its own
                file.write(content.encode())
        except OSError as error:
            path.unlink(missing_ok=True)
            raise NotSaved(error.errno) from error
        return path
    raise NotSaved


def _names(folder: Path, wanted: Path) -> Iterator[Path]:
    yield folder / wanted.name
    for number in range(2, MOST_OF_A_NAME):
        yield folder / f"{wanted.stem}-{number}{wanted.suffix}"
