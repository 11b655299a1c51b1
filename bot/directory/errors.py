"""The one error of this package."""

from __future__ import annotations


class DirectoryError(Exception):
    """Something about the directory failed; the message is one French line fit to be shown."""
