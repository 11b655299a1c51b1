"""The trained assistant behind a channel, loaded once for all modules of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from tests.service import SITES, TODAY


@cache
def trained() -> Any:
    """The agent."""
    from bot.cli.runtime import start

    return start()


@contextmanager
def dated() -> Iterator[None]:
    """The day and the France services list that tests know."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSISTANT_TODAY", TODAY)
        patch.setenv("ASSISTANT_SITES_FILE", str(SITES))
        patch.setenv("ASSISTANT_DIRECTORY_REFRESH", "0")
        yield
