"""What an answer may adapt to: what the person has said of themselves, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import product
from typing import Any, get_args

from bot.rules.situation import Scheme

FARMING = ("agri_employee", "agri_self_employed")
# Who serves the pension: CPAM, Cramif (Île-de-France), CGSS (overseas), CSSM (Mayotte), MSA (farming).
FUNDS = ("cpam", "cramif", "cgss", "cssm", "msa")


@dataclass(frozen=True)
class Person:
    """Facts that change what an answer says; None: not said.

    `scheme`: of bot.rules. `category`: of invalidity, 1 to 3. `working`: has a job or a trade now.
    `fund`: one of FUNDS. `account`: has an ameli account.
    """

    scheme: str | None = None
    category: int | None = None
    working: bool | None = None
    fund: str | None = None
    account: bool | None = None

    @property
    def served_by(self) -> str | None:
        """The fund; farming has its own wherever one lives."""
        return "msa" if self.scheme in FARMING else self.fund

    def names(self) -> dict[str, Any]:
        """The variables of a text (`{% if scheme == "self_employed" %}`)."""
        return {**{name: getattr(self, name) for name in NAMES}, "fund": self.served_by}

    def over(self, other: Person) -> Person:
        """These facts, and those of the other where nothing is said."""
        mine, known = vars(self), vars(other)
        return Person(**{name: known[name] if mine[name] is None else mine[name] for name in NAMES})


NAMES = tuple(field.name for field in fields(Person))
NOBODY = Person()
VALUES: Mapping[str, tuple[Any, ...]] = {
    "scheme": (None, *get_args(Scheme)),
    "category": (None, 1, 2, 3),
    "working": (None, True, False),
    "fund": (None, *FUNDS),
    "account": (None, True, False),
}


def people(names: frozenset[str]) -> Iterator[Person]:
    """Everybody who may differ in these facts, nobody in particular first."""
    told = [name for name in NAMES if name in names]
    for values in product(*(VALUES[name] for name in told)):
        person = Person(**dict(zip(told, values, strict=True)))
        if person.fund in (None, person.served_by):
            yield person
