"""The gateway as people run it: a process of its own, which can be killed and started again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from tests.matrix.synapse import Account
from tests.service import ROOT, TODAY

COMMAND = [sys.executable, "-m", "bot.cli", "matrix"]
CONNECTED = "Connecté à Matrix"
PATIENCE = 60  # seconds to start


class Gateway:
    """A gateway whose data stand in `folder`."""

    def __init__(self, folder: Path, homeserver: str, account: Account, assistant: str, **settings: str) -> None:
        self.folder, self.user_id = folder, account.user_id
        self._homeserver, self._token = homeserver.rstrip("/"), account.token
        self._log = folder / "log.txt"
        ours = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_MATRIX_")}
        self._environment = {
            **ours,
            "ASSISTANT_MATRIX_HOMESERVER": homeserver,
            "ASSISTANT_MATRIX_USER": account.user_id,
            "ASSISTANT_ADDRESS": assistant,
            "ASSISTANT_DATA_DIR": str(folder / "data"),
            "ASSISTANT_TODAY": TODAY,
            "PYTHONUNBUFFERED": "1",
            **({} if "ASSISTANT_MATRIX_TOKEN" in settings else {"ASSISTANT_MATRIX_PASSWORD": account.password}),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """All that it has printed, every start together."""
        return self._log.read_text() if self._log.exists() else ""

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it says that it is connected."""
        before = self.log.count(CONNECTED)
        with self._log.open("a") as output:
            self._process = subprocess.Popen(
                COMMAND, cwd=ROOT, env=self._environment, stdout=output, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + PATIENCE
        while wait and self.log.count(CONNECTED) == before:
            assert self._process.poll() is None, self.log
            assert time.monotonic() < deadline, f"the gateway did not start:\n{self.log}"
            time.sleep(0.05)

    def run(self) -> tuple[int, str]:
        """Start it with settings that it must refuse; gives its exit status and what it printed."""
        done = subprocess.run(
            COMMAND, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.returncode, done.stdout + done.stderr

    def stop(self) -> int:
        """Stop it as an administrator does; gives its exit status."""
        assert self._process
        self._process.terminate()
        return self._process.wait(timeout=30)

    def kill(self) -> None:
        """Stop it without a word, as a cut of power does; nothing when it is stopped already."""
        if self._process:
            self._process.kill()
            self._process.wait(timeout=30)

    def rooms(self) -> list[str]:
        """The rooms in which its account is."""
        return list(self._known("joined_rooms")["joined_rooms"])

    def devices(self, token: str) -> list[str]:
        """The devices of the account that a token opens."""
        return [device["device_id"] for device in self._known("devices", token)["devices"]]

    def _known(self, what: str, token: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token or self._token}"}
        answer = httpx.get(f"{self._homeserver}/_matrix/client/v3/{what}", headers=headers)
        return dict(answer.raise_for_status().json())

    def set(self, name: str, value: str) -> None:
        """Another setting, from the next start on."""
        self._environment[name] = value

    def is_running(self) -> bool:
        """Whether it has not stopped."""
        return self._process is not None and self._process.poll() is None
