"""What the operator sets for Telegram; nothing set: the channel is off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.channels.messaging.address import address
from bot.channels.messaging.needs import Need
from bot.channels.secrets import Secret, secret
from bot.settings import SettingError

TOKEN, SECRET, API = "ASSISTANT_TELEGRAM_TOKEN", "ASSISTANT_TELEGRAM_SECRET", "ASSISTANT_TELEGRAM_API"
OFFICIAL = "https://api.telegram.org"
NEEDS = (
    Need(TOKEN, "le jeton du robot, donné par BotFather"),
    Need(SECRET, "le mot que Telegram joint à chaque message pour prouver que c'est lui"),
    Need(API, f"l'adresse de l'interface de Telegram, si ce n'est pas {OFFICIAL}", secret=False, optional=True),
)
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True)
class TelegramSettings:
    """The bot's token, the word that updates must come with, and the address of the Bot API."""

    token: Secret
    secret: Secret
    api: str


def telegram_settings() -> TelegramSettings | None:
    """The settings of the environment; None when there are none.

    Raises:
        SettingError: one is missing, or cannot be read.
    """
    token, word = secret(TOKEN), secret(SECRET)
    if token is None and word is None:
        return None
    if token is None or word is None:
        missing = TOKEN if token is None else SECRET
        raise SettingError(f"Telegram : il manque {missing} (ou le même nom suivi de _FILE).")
    if not _TOKEN.fullmatch(token.reveal()):
        raise SettingError(
            f"{TOKEN} n'a pas la forme d'un jeton de BotFather (des chiffres, deux-points, des lettres)."
        )
    if not _SECRET.fullmatch(word.reveal()):
        raise SettingError(f"{SECRET} doit avoir de 1 à 256 lettres sans accent, chiffres, tirets ou tirets bas.")
    return TelegramSettings(token, word, address(API, OFFICIAL))
