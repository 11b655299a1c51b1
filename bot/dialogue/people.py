"""The words of `content/people.yaml`: how people speak of themselves, and how it is said back to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, Extra

from bot.answers import french
from bot.answers.content_file import content_file
from bot.answers.person import NAMES, Person


class OutsideScheme(BaseModel):
    """What to do when an answer does not hold for a scheme: another answer `instead`, or the `lead` before it.

    `also`: the topic to offer beside it. `contacts`: who answers in that scheme.
    """

    lead: str
    instead: str = ""
    also: str = ""
    contacts: tuple[str, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid


class PeopleWords(BaseModel):
    """Turns of phrase, one a line, and the words to say facts back; see the file for what each group is."""

    first_person: str
    like_me: str
    greeting: str
    relatives: str
    of_a_relative: str
    of_their_income: str
    schemes: Mapping[str, str]
    my_category: str
    wished_category: str
    works: str
    does_not_work: str
    supposed: str
    account: str
    no_account: str
    making_an_account: str
    dwelling: str
    may_dwell: str
    fund_named: str
    funds: str
    words: Mapping[str, Mapping[str, str]]
    taken_into_account: str
    noted_too: str
    noted: str
    outside_scheme: Mapping[str, OutsideScheme]

    class Config:
        frozen = True
        extra = Extra.forbid


@lru_cache(maxsize=1)
def people_words() -> PeopleWords:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return content_file("people.yaml", PeopleWords)


def contacts_of_scheme(scheme: str) -> tuple[str, ...]:
    """The ids of those who answer instead of the general scheme; none for a scheme without words of its own."""
    words = people_words().outside_scheme.get(scheme)
    return words.contacts if words else ()


def said_back(person: Person, only: frozenset[str] = frozenset(NAMES)) -> str:
    """What is known of the person in words, "" when nothing is: "vous êtes indépendant, catégorie 2"."""
    known = people_words().words
    facts = [known[name][str(value)] for name, value in person.names().items() if value is not None and name in only]
    return french.joined(facts)
