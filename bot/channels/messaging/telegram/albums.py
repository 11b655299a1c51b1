"""Pictures sent together, which Telegram brings as one update each: what has no words is answered once for all."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict

from bot.channels.messaging.telegram.incoming import Update

MOST_ALBUMS = 1_000


class Albums:
    """Which update of each album is answered, the album under a salted hash; in memory, the oldest go first."""

    def __init__(self, most: int = MOST_ALBUMS) -> None:
        self._most = most
        self._salt = secrets.token_bytes(32)
        self._first: OrderedDict[str, str] = OrderedDict()

    def is_answered(self, update: Update) -> bool:
        """Whether another update of its album is answered, and this one has no words of its own."""
        if update.album is None:
            return False
        name = f"{update.chat}\0{update.album}".encode()
        album = hashlib.blake2b(name, key=self._salt, digest_size=16).hexdigest()
        # The same update may be brought again, for what could not be sent.
        first = self._first.setdefault(album, update.incoming.identifier)
        while len(self._first) > self._most:
            self._first.popitem(last=False)
        return first != update.incoming.identifier and update.incoming.text is None
