"""What Twilio sends: whether it is really Twilio, and what the person says."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from bot.channels.messaging.door import Incoming
from bot.channels.secrets import Secret

LONGEST_BODY = 32_000  # bytes
MOST_FIELDS = 200
FORM = "application/x-www-form-urlencoded"
WHATSAPP = "whatsapp:"
# A person's telephone, or whoever WhatsApp vouches for; a short number or a name is a machine.
_PERSON = re.compile(rf"\+[1-9]\d{{6,14}}|{WHATSAPP}\S{{1,200}}")
_IDENTIFIER = re.compile(r"[A-Za-z0-9]{1,64}")


def fields_of(body: bytes, content_type: str) -> dict[str, str] | None:
    """The fields of a form, the empty ones too, which the signature covers; None when it is none, or too long."""
    if content_type.partition(";")[0].strip().lower() != FORM or len(body) > LONGEST_BODY:
        return None
    try:
        return dict(parse_qsl(body.decode("ascii"), True, errors="strict", max_num_fields=MOST_FIELDS))
    except ValueError:
        return None


def is_signed(fields: Mapping[str, str], signature: str, address: str, tokens: Sequence[Secret]) -> bool:
    """Whether whoever sent these fields to this address knows one of the tokens."""
    return any([RequestValidator(token.reveal()).validate(address, dict(fields), signature) for token in tokens])


def message_of(fields: Mapping[str, str]) -> Incoming | None:
    """The message of a person; None when nobody waits for an answer: a machine, or Twilio has answered by itself."""
    peer, identifier = fields.get("From", "").strip(), fields.get("MessageSid", "")
    if not _PERSON.fullmatch(peer) or not _IDENTIFIER.fullmatch(identifier) or fields.get("OptOutType"):
        return None
    position = _position(fields.get("Latitude", ""), fields.get("Longitude", ""))
    text = fields.get("Body", "").strip() or fields.get("ButtonText", "").strip()
    return Incoming(peer, identifier, text=None if position else text or None, position=position)


def _position(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        found = float(latitude), float(longitude)
    except ValueError:
        return None
    on_earth = all(math.isfinite(value) for value in found) and abs(found[0]) <= 90 and abs(found[1]) <= 180
    return found if on_earth else None
