"""A stand-in for Twilio: it signs as documented, and takes only the TwiML that it would take."""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import xml.etree.ElementTree as Tree
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx

DATA = Path(__file__).resolve().parents[3] / "data" / "twilio"
PUBLIC = "https://assistant.exemple.fr/webhooks/twilio/webhook"
TOKEN, FORMER_TOKEN = "0123456789abcdef" * 2, "fedcba9876543210" * 2
FORM = "application/x-www-form-urlencoded"
LONGEST, MOST = 1_600, 10
_numbers = itertools.count(1)


def recorded(name: str) -> dict[str, str]:
    """The fields of a request, as documented."""
    fields: dict[str, str] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return fields


def signature(fields: Mapping[str, str], address: str = PUBLIC, token: str = TOKEN) -> str:
    """The address, then each name and value in the order of the names, under HMAC-SHA1."""
    signed = address + "".join(f"{name}{fields[name]}" for name in sorted(fields))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def taken(response: httpx.Response) -> list[str]:
    """The messages that Twilio would send for this response.

    Raises:
        AssertionError: Twilio would refuse it.
    """
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == "text/xml"
    root = Tree.fromstring(response.content)
    assert root.tag == "Response"
    assert {child.tag for child in root} <= {"Message"}
    texts = ["".join(child.itertext()) for child in root]
    assert len(texts) <= MOST
    for text in texts:
        assert text.strip()
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    return texts


def fresh() -> str:
    """The identifier of a message that was never sent."""
    return f"SM{next(_numbers):032x}"


@dataclass
class Telephone:
    """Somebody who writes, by `sms` or `whatsapp`."""

    address: str
    kind: str = "sms"
    number: str = field(default_factory=lambda: f"+336{next(_numbers):08d}")

    def fields(self, text: str = "", name: str = "", **others: str) -> dict[str, str]:
        """The fields of a message, as one that was recorded has them."""
        sender = f"whatsapp:{self.number}" if self.kind == "whatsapp" else self.number
        found = {**recorded(name or self.kind), "From": sender, "MessageSid": fresh()}
        return {**found, **({"Body": text} if text else {}), **others}

    def post(self, fields: Mapping[str, str], signed: str | None = None) -> httpx.Response:
        """Send them, signed as Twilio does unless another signature is given."""
        headers = {"X-Twilio-Signature": signature(fields) if signed is None else signed, "Content-Type": FORM}
        return httpx.post(self.address, content=urlencode(fields), headers=headers, timeout=15)

    def say(self, text: str) -> list[str]:
        """Write something, and read the answer."""
        return taken(self.post(self.fields(text)))
