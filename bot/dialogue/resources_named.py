"""« Et mes loyers ? »: the resources that a question names, each with what the rule says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from pydantic import BaseModel, Extra

from bot.answers.content_file import content_file
from bot.answers.message import Block, Message, Span, paragraph
from bot.answers.person import Person
from bot.answers.registry import registry
from bot.dialogue.phrases import any_of, whole
from bot.dialogue.replies.folding import plain
from bot.rules import Finding, Situation, evaluate
from bot.rules.engine.findings import TO_CHECK
from bot.rules.resources import AFTER_AWARD, IF_AFTER_AWARD, default_resources

TOPIC = "ressources_a_declarer"
MOST = 3
# A general answer already begins with these.
_USUAL = ("salary",)
_OTHER_SCHEMES = ("reglement_ssi", "crpm_")
# A short message that opens so goes on from the answer before it.
_OPENINGS, _FEW = ("et ", "mais ", "ou "), 9
_QUESTIONS = ("declare", "counts_in_cumul", "counts_for_asi")


class ResourceWords(BaseModel):
    """How resources are named and what is said of them; see `content/resource_words.yaml`."""

    named: Mapping[str, str]
    denied: str
    own_topic: tuple[str, ...]
    after_topics: tuple[str, ...]
    to_declare: str
    declare: Mapping[str, str]
    counts_in_cumul: Mapping[str, str]
    counts_for_asi: Mapping[str, str]
    decision: str

    class Config:
        frozen = True
        extra = Extra.forbid


@lru_cache(maxsize=1)
def resource_words() -> ResourceWords:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return content_file("resource_words.yaml", ResourceWords)


def resources_named(text: str) -> tuple[str, ...]:
    """The kinds of resources that a message names and does not deny, in its order."""
    words = plain(text)
    spans = [
        (match.span(), kind) for kind, names in resource_words().named.items() for match in whole(names).finditer(words)
    ]
    kept = [
        (span, kind)
        for span, kind in spans
        # "Salaire de mon mari" is his, "prime d'activité" is no bonus: the longer name says more.
        if not any(other[0] <= span[0] and span[1] <= other[1] and other != span for other, _ in spans)
        and not re.search(rf"\b{any_of(resource_words().denied)} $", words[: span[0]])
    ]
    return tuple(dict.fromkeys(kind for _, kind in sorted(kept)))


def asked_about(text: str) -> tuple[str, ...]:
    """The resources to answer one by one; none when only pay is named, with which the general answer begins."""
    kinds = resources_named(text)[:MOST]
    return () if kinds == _USUAL else kinds


def asks_of_a_resource(text: str, last_topics: Sequence[str], asked: Sequence[str]) -> bool:
    """Is a message that was taken for `asked` about declaring or counting resources that it names?

    "Et la rente de prévoyance ?" after the answer on resources, "et mes loyers ?" after one on the amount, "je dois
    déclarer l'AAH ?" whatever the topic of the AAH is.
    """
    kinds, words = asked_about(text), resource_words()
    if not kinds or list(asked) == [TOPIC]:
        return False
    if whole(words.to_declare).search(plain(text)) and len(asked) == 1:
        return not asked[0].startswith("declaration_")
    goes_on = text.lower().lstrip().startswith(_OPENINGS) and len(plain(text).split()) <= _FEW
    if not goes_on or len(last_topics) != 1:
        return False
    return last_topics[0] == TOPIC or (last_topics[0] in words.after_topics and not set(kinds) & set(words.own_topic))


def for_named_resources(message: Message, text: str, person: Person, on: date) -> Message:
    """The answer on resources to declare, headed by those that the question names; as it is when it names none."""
    kinds = asked_about(text)
    if not kinds:
        return message
    findings = {kind: _finding(kind, person, on) for kind in kinds}
    about = tuple(block for kind, found in findings.items() for block in _blocks(kind, found))
    first, *rest = message.blocks
    named = dict.fromkeys(s for found in findings.values() for law in found.law.values() for s in law.sources)
    return replace(
        message,
        blocks=(*about, paragraph(resource_words().decision)),
        details=(first, *rest, *message.details),
        sources=tuple(registry().sources[name] for name in named if _concerns(name, person)),
        figures=(),
        result={"resources": {kind: dict(found.outputs) for kind, found in findings.items()}},
    )


def _concerns(source: str, person: Person) -> bool:
    """Texts on the self-employed and farmers are cited to them alone."""
    theirs = source.startswith(_OTHER_SCHEMES)
    return not theirs or person.scheme in ("self_employed", "agri_self_employed")


def _finding(kind: str, person: Person, on: date) -> Finding:
    return evaluate("resources", Situation.parse_obj({"resource_kind": kind, "scheme": person.scheme}), on)


def _blocks(kind: str, found: Finding) -> tuple[Block, ...]:
    row, words = default_resources()[kind], resource_words()
    values = {name: str(found.outputs[name]) for name in _QUESTIONS}
    if values["counts_in_cumul"] == TO_CHECK and AFTER_AWARD in found.because:
        values["counts_in_cumul"] = IF_AFTER_AWARD
    lines = [getattr(words, name)[value] for name, value in values.items()]
    title = Block("heading", ((Span(row.label),),))
    # The note goes with the rule of employees: where another scheme leaves the question open, it would contradict.
    open_elsewhere = values["counts_in_cumul"] == TO_CHECK != row.counts_in_cumul
    note = (paragraph(row.note),) if row.note and not open_elsewhere else ()
    return (title, Block("list", tuple((Span(line),) for line in lines)), *note)
