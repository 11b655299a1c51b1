"""What shows that a webhook is Messenger's, and a call ours: hashes keyed by the secret of the app."""

from __future__ import annotations

import hashlib
import hmac

from bot.channels.secrets import Secret

KIND = "sha256="


def is_signed(body: bytes, signature: str, secret: Secret) -> bool:
    """Whether this signature (the header X-Hub-Signature-256) is that of these very bytes."""
    expected = KIND + _keyed(secret, body)
    return hmac.compare_digest(signature.encode("utf-8", "surrogateescape"), expected.encode())


def proof(token: Secret, secret: Secret) -> str:
    """What goes with each call beside the token, which alone is then of no use to whoever steals it."""
    return _keyed(secret, token.reveal().encode())


def same(given: str, expected: Secret) -> bool:
    """Whether a word is the expected one, in a time that says nothing about it."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), expected.reveal().encode())


def _keyed(secret: Secret, content: bytes) -> str:
    return hmac.new(secret.reveal().encode(), content, hashlib.sha256).hexdigest()
