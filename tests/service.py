"""A real assistant in a process of its own, started by the command that people use."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "data" / "sites.csv"
TODAY = "2026-11-21"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


class Service:
    """An assistant whose data stand in `folder`; it can be killed, and started again at the same address."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder, self._port = folder, free_port()
        self.address = f"http://localhost:{self._port}/"
        self._log = folder / "log.txt"
        self._environment = {
            **os.environ,
            "ASSISTANT_SITES_FILE": str(SITES),
            "ASSISTANT_TODAY": TODAY,
            "ASSISTANT_DIRECTORY_REFRESH": "0",
            "ASSISTANT_DATA_DIR": str(folder),
            **settings,
        }

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self._log.open("a") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve", "--port", str(self._port)],
                cwd=ROOT,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        for _ in range(600):
            assert self._process.poll() is None, self._log.read_text()
            try:
                if httpx.get(f"{self.address}health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise AssertionError(f"the service did not start:\n{self._log.read_text()}")

    def stop(self) -> None:
        """Stop it as an administrator does."""
        self._process.terminate()
        self._process.wait(timeout=30)

    def kill(self) -> None:
        """Stop it without a word, as a cut of power does."""
        self._process.kill()
        self._process.wait(timeout=30)
