"""The channels, each as what it makes of a canonical message: pure functions, as its own code has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from twilio.twiml.messaging_response import MessagingResponse

from bot.channels.matrix.parts import File, parts_of
from bot.channels.messaging.messenger import outgoing as messenger
from bot.channels.messaging.telegram import outgoing as telegram
from bot.channels.messaging.twilio import outgoing as twilio
from bot.channels.rendering.splitting import in_bytes, in_utf16
from bot.channels.sessions import Session
from bot.cli.terminal.lines import Screen
from bot.cli.terminal.message import message_lines
from tests.parity.delivered import (
    Delivered,
    html_parts,
    messenger_messages,
    on_terminal,
    telegram_calls,
    text_parts,
    twiml,
)
from tests.parity.missing import Fold, folded

Said = Mapping[str, Any]

_SIGNS = {"’": "'", "…": "...", "–": "-", "—": "-", "‑": "-", "œ": "oe", "•": "-", "×": "x", "−": "-", "›": ">"}
# The one word of ours that a carrier takes for itself, between its quotes.
_STOP, _LEAVE = re.compile(r'"stop"'), '"j\'arrete"'
_SCREEN = Screen(88, styled=True)


@dataclass(frozen=True)
class Channel:
    """`deliver`: an entry of a transcript, as the person gets it. `longest`: of a part, as `length` measures it.

    `fold`: what it may change of the signs of a text; `anyhow`: kinds of facts that it may break up over lines.
    """

    name: str
    deliver: Callable[[Said], Delivered]
    longest: int | None = None
    length: Callable[[str], int] = len
    most_parts: int | None = None
    sends_files: bool = False
    most_buttons: int = 0
    fold: Fold = folded
    anyhow: frozenset[str] = frozenset()


def entry(said: Said) -> dict[str, Any]:
    """A canonical message as it leaves the server: choices with ids."""
    return Session("nobody").issue(dict(said))


def in_sms(text: str) -> str:
    """Words without the signs that an SMS leaves out, and without accents, some of which it has."""
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    text = "".join(normalize("NFD", letter)[0] for letter in text)  # "À" may have lost what "à" keeps
    text = folded(re.sub(r"«\s*|\s*»|[“”]", '"', text))
    return _STOP.sub(_LEAVE, text)


def _matrix_files(said: Said) -> tuple[tuple[str, str], ...]:
    return tuple((part.name, part.content.decode()) for part in parts_of([said]) if isinstance(part, File))


def _matrix_body(said: Said) -> Delivered:
    contents = [part for part in parts_of([said]) if not isinstance(part, File)]
    text = text_parts(content["body"] for content in contents)
    return Delivered(text.parts, text.links, _matrix_files(said))


def _matrix_html(said: Said) -> Delivered:
    contents = [part for part in parts_of([said]) if not isinstance(part, File)]
    html = html_parts(content["formatted_body"] for content in contents)
    return Delivered(html.parts, html.links, _matrix_files(said), words_of_html=html.words_of_html)


def _telegram(said: Said) -> Delivered:
    return telegram_calls(telegram.outgoing(said))


def _messenger(said: Said) -> Delivered:
    return messenger_messages(messenger.outgoing(said))


def _sms(said: Said) -> Delivered:
    return twiml(_response(twilio.outgoing(said)))


def _whatsapp(said: Said) -> Delivered:
    return twiml(_response(twilio.outgoing(said, twilio.WHATSAPP)))


def _response(texts: list[str]) -> str:
    """As the webhook answers."""
    response = MessagingResponse()
    for text in texts:
        response.message(text)
    return str(response)


def _terminal(screen: Screen) -> Callable[[Said], Delivered]:
    def deliver(said: Said) -> Delivered:
        return on_terminal(message_lines(said, screen, by_number=said.get("expects") != "number"))

    return deliver


CHANNELS = (
    Channel("matrix-body", _matrix_body, 40_000, in_bytes, sends_files=True),
    Channel("matrix-formatted", _matrix_html, 40_000, in_bytes, sends_files=True),
    Channel("telegram", _telegram, 4_096, in_utf16, sends_files=True, most_buttons=100),
    Channel("messenger", _messenger, 2_000, in_utf16, most_buttons=13),
    Channel("sms", _sms, 1_600, in_utf16, most_parts=10, fold=in_sms),
    Channel("whatsapp", _whatsapp, 1_600, in_utf16, most_parts=10),
    # Long cells of a table are cut over several lines.
    Channel("terminal", _terminal(_SCREEN), anyhow=frozenset({"long row"})),
    Channel("piped", _terminal(Screen())),
)
