"""Several web servers in one process of tests."""

from __future__ import annotations

from sanic import Sanic
from sanic.touchup import TouchUp

_rewrite = TouchUp.run


def _rewrite_once(app: Sanic) -> None:
    """Sanic rewrites its own methods when it starts, to leave out what nobody listens to, and fails the second time."""
    if not any(hasattr(target, "__touched__") for target, _ in TouchUp._registry):
        _rewrite(app)


TouchUp.run = _rewrite_once
