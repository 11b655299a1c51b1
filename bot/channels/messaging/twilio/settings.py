"""What the operator sets for SMS and WhatsApp."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.channels.messaging.needs import Need
from bot.channels.secrets import Secret, secret
from bot.settings import SettingError

TOKEN, ADDRESS = "ASSISTANT_TWILIO_TOKEN", "ASSISTANT_TWILIO_ADDRESS"
PATH = "/webhooks/twilio/webhook"
NEEDS = (
    Need(
        TOKEN,
        "le jeton d'authentification (« Auth Token ») du compte Twilio ; deux, séparés par une espace, pour en changer",
    ),
    Need(ADDRESS, f"l'adresse publique donnée à Twilio, comme https://exemple.fr{PATH}", secret=False),
)
_TOKEN = re.compile(r"[0-9a-fA-F]{32}")


@dataclass(frozen=True)
class TwilioSettings:
    """`tokens`: one of them signs each request; `address`: where Twilio sends it, which the signature covers."""

    tokens: tuple[Secret, ...]
    address: str


def twilio_settings() -> TwilioSettings | None:
    """The settings of the environment; None when there are none.

    Raises:
        SettingError: one is missing, or cannot be what it should be.
    """
    kept, address = secret(TOKEN), os.environ.get(ADDRESS, "").strip()
    if kept is None and not address:
        return None
    if kept is None or not address:
        raise SettingError(f"Il manque {ADDRESS if kept else f'{TOKEN} (ou {TOKEN}_FILE)'}.")
    tokens = kept.reveal().split()
    if not all(_TOKEN.fullmatch(token) for token in tokens):
        raise SettingError(f"{TOKEN} : un jeton de Twilio compte 32 chiffres et lettres de a à f.")
    return TwilioSettings(tuple(Secret(token) for token in tokens), _https(address))


def _https(text: str) -> str:
    """The address without what follows "#": that is for Twilio alone, and not signed.

    Raises:
        SettingError: it is none, it does not lead here, or everything would travel for everybody to read.
    """
    address = text.partition("#")[0]
    try:
        parts = urlsplit(address)
        is_address = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or parts.username or re.search(r"\s", address):
        raise SettingError(f"{ADDRESS} doit être une adresse complète, comme https://exemple.fr{PATH}.")
    if not parts.path.endswith(PATH):
        raise SettingError(f"{ADDRESS} doit finir par {PATH}, comme https://exemple.fr{PATH}.")
    return address
