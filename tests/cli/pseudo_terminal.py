"""The real command behind a real pseudo-terminal: what is sent are keys, what is read is what a screen would get."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.service import ROOT, SITES, TODAY

CODES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)")
STYLES = re.compile(r"\x1b\[(?:[0-9]+;)*[1-9][0-9]*m")
# What a terminal is told each time that a line may be edited: pasted lines are marked; then the cursor is shown.
READY = ("\x1b[?2004h", "\x1b[?25h")
UP, CONTROL_C, CONTROL_D = "\x1b[A", "\x03", "\x04"
GIVE_UP_AFTER = 240.0
BEGINNING = "Vous > "


def bare(text: str) -> str:
    """The words on the screen, hard spaces made plain."""
    return CODES.sub("", text).replace("\r", "").replace("\u00a0", " ").replace("\u202f", " ")


class Terminal:
    """A process whose terminal this is; `ready`: what the screen gets, in order, when a line may be typed."""

    def __init__(
        self, *command: str, folder: Path, columns: int = 80, ready: tuple[str, ...] = READY, **settings: str
    ) -> None:
        self._ready, self._bytes, self._read, self._seen = ready, b"", "", 0
        self._master, slave = pty.openpty()
        self._resize(slave, columns)
        environment = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS", "LINES"}}
        settings = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **settings}
        self._process = subprocess.Popen(
            [sys.executable, *command],
            cwd=folder,
            env={
                **environment,
                "ASSISTANT_TODAY": TODAY,
                "ASSISTANT_SITES_FILE": str(SITES),
                "RASA_TELEMETRY_ENABLED": "false",
                **settings,
            },
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C reaches it as from a keyboard
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait(timeout=30)
        os.close(self._master)

    def resize(self, columns: int) -> None:
        """As when the window is made narrower or wider."""
        self._resize(self._master, columns)  # which sends the signal: once, or the line would be drawn twice

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def until(self, text: str) -> str:
        """What is shown since the last time, up to a text that must come."""
        end = time.monotonic() + GIVE_UP_AFTER
        while (at := self._read.find(text, self._seen)) < 0:
            assert self._more() and time.monotonic() < end, f"« {text} » never came:\n{self._read[self._seen :]}"
        shown, self._seen = self._read[self._seen : at + len(text)], at + len(text)
        return shown

    def until_ready(self) -> str:
        """What is shown until a line may be typed."""
        return "".join(map(self.until, self._ready))

    def say(self, line: str) -> str:
        """Type a line; what is shown for it, what was typed included."""
        self.type(f"{line}\r")
        return self.until_ready()

    def end(self) -> tuple[str, int]:
        """What is shown until the process has ended, and its status."""
        while self._more():
            pass
        shown, self._seen = self._read[self._seen :], len(self._read)
        return shown, self._process.wait(timeout=30)

    def _more(self) -> bool:
        """Read what is there; False when nothing will come any more."""
        if not select.select([self._master], [], [], GIVE_UP_AFTER)[0]:
            return False
        try:
            some = os.read(self._master, 65536)
        except OSError:  # the other side is closed
            return False
        self._bytes += some
        self._read = self._bytes.decode(errors="ignore")  # the last letter may have come by half
        return bool(some)

    @staticmethod
    def _resize(terminal: int, columns: int) -> None:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))


def chat(folder: Path, *options: str, columns: int = 80, ready: tuple[str, ...] = READY, **settings: str) -> Terminal:
    """`assistant chat`, started in a folder."""
    return Terminal("-m", "bot.cli", "chat", *options, folder=folder, columns=columns, ready=ready, **settings)
