"""« C'est quoi le SAM ? »: the short definition of a word (`content/glossary.yaml`), said without leaving a guide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import yaml
from pydantic import BaseModel, Extra, parse_obj_as

from bot.answers.figures import Recorder
from bot.answers.message import Block, Message, Span
from bot.answers.registry import registry
from bot.answers.templates import fill
from bot.dialogue.replies.folding import plain
from bot.settings import CONTENT


class Term(BaseModel):
    """A word that people meet; `says` may hold `{{ figures }}`; `also`: other names and spellings."""

    term: str
    says: str
    short: str = ""
    also: tuple[str, ...] = ()
    topic: str = ""
    sources: tuple[str, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, folded, without the article."""
        return tuple(_bare(name) for name in (self.term, self.short, *self.also) if name)


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    entries = yaml.safe_load((CONTENT / "glossary.yaml").read_text(encoding="utf-8"))
    return tuple(parse_obj_as(list[Term], entries))


# What asks for a meaning.
_ASKS = re.compile(
    r"\b(?:[qk]u?oi|kwa|ke?s ?[kq]e|kesako|qu est|que? (?:veu[tx]?|signifie|veulent)|definition|entende?z|appelez|"
    r"appelle"
    r"|(?:ca|sa|cela) (?:veu[tx]?|signifie|correspond|sert)|expli\w+|connai[st]|comprends?"
    r"|(?:vois|sais|sait) (?:pas|po)|c est (?:qui|a dire))\b"
)
# What people put around the word: nothing else may stand beside it.
_WORDS_AROUND = """
    c est cest ce que qu q ke kes keske kske kesako quoi koi kwa qui quel genre comme sert correspond
    a de du d la le les l un une des en ca sa cela ici dans votre vos cette cet par pour avant
    veut veux veu dire signifie signifient veulent definition mot terme sigle truc organisme
    vous dites on tu appelez appelle appelles entendez entends m moi me pouvez peux explique expliquez expliquer
    je j ne n pas po connais connait comprends comprend sais sait vois jamais entendu parler
    bonjour pardon excusez desole desolee euh et mais ok alors donc deja au juste exactement svp stp merci s il plait te
    aussi tout rapport question
"""
_AROUND = frozenset(_WORDS_AROUND.split())
MOST_WORDS = 14


def _bare(text: str) -> str:
    return plain(text).removeprefix("l ").removeprefix("la ").removeprefix("le ")


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Term]:
    return {name: term for term in reversed(glossary()) for name in term.names}


@lru_cache(maxsize=1)
def _any_name() -> re.Pattern[str]:
    """The longest name first: "plafond de ressources" is not "plafond"."""
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(names)})s?\b")


def term_asked(text: str) -> Term | None:
    """The word whose meaning the text asks for, and for nothing else; None otherwise."""
    words = plain(text)
    match = _any_name().search(words) if len(words.split()) <= MOST_WORDS else None
    if match is None:
        return None
    around = f"{words[: match.start()]} {words[match.end() :]}"
    if not set(around.split()) <= _AROUND:
        return None
    asks = _ASKS.search(around) or ("?" in text and not around.strip())
    return _by_name()[match[1]] if asks else None


def definition(term: Term, on: date) -> Message:
    """What a word means, with its sources."""
    name = f"{term.term} ({term.short})" if term.short else term.term
    said = fill(term.says, on, Recorder()).strip()
    line = (Span(f"{name[:1].upper()}{name[1:]}\u00a0: ", strong=True), Span(said))
    known = registry().sources
    return Message("answer", (Block("paragraph", (line,)),), sources=tuple(known[key] for key in term.sources))
