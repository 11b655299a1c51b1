"""What was learnt, as bytes of a model archive, and back; a model of another version is refused."""

from __future__ import annotations

import pickle

from bot.nlu.understanding import Understanding

FILE = "understanding.pickle"
# To be raised when what is stored changes its form.
FORMAT = 2
TRAIN_AGAIN = "Le modèle vient d'une autre version : lancez « assistant train »."


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
    try:
        version, understanding = pickle.loads(content)  # noqa: S301 - our own archive
    except Exception as error:  # whatever an older archive holds
        raise OtherVersionError(TRAIN_AGAIN) from error
    if version != FORMAT:
        raise OtherVersionError(TRAIN_AGAIN)
    found: Understanding = understanding
    return found
