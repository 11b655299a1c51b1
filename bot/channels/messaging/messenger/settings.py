"""What the operator sets for Messenger; nothing set: the channel is off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.channels.messaging.address import address
from bot.channels.messaging.needs import Need
from bot.channels.secrets import Secret, secret
from bot.settings import SettingError

TOKEN, SECRET = "ASSISTANT_MESSENGER_TOKEN", "ASSISTANT_MESSENGER_SECRET"
VERIFY, API = "ASSISTANT_MESSENGER_VERIFY", "ASSISTANT_MESSENGER_API"
# The newest version; Meta keeps one for about two years.
OFFICIAL = "https://graph.facebook.com/v26.0"
NEEDS = (
    Need(TOKEN, "le jeton d'accès de la page"),
    Need(SECRET, "la clé secrète de l'application, qui prouve que les messages viennent de Messenger"),
    Need(VERIFY, "le mot que vous choisissez, et que Messenger redit quand vous inscrivez l'adresse"),
    Need(API, f"l'adresse de l'interface de Messenger, si ce n'est pas {OFFICIAL}", secret=False, optional=True),
)
_FORMS = {
    TOKEN: (re.compile(r"[A-Za-z0-9_.|-]{20,1000}"), "le jeton d'accès d'une page : des lettres et des chiffres"),
    SECRET: (re.compile(r"[0-9a-f]{32,64}"), "la clé secrète d'une application : des chiffres et des lettres de a à f"),
    VERIFY: (re.compile(r"[A-Za-z0-9_-]{8,256}"), "un mot de 8 à 256 lettres sans accent, chiffres, tirets"),
}


@dataclass(frozen=True)
class MessengerSettings:
    """The page's token, the secret of the app, the word that verifies the address, and where the Graph API is."""

    token: Secret
    secret: Secret
    verify: Secret
    api: str


def messenger_settings() -> MessengerSettings | None:
    """The settings of the environment; None when there are none.

    Raises:
        SettingError: one is missing, or cannot be read.
    """
    found = {name: secret(name) for name in _FORMS}
    given = {name: word for name, word in found.items() if word is not None}
    if not given:
        return None
    if missing := [name for name in found if name not in given]:
        raise SettingError(f"Messenger : il manque {' et '.join(missing)} (ou le même nom suivi de _FILE).")
    for name, (form, description) in _FORMS.items():
        if not form.fullmatch(given[name].reveal()):
            raise SettingError(f"{name} n'a pas la bonne forme ({description}).")
    return MessengerSettings(given[TOKEN], given[SECRET], given[VERIFY], address(API, OFFICIAL))
