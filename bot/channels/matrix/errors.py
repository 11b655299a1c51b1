"""What can go wrong between the gateway and its two servers; none of it holds words of a person, names or secrets."""

from __future__ import annotations


class Away(Exception):
    """A server does not answer, or asks to wait: `after` seconds when it says how long."""

    def __init__(self, after: float | None = None) -> None:
        super().__init__()
        self.after = after


class HomeserverAway(Away):
    """The homeserver."""


class AssistantAway(Away):
    """The assistant."""


class Refused(Exception):
    """The homeserver will not do it, whenever it is asked; `code` is its error code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SignedOut(Exception):
    """The homeserver does not know our access token any more; `soft`: the device and its keys may be kept."""

    def __init__(self, soft: bool) -> None:
        super().__init__()
        self.soft = soft


class Forgotten(Exception):
    """The assistant does not know the conversation any more."""


class NotTaken(Exception):
    """The assistant does not take a message; `words` is its French sentence."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
