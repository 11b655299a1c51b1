"""The trained assistant in this process: newest model, in-process actions, conversations in memory only."""

from __future__ import annotations

from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.exceptions import RasaException

from bot.adapters import quick_validation
from bot.adapters.inline_actions import InlineActions
from bot.adapters.tracker_store import ForgettingTrackerStore
from bot.settings import models_dir


class NoModelError(RuntimeError):
    """No trained model was found; the message is one French line."""


def newest_model(folder: Path | None = None) -> Path:
    """The newest model archive.

    Raises:
        NoModelError: there is none.
    """
    archives = sorted((folder or models_dir()).glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not archives:
        raise NoModelError("Aucun modèle entraîné : lancez « assistant train » (ou « make train »).")
    return archives[-1]


def load_agent(model: Path | None = None) -> Agent:
    """An agent ready to talk; nothing of a conversation leaves its memory.

    Raises:
        NoModelError: no model, or one of another version.
    """
    archive = model or newest_model()
    quick_validation.install()
    try:
        return Agent.load(
            str(archive),
            action_endpoint=InlineActions(),
            tracker_store=ForgettingTrackerStore(),
            lock_store=InMemoryLockStore(),
        )
    except RasaException as error:
        raise NoModelError(str(error)) from error
