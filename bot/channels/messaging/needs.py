"""What a messenger needs from whoever runs the service: names of settings, said in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """One setting: `name` in the environment, `what` it is, in French, on one line.

    `secret`: it may also stand in the file that `name`_FILE names, and is never shown. `optional`: it works without.
    """

    name: str
    what: str
    secret: bool = True
    optional: bool = False
