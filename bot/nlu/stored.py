"""What was learnt, as bytes of a model archive, and back; a model of another version is refused."""

from __future__ import annotations

import pickle

from bot.nlu.understanding import Understanding

FILE = "understanding.pickle"
# To be raised when what is stored changes its form.
FORMAT = 2


class OtherVersionError(Exception):
    """The model was trained by another version of this code."""


def to_bytes(understanding: Understanding) -> bytes:
    """For the archive."""
    return pickle.dumps((FORMAT, understanding))


def from_bytes(content: bytes) -> Understanding:
    """From our own archive.

    Raises:
        OtherVersionError: it is in another form.
    """
    stored = pickle.loads(content)  # noqa: S301 - our own archive
    if not isinstance(stored, tuple) or stored[0] != FORMAT:
        raise OtherVersionError("Le modèle vient d'une autre version : lancez « assistant train ».")
    understanding: Understanding = stored[1]
    return understanding
