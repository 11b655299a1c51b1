"""The end of a guide whose goal is a rule: result in words, what decides, what to do next, recap of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.answers.catalogue import catalogue
from bot.answers.figures import Recorder, ShownFigure
from bot.answers.markdown import blocks
from bot.answers.message import Block, Choice, Contact, Message, Source, Span, paragraph
from bot.answers.person import FARMING
from bot.answers.registry import registry
from bot.answers.templates import fill
from bot.dialogue.explained import shown_figure
from bot.dialogue.field_words import label
from bot.dialogue.guides import Guide, VerdictText
from bot.dialogue.people import contacts_of_scheme
from bot.dialogue.questions import questions
from bot.dialogue.turn import PENDING, Conversation
from bot.dialogue.verdict_names import names_of, person_of
from bot.rules import Condition, Finding, Truth
from bot.rules.situation import FIELDS

CPAM, MSA = "assurance_maladie", "msa"
CORRECTABLE = "Vos réponses (vous pouvez en corriger une, par exemple «\u00a0en fait…\u00a0») :"


@dataclass
class _Writer:
    """Fills the texts of one result, and remembers the figures that they show."""

    guide: Guide
    finding: Finding
    conversation: Conversation
    on: date
    recorder: Recorder = field(default_factory=Recorder)

    def __post_init__(self) -> None:
        self._names = names_of(self.finding, self.conversation, self.on)
        self._person = person_of(self.conversation)

    def text(self, template: str) -> str:
        return fill(template, self.on, self.recorder, self._names, self._person).strip()

    def blocks(self, template: str) -> list[Block]:
        text = self.text(template)
        return list(blocks(text)) if text else []

    def lines(self, templates: tuple[str, ...]) -> list[str]:
        return [text for text in map(self.text, templates) if text]


def verdict_message(guide: Guide, finding: Finding, conversation: Conversation, on: date) -> Message:
    """Everything the person gets at the end; the figures used are listed with their dates.

    Raises:
        KeyError: the guide has no words for this verdict, or this redirection.
    """
    write = _Writer(guide, finding, conversation, on)
    words = guide.verdicts[finding.verdict]
    return Message(
        "verdict",
        (*result_blocks(write, words), *_after_the_result(write)),
        topic=guide.topic,
        title=write.text(words.title),
        figures=_figures(write),
        sources=_sources(finding),
        contacts=_contacts(guide, finding, conversation),
        choices=_next_topics(words),
        closing=tuple(recap(conversation)),
        result=finding.as_case(),
    )


def short_verdict(guide: Guide, finding: Finding, conversation: Conversation, on: date) -> Message:
    """Only the result in words, without what to do next: for an answer changed in thought."""
    write = _Writer(guide, finding, conversation, on)
    words = guide.verdicts[finding.verdict]
    return Message(
        "verdict",
        tuple(result_blocks(write, words)),
        topic=guide.topic,
        title=write.text(words.title),
        figures=_figures(write),
        sources=_sources(finding),
        result=finding.as_case(),
    )


def result_blocks(write: _Writer, words: VerdictText) -> Iterator[Block]:
    """The result in words and what decides it."""
    guide, finding = write.guide, write.finding
    yield from write.blocks(words.text)
    if finding.redirect_to:
        yield from write.blocks(guide.redirects[finding.redirect_to])
    shown = finding.conditions if finding.verdict == Truth.MET.value else finding.deciding
    if shown:
        yield Block("list", tuple(_condition_line(write, condition) for condition in shown))
    reasons = [(name, write.text(guide.reasons[name])) for name in finding.because if name in guide.reasons]
    if reasons and finding.verdict == Truth.TO_CHECK.value:
        yield Block(
            "list", tuple(_line(_of_reason(name) if text[:1].islower() else "", text) for name, text in reasons)
        )
    for name in finding.mentions:
        yield from write.blocks(guide.mentions.get(name, ""))
    yield from _also_to_check(write)


def _after_the_result(write: _Writer) -> Iterator[Block]:
    """What would change it, what to do, what to prepare, who decides."""
    guide = write.guide
    if write.finding.redirect_to:  # the body that decides is then another one, named above
        return
    for title, kind, texts in (
        ("Ce qui changerait ce résultat", "list", guide.changes),
        ("Ce que vous pouvez faire", "numbered", guide.steps),
        ("À préparer", "list", guide.documents),
    ):
        lines = write.lines(texts)
        if lines:
            yield Block("heading", ((Span(title),),))
            yield Block("numbered" if kind == "numbered" else "list", tuple(blocks(line)[0].items[0] for line in lines))
    yield paragraph(write.text(guide.decision))


def _line(head: str, text: str) -> tuple[Span, ...]:
    return (Span(f"{head}\u00a0: ", strong=True), *blocks(text)[0].items[0]) if head else blocks(text)[0].items[0]


def _of_reason(name: str) -> str:
    """The fact that decides, in a few words; a doubt that is no fact is said by its text alone."""
    fact = name.removesuffix("_unknown")
    return _capital(label(fact)) if fact in FIELDS else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _condition_line(write: _Writer, condition: Condition) -> tuple[Span, ...]:
    words = write.guide.conditions[condition.name]
    text = {Truth.MET: words.met, Truth.NOT_MET: words.not_met, Truth.TO_CHECK: words.to_check}[condition.truth]
    reference = registry().sources[condition.sources[0]].title
    return (Span(f"{words.label}\u00a0: ", strong=True), Span(f"{write.text(text)} ({reference})"))


def _also_to_check(write: _Writer) -> Iterator[Block]:
    if write.finding.verdict != Truth.NOT_MET.value:
        return
    unknown = [c for c in write.finding.named(Truth.TO_CHECK) if c.unknown]
    if unknown:
        yield paragraph("Resterait aussi à vérifier\u00a0:")
        yield Block("list", tuple(_condition_line(write, c) for c in unknown))


def told_in_words(conversation: Conversation) -> tuple[tuple[str, str], ...]:
    """What was told, as pairs of a label and the words of the person."""
    return tuple(
        (questions()[name].head.label, text)
        for name, text in conversation.said.items()
        if name in FIELDS and name != PENDING
    )


def recap(conversation: Conversation) -> list[Block]:
    """The answers, as they were said."""
    lines = tuple((Span(f"{name}\u00a0: {text}"),) for name, text in told_in_words(conversation))
    return [paragraph(CORRECTABLE), Block("list", lines)] if lines else []


def _figures(write: _Writer) -> tuple[ShownFigure, ...]:
    """Those that the texts show, then the sums that the rule read, the newest value of each."""
    read = {
        one.parameter.id: shown_figure(one)
        for one in sorted(write.finding.readings, key=lambda one: one.dated.since)
        if one.parameter.unit.startswith("EUR")
    }
    return tuple({**read, **write.recorder.shown}.values())


def _sources(finding: Finding) -> tuple[Source, ...]:
    """Those of the conditions shown, or of what was computed."""
    shown = finding.conditions if finding.verdict == Truth.MET.value else finding.deciding
    keys = [key for condition in shown for key in condition.sources]
    if not finding.conditions:
        named = [
            finding.law[name] for name, value in finding.outputs.items() if value is not None and name in finding.law
        ]
        keys = [key for law in named for key in law.sources]
    known = registry().sources
    return tuple(known[key] for key in dict.fromkeys(keys) if key in known)


def _contacts(guide: Guide, finding: Finding, conversation: Conversation) -> tuple[Contact, ...]:
    if finding.redirect_to:  # not the caisse that this guide is about
        return tuple(registry().contacts[name] for name in contacts_of_scheme(finding.redirect_to))
    farming = conversation.facts.get("scheme") in FARMING
    ids = dict.fromkeys(MSA if farming and name == CPAM else name for name in guide.contacts)
    return tuple(registry().contacts[name] for name in ids)


def _next_topics(words: VerdictText) -> tuple[Choice, ...]:
    known = catalogue()
    return tuple(Choice(known[topic].head.label, f"/{topic}") for topic in words.next if topic in known)
