"""The address of a messenger's interface, as whoever runs the service may set it."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from bot.settings import SettingError

_THIS_MACHINE = re.compile(r"(?:.+\.)?localhost|127(?:\.\d+){3}|::1")


def address(name: str, usual: str) -> str:
    """The address of the environment variable `name`, else `usual`; without its final slash.

    Raises:
        SettingError: it is none, or everything would travel for everybody to read.
    """
    text = os.environ.get(name, "").strip() or usual
    try:
        parts = urlsplit(text)
        is_address = bool(parts.hostname) and parts.scheme in {"https", "http"} and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or parts.query or parts.fragment or parts.username or re.search(r"\s", text):
        raise SettingError(f"{name} doit être une adresse, comme {usual}.")
    if parts.scheme == "http" and not _THIS_MACHINE.fullmatch(parts.hostname or ""):
        raise SettingError(f"{name} doit commencer par https : sinon, tout ce qui est écrit circule en clair.")
    return text.rstrip("/")
