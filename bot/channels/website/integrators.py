"""Programs that speak for many people from one network address: known by a key, and not limited by that address.

The keys stand in ASSISTANT_API_KEYS (separated by spaces), or in the file that ASSISTANT_API_KEYS_FILE names.
"""

from __future__ import annotations

import hmac

from sanic.request import Request

from bot.channels.secrets import secret
from bot.channels.website.requests import Refusal, address_of

HEADER = "X-Assistant-Key"
KEYS = "ASSISTANT_API_KEYS"
SHORTEST_KEY = 20  # characters: a shorter one can be guessed


def address_counted(request: Request) -> str | None:
    """The address whose requests are counted; None for an integrator, who is trusted to limit its own people.

    Raises:
        Refusal: the key is not one of ours.
    """
    key = request.headers.get(HEADER.lower(), "")
    if not key:
        return address_of(request)
    sent = key.encode(errors="surrogateescape")  # a header may hold bytes that are no text
    if not any(hmac.compare_digest(sent, known.encode()) for known in _keys()):
        raise Refusal(401, "unknown_key", "Cette clé n'est pas connue de l'assistant.")
    return None


def _keys() -> list[str]:
    kept = secret(KEYS)
    return [key for key in kept.reveal().split() if len(key) >= SHORTEST_KEY] if kept else []
