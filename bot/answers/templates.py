"""Texts with `{{ … }}` in them, rendered on a date: figures, contacts, forms, and values of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment

from bot.answers import french
from bot.answers.catalogue import ContentError
from bot.answers.figures import FigureNames, Recorder
from bot.answers.person import NAMES, NOBODY, Person
from bot.answers.registry import registry
from bot.rules.engine.parameters import default_parameters

_CENT = Decimal("0.01")


def _before(value: Decimal | date) -> Decimal | date:
    """Just under a bound: a cent less, or the day before."""
    return value - _CENT if isinstance(value, Decimal) else value - timedelta(days=1)


def _after(value: Decimal | date) -> Decimal | date:
    """Just over a bound: a cent more, or the day after."""
    return value + _CENT if isinstance(value, Decimal) else value + timedelta(days=1)


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.filters.update(euros=french.euros, day=french.day, before=_before, after=_after)
    return environment


@lru_cache(maxsize=2048)
def _template(text: str) -> Template:
    return _environment().from_string(text)


def depends_on(*texts: str) -> frozenset[str]:
    """Which facts of a person the texts adapt to."""
    return _names(texts) & frozenset(NAMES)


def figures_named(*texts: str) -> frozenset[str]:
    """The ids of the dated figures that the texts may show."""
    return _names(texts) & frozenset(default_parameters())


def thresholds_named(*texts: str) -> frozenset[str]:
    """The names in the texts that only a finding can give: thresholds, which are no dated figures."""
    return _names(texts) - frozenset(default_parameters()) - {"contacts", "forms", *NAMES}


def _names(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(_names_in(text) for text in texts))


@lru_cache(maxsize=1024)
def _names_in(text: str) -> frozenset[str]:
    return frozenset(meta.find_undeclared_variables(_environment().parse(text)))


def fill(
    text: str, on: date, recorder: Recorder, extra: Mapping[str, Any] | None = None, person: Person = NOBODY
) -> str:
    """The text with every expression replaced; conditions on the `person` choose what is said.

    Raises:
        ContentError: an expression names something that does not exist, or cannot be computed.
    """
    names = FigureNames(default_parameters(), on, recorder)
    known = registry()
    try:
        said = {"contacts": known.contacts, "forms": known.forms, **person.names(), **(extra or {})}
        filled = _template(text).render({**names, **said})
    except (TemplateError, AttributeError, KeyError, TypeError, ArithmeticError) as error:
        raise ContentError(f"expression impossible dans « {text[:60]}… » : {error}") from error
    return french.hard_spaces(filled)
