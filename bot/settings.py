"""Where things are and what the operator may set; read from the environment once per call, never cached."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
PARIS = ZoneInfo("Europe/Paris")


class SettingError(ValueError):
    """A setting cannot be read; the message is one French line for the person who set it."""


def today() -> date:
    """The date on which rules and figures are taken: ASSISTANT_TODAY (YYYY-MM-DD), else today in Paris."""
    text = os.environ.get("ASSISTANT_TODAY", "").strip()
    if not text:
        return datetime.now(PARIS).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingError(f"Date illisible : « {text} » (attendu : AAAA-MM-JJ).") from error


def data_dir() -> Path:
    """Where downloaded data is kept: ASSISTANT_DATA_DIR, else `var/` beside the code."""
    return Path(os.environ.get("ASSISTANT_DATA_DIR") or ROOT / "var")


def models_dir() -> Path:
    """Where trained models are kept: ASSISTANT_MODELS_DIR, else `models/` beside the code."""
    return Path(os.environ.get("ASSISTANT_MODELS_DIR") or ROOT / "models")


def sites_file() -> Path | None:
    """A list of France services sites given by the operator (ASSISTANT_SITES_FILE), or None."""
    text = os.environ.get("ASSISTANT_SITES_FILE", "").strip()
    return Path(text) if text else None


def directory_refresh() -> bool:
    """ASSISTANT_DIRECTORY_REFRESH=0 keeps a server from refreshing the France services list by itself."""
    return os.environ.get("ASSISTANT_DIRECTORY_REFRESH", "").strip() != "0"


def allowed_origins() -> frozenset[str]:
    """Other web origins allowed to talk to the website channel (ASSISTANT_ALLOWED_ORIGINS, separated by spaces)."""
    return frozenset(os.environ.get("ASSISTANT_ALLOWED_ORIGINS", "").split())


def use_tensorflow() -> bool:
    """ASSISTANT_TENSORFLOW=1 lets Rasa import TensorFlow; our pipeline does not need it."""
    return os.environ.get("ASSISTANT_TENSORFLOW", "0") == "1"


def now() -> datetime:
    """The moment of the conversation, in Paris; its date is `today()`."""
    moment = datetime.now(PARIS)
    return datetime.combine(today(), moment.timetz())
