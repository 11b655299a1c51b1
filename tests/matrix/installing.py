"""The environment of the homeserver, `.tools/synapse-<version>`, made from `requirements-synapse.lock`.

To move to its newest version:

    echo matrix-synapse | uv pip compile - --python-version 3.10 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header --upgrade -o requirements-synapse.lock
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.service import ROOT

LOCK = ROOT / "requirements-synapse.lock"
TOOLS = ROOT / ".tools"
# Some networks sign with a certificate of their own: the system knows it, uv's own list does not.
SYSTEM_CERTIFICATES = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}


class CannotInstall(RuntimeError):
    """The environment of the homeserver could not be made."""


def synapse_python(lock: Path = LOCK, tools: Path = TOOLS) -> Path:
    """The Python that has the locked Synapse; its environment is made when it is not there, or not whole.

    Raises:
        CannotInstall: uv or the packages are out of reach.
    """
    version = re.findall(r"^matrix-synapse==(\S+)", lock.read_text(), re.M)[0]
    folder = tools / f"synapse-{version}"
    python, installed = folder / "bin" / "python", folder / "installed.lock"
    if installed.is_file() and installed.read_bytes() == lock.read_bytes():
        return python
    made = tools / f"{folder.name}.{os.getpid()}"
    uv = _find_uv(tools)
    _run([uv, "venv", "--quiet", "--relocatable", "--python", sys.executable, str(made)])
    sync = [uv, "pip", "sync", "--quiet", "--python", f"{made}/bin/python", "--require-hashes", str(lock)]
    try:
        try:
            _run(sync)
        except CannotInstall:
            _run(sync, SYSTEM_CERTIFICATES)
        shutil.copyfile(lock, made / "installed.lock")
        # Tests may run in several processes: one of them puts it in its place, whole.
        if not (installed.is_file() and installed.read_bytes() == lock.read_bytes()):
            shutil.rmtree(folder, ignore_errors=True)
            made.rename(folder)
    except OSError as error:
        if not installed.is_file():
            raise CannotInstall(str(error)) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return python


def _find_uv(tools: Path) -> str:
    own = tools / "uv" / "bin" / "uv"
    found = shutil.which("uv") or (str(own) if own.exists() else None)
    if found is None:
        pip = ["python3", "-m", "pip", "install", "--quiet", "--root-user-action=ignore"]
        _run([*pip, "--target", f"{tools}/uv", "uv"])
    return found or str(own)


def _run(command: Sequence[str], extra: Mapping[str, str] | None = None) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **(extra or {})})
    except OSError as error:
        raise CannotInstall(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise CannotInstall(error.stderr.strip() or str(error)) from error
