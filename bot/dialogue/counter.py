"""What a France services agent can do for a need, what to bring, and the other doors to knock at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from pydantic import BaseModel, Extra

from bot.answers.content_file import content_file
from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Block, Contact
from bot.answers.person import FARMING, Person
from bot.answers.registry import registry
from bot.answers.templates import fill
from bot.dialogue.people import contacts_of_scheme
from bot.dialogue.phrases import begins
from bot.dialogue.replies.folding import plain
from bot.directory.communes.departments import fund_of
from bot.directory.communes.place import Place

_OTHER_SCHEMES = ("civil_servant", "special_scheme")
_CONTACT_OF_FUND = {"cramif": "cramif", "cssm": "cssm", "msa": "msa"}


class Need(BaseModel):
    """What an agent `helps` with when one of the `topics`, or of the `words`, was spoken, and what to `bring`."""

    topics: tuple[str, ...] = ()
    words: str = ""
    helps: str
    bring: str
    facts: tuple[str, ...]

    class Config:
        frozen = True
        extra = Extra.forbid


class AboutSites(BaseModel):
    """How people ask something of the sites that were given, by what they ask; see the file."""

    hours: str
    bring: str
    telephone: str
    way: str
    accessible: str
    far: str

    class Config:
        frozen = True
        extra = Extra.forbid


class CounterWords(BaseModel):
    """The words of `content/france_services.yaml`; the last need, without topics, is that of everybody else."""

    needs: tuple[Need, ...]
    free: str
    bring: str
    doors: str
    facts_of_doors: tuple[str, ...]
    about: AboutSites
    said_of_hours: str
    said_of_telephone: str
    said_of_way: str
    said_of_accessible: str
    accessible_unknown: str
    said_of_far: str
    without_place: str
    refusals: str

    class Config:
        frozen = True
        extra = Extra.forbid


@lru_cache(maxsize=1)
def counter_words() -> CounterWords:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return content_file("france_services.yaml", CounterWords)


def need_of(topics: Iterable[str]) -> Need:
    """What the person seems to need, by what was spoken of, the last topic first."""
    needs = counter_words().needs
    for topic in topics:
        for need in needs:
            if topic in need.topics:
                return need
    return needs[-1]


def topic_of_words(text: str) -> str:
    """The topic of the need that the words name, "" for none: "pour mon recours"."""
    named = (need for need in counter_words().needs if need.words and begins(need.words).search(plain(text)))
    return next((need.topics[0] for need in named), "")


def at_the_counter(topics: Iterable[str], person: Person, on: date) -> tuple[Block, ...]:
    """What an agent can do, and what to bring."""
    words, need = counter_words(), need_of(topics)
    texts = (f"{need.helps} {words.free}", words.bring)
    return tuple(block for text in texts for block in blocks(fill(text, on, Recorder(), {"bring": need.bring}, person)))


def at_home_in(place: Place, person: Person) -> Person:
    """The person with the fund of the place, which serves the pension of who lives there; overseas farming included."""
    fund = fund_of(place.department)
    farming_too = fund not in ("cpam", "cramif") and person.scheme in FARMING
    return replace(person, fund=fund, scheme=None if farming_too else person.scheme)


def other_doors(place: Place, person: Person, on: date) -> tuple[Block, ...]:
    """The fund that is competent in principle, and how to reach it."""
    text = fill(counter_words().doors, on, Recorder(), {"department": place.department_name}, person)
    return tuple(blocks(text.strip()))


def contacts_of(person: Person) -> tuple[Contact, ...]:
    """Whom to call or write to about the pension; nobody is named where the fund is not known."""
    ids: tuple[str, ...] = ()
    if person.scheme in _OTHER_SCHEMES:
        ids = contacts_of_scheme(person.scheme)
    elif person.served_by:
        ids = (_CONTACT_OF_FUND.get(person.served_by, "assurance_maladie"),)
    return tuple(registry().contacts[name] for name in ids)
