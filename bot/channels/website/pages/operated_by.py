"""Who runs the service, as the law wants the pages to say it; read from the environment, empty when not set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

from bot.settings import SettingError


@dataclass(frozen=True)
class Operator:
    """What only whoever runs the service knows. What is empty, the pages say to be missing.

    `legal_basis` is a clause that ends "Ce traitement repose sur"; dates are those of the accessibility statement.
    """

    name: str = ""
    site: str = ""
    email: str = ""
    contact_page: str = ""
    address: str = ""
    dpo_email: str = ""
    legal_basis: str = ""
    host: str = ""
    logs: str = ""
    accessibility_plan: str = ""
    stated_on: date | None = None
    updated_on: date | None = None

    @property
    def reachable(self) -> bool:
        """Whether somebody can write to them."""
        return bool(self.email or self.contact_page or self.address)


def operator_set() -> Operator:
    """The operator of this server, from the environment.

    Raises:
        SettingError: a date cannot be read.
    """
    return Operator(
        name=_text("ASSISTANT_OPERATOR_NAME"),
        site=_text("ASSISTANT_OPERATOR_SITE"),
        email=_text("ASSISTANT_OPERATOR_EMAIL"),
        contact_page=_text("ASSISTANT_OPERATOR_CONTACT_PAGE"),
        address=_text("ASSISTANT_OPERATOR_ADDRESS"),
        dpo_email=_text("ASSISTANT_OPERATOR_DPO_EMAIL"),
        legal_basis=_text("ASSISTANT_OPERATOR_LEGAL_BASIS"),
        host=_text("ASSISTANT_OPERATOR_HOST"),
        logs=_text("ASSISTANT_OPERATOR_LOGS"),
        accessibility_plan=_text("ASSISTANT_ACCESSIBILITY_PLAN"),
        stated_on=_date("ASSISTANT_ACCESSIBILITY_STATED_ON"),
        updated_on=_date("ASSISTANT_ACCESSIBILITY_UPDATED_ON"),
    )


def _text(name: str) -> str:
    return " ".join(os.environ.get(name, "").split())


def _date(name: str) -> date | None:
    text = _text(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise SettingError(f"Date illisible : « {text} » ({name}, attendu : AAAA-MM-JJ).") from error
