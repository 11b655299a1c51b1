"""The directory over HTTP: the France services sites near a place, or near a rounded position, as a message.

POST api/v1/france-services/nearest  {"place": words} or {"latitude", "longitude"}: {"found", "message"}

`found` is "resolved" (the message holds the cards), "ambiguous" (it asks which commune, each choice can be sent back as
`place`), "unknown" or "abroad" (it says so). Nothing of a request is kept: neither words nor position.
"""

from __future__ import annotations

from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.answers.message import Message
from bot.answers.plain_text import plain_text
from bot.channels.limits import BUSY, PerAddress, TooMany
from bot.channels.website.integrators import address_counted
from bot.channels.website.requests import Refusal, check_origin, json_of, origin_headers
from bot.dialogue.nearby import found_around, found_for
from bot.settings import now

PATH = "/api/v1/france-services/nearest"
PER_MINUTE = 60
LONGEST_PLACE = 300  # characters
NO_PLACE = "Donnez une commune, un code postal ou une position."


def add_nearby(routes: Blueprint) -> None:
    """Add the route to those of the website."""
    limit = PerAddress(PER_MINUTE)

    @routes.options(PATH, name="preflight_nearest")
    async def _preflight(request: Request) -> HTTPResponse:
        check_origin(request)
        return HTTPResponse(status=204, headers=origin_headers(request))

    @routes.post(PATH)
    async def _nearest(request: Request) -> HTTPResponse:
        check_origin(request)
        address = address_counted(request)
        try:
            if address is not None:
                limit.count(address)
        except TooMany as error:
            raise Refusal(429, "too_many", BUSY) from error
        found, message = _asked(json_of(request))
        return json({"found": found, "message": _as_json(message)}, headers=origin_headers(request))


def _asked(body: dict[str, Any]) -> tuple[str, Message]:
    place = body.get("place")
    if isinstance(place, str) and place.strip():
        return found_for(place[:LONGEST_PLACE], now())
    latitude, longitude = _degrees(body.get("latitude"), 90), _degrees(body.get("longitude"), 180)
    if latitude is None or longitude is None:
        raise Refusal(400, "no_place", NO_PLACE)
    return found_around(latitude, longitude, now())


def _degrees(value: Any, most: int) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and -most <= value <= most else None


def _as_json(message: Message) -> dict[str, Any]:
    """The canonical form without what only a conversation understands; a choice is a text to send back."""
    shown = {key: value for key, value in message.as_dict().items() if key not in {"choices", "result"}}
    labels = [{"label": choice.label} for choice in message.choices if choice.label == choice.payload]
    return {**shown, "text": plain_text(message), **({"choices": labels} if labels else {})}
