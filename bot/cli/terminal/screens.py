"""What standard output can show, at this moment: a terminal may be made narrower during a conversation."""

from __future__ import annotations

import os
import shutil
import sys

from bot.cli.terminal.lines import Screen

MOST_COLUMNS = 88
FEWEST_COLUMNS = 20


def current_screen(*, plain: bool = False) -> Screen:
    """`plain`: words alone, for a voice, whatever the terminal. See https://no-color.org."""
    if plain or not sys.stdout.isatty():
        return Screen(drawings=not plain)
    columns = shutil.get_terminal_size().columns
    styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in ("", "dumb")
    return Screen(min(max(columns, FEWEST_COLUMNS), MOST_COLUMNS), styled)
