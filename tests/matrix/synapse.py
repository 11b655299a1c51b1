"""A real homeserver in a process of its own: on this machine only, alone, with accounts made on demand."""

from __future__ import annotations

import hmac
import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.service import free_port

NAME = "pension.test"
SECRET = "only for tests"
LIMITS = {
    "rc_login": ["address", "account", "failed_attempts"],
    "rc_joins": ["local", "remote"],
    "rc_invites": ["per_room", "per_user", "per_issuer"],
    "rc_presence": ["per_user"],
    **dict.fromkeys(["rc_message", "rc_registration", "rc_joins_per_room", "rc_media_create", "rc_room_creation"], ()),
    **dict.fromkeys(["rc_user_directory", "rc_profile", "rc_admin_redaction", "rc_third_party_invite"], ()),
}
NO_LIMIT = {"per_second": 10_000, "burst_count": 10_000}
PATIENCE = 60  # seconds to start


@dataclass(frozen=True)
class Account:
    """Somebody's account; `token` opens a device of its own."""

    user_id: str
    password: str
    token: str
    device_id: str


class Synapse:
    """A homeserver whose data stand in `folder`; it can be killed, and started again at the same address."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder, self.database = folder, folder / "homeserver.sqlite"
        self._python, self._port = python, free_port()
        self.address = f"http://127.0.0.1:{self._port}"
        self._log, self._settings = folder / "log.txt", folder / "homeserver.yaml"
        self._settings.write_text(json.dumps(self._configuration()))  # JSON is YAML too
        self._run("--generate-keys").wait(timeout=PATIENCE)

    def _configuration(self) -> dict[str, Any]:
        listener = {"port": self._port, "type": "http", "tls": False, "bind_addresses": ["127.0.0.1"]}
        limits = {name: {part: NO_LIMIT for part in parts} or NO_LIMIT for name, parts in LIMITS.items()}
        return {
            "server_name": NAME,
            "public_baseurl": f"{self.address}/",
            "pid_file": str(self.folder / "pid"),
            "signing_key_path": str(self.folder / "signing.key"),
            "media_store_path": str(self.folder / "media"),
            "log_config": str(self._quiet_log()),
            "listeners": [{**listener, "resources": [{"names": ["client", "media"]}]}],
            "database": {"name": "sqlite3", "args": {"database": str(self.database)}},
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "report_stats": False,
            "enable_registration": False,
            "registration_shared_secret": SECRET,
            "macaroon_secret_key": SECRET,
            "form_secret": SECRET,
            "bcrypt_rounds": 4,
            "presence": {"enabled": False},
            **limits,
        }

    def _quiet_log(self) -> Path:
        path = self.folder / "log.yaml"
        handlers = {"console": {"class": "logging.StreamHandler"}}
        path.write_text(
            json.dumps({"version": 1, "handlers": handlers, "root": {"level": "WARNING", "handlers": ["console"]}})
        )
        return path

    def _run(self, *options: str) -> subprocess.Popen[bytes]:
        command = [
            str(self._python),
            "-I",
            "-m",
            "synapse.app.homeserver",
            "--config-path",
            str(self._settings),
            *options,
        ]
        with self._log.open("a") as output:
            return subprocess.Popen(
                command, cwd=self.folder, stdout=output, stderr=subprocess.STDOUT, env=_plain_environment()
            )

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = self._run()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self._process.poll() is None, self._log.read_text()
            try:
                if httpx.get(f"{self.address}/health").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(f"the homeserver did not start:\n{self._log.read_text()}")

    def stop(self) -> None:
        """Stop it as an administrator does."""
        self._process.terminate()
        self._process.wait(timeout=30)

    def kill(self) -> None:
        """Stop it without a word, as a cut of power does."""
        self._process.kill()
        self._process.wait(timeout=30)

    def account(self, name: str) -> Account:
        """A new account; the name must be free."""
        path, password = f"{self.address}/_synapse/admin/v1/register", f"le mot de passe de {name}"
        nonce = httpx.get(path).json()["nonce"]
        signed = "\0".join((nonce, name, password, "notadmin")).encode()
        mac = hmac.new(SECRET.encode(), signed, "sha1").hexdigest()
        wanted = {"nonce": nonce, "username": name, "password": password, "admin": False, "mac": mac}
        made = httpx.post(path, json=wanted).raise_for_status().json()
        return Account(made["user_id"], password, made["access_token"], made["device_id"])

    def stores(self, words: str) -> bool:
        """Do these words (plain ASCII) stand anywhere in its database?"""
        assert words.isascii()
        return any(words.encode() in file.read_bytes() for file in self.folder.glob(f"{self.database.name}*"))


def _plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
