"""Webhooks as Messenger sends them: the shapes of tests/data/messenger, signed, with the words of a test."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
from pathlib import Path
from typing import Any

import httpx

from tests.channels.messaging.messenger.standin import SECRET
from tests.service import ROOT

FOLDER = ROOT / "tests" / "data" / "messenger"
HEADER = "X-Hub-Signature-256"
_numbers = itertools.count()


def shape(name: str) -> dict[str, Any]:
    """A recorded shape, its messages under names of their own."""
    webhook: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    for entry in webhook["entry"]:
        for event in entry.get("messaging", ()):
            for kind in ("message", "postback"):
                if "mid" in event.get(kind, {}):
                    event[kind]["mid"] = f"m_invented-{next(_numbers)}"
    return webhook


def files() -> list[Path]:
    """All recorded shapes."""
    return sorted(FOLDER.glob("*.json"))


def of(webhook: dict[str, Any], person: str) -> dict[str, Any]:
    """The webhook, from that person."""
    for entry in webhook["entry"]:
        for event in entry["messaging"]:
            event["sender"]["id"] = person
    return webhook


def text(words: str, person: str) -> dict[str, Any]:
    """Somebody writes."""
    webhook = of(shape("text"), person)
    webhook["entry"][0]["messaging"][0]["message"]["text"] = words
    return webhook


def press(payload: str, person: str) -> dict[str, Any]:
    """Somebody presses a quick reply."""
    webhook = of(shape("quick_reply"), person)
    webhook["entry"][0]["messaging"][0]["message"]["quick_reply"]["payload"] = payload
    return webhook


def together(*webhooks: dict[str, Any]) -> dict[str, Any]:
    """All their events in one, as when many write at once."""
    return {"object": "page", "entry": [entry for webhook in webhooks for entry in webhook["entry"]]}


def signed(body: bytes, secret: str = SECRET) -> str:
    """The signature of a body."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def bring(webhook: str, payload: Any, timeout: float = 60) -> httpx.Response:
    """What Messenger does with a webhook."""
    return post(webhook, json.dumps(payload).encode(), timeout=timeout)


def post(webhook: str, body: bytes, kind: str = "application/json", timeout: float = 60) -> httpx.Response:
    """A body with the signature that it must have."""
    return httpx.post(webhook, content=body, headers={HEADER: signed(body), "content-type": kind}, timeout=timeout)
