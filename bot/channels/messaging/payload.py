"""Reading what a messenger brings: nothing in it has the type that one expects until it is looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sanic.request import Request

# As long as the server takes them: a reply holds the whole message that it replies to, escaped.
LONGEST_PAYLOAD = 64_000


def payload(request: Request) -> Mapping[str, Any] | None:
    """The JSON object of a request; None when it has none, or one that is too long."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" or len(request.body) > LONGEST_PAYLOAD:
        return None
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def part(value: Any, *keys: str) -> Mapping[str, Any]:
    """The object under these keys; an empty one when there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def words(value: Any) -> str | None:
    """A text, whatever halves of characters it holds replaced; None when it is none."""
    if not isinstance(value, str):
        return None
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def whole_number(value: Any) -> int | None:
    """A whole number; None when it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def position(latitude: Any, longitude: Any) -> tuple[float, float] | None:
    """A place on Earth, in degrees; None when it is none."""
    both = (latitude, longitude)
    if any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in both):
        return None
    # Said so that what is not a number is not a place either.
    return (float(latitude), float(longitude)) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
