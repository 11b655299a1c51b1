"""Updates as Telegram sends them: the shapes of tests/data/telegram, with the words of a test."""

from __future__ import annotations

import copy
import itertools
import json
from pathlib import Path
from typing import Any

import httpx

from tests.service import ROOT

FOLDER = ROOT / "tests" / "data" / "telegram"
SECRET = "a-word-of-the_test"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
PEER = 700000001
_numbers = itertools.count(900000)


def shape(name: str) -> dict[str, Any]:
    """A recorded shape, under an update number of its own."""
    update: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {**update, "update_id": next(_numbers)}


def files() -> list[Path]:
    """All recorded shapes."""
    return sorted(FOLDER.glob("*.json"))


def text(words: str, peer: int = PEER) -> dict[str, Any]:
    """Somebody writes."""
    update = shape("text")
    update["message"]["text"] = words
    return of(update, peer)


def press(data: str, sent: dict[str, Any] | None = None, peer: int = PEER) -> dict[str, Any]:
    """Somebody presses a button, of the message `sent` if given."""
    update = shape("press")
    update["callback_query"]["data"] = data
    if sent is not None:
        update["callback_query"]["message"]["reply_markup"] = copy.deepcopy(sent["reply_markup"])
    return of(update, peer)


def of(update: dict[str, Any], peer: int) -> dict[str, Any]:
    """The update, from that person."""
    for key in ("message", "edited_message"):
        if key in update:
            update[key]["chat"]["id"] = update[key]["from"]["id"] = peer
    if query := update.get("callback_query"):
        query["from"]["id"] = query["message"]["chat"]["id"] = peer
    return update


def bring(webhook: str, update: Any, secret: str = SECRET) -> httpx.Response:
    """What Telegram does with an update."""
    return httpx.post(webhook, json=update, headers={HEADER: secret}, timeout=60)
