"""The end of a guide whose goal is a rule: verdict, deciding facts with their legal reference, recap, next steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.answers.catalogue import catalogue
from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Block, Choice, Message, Source, Span, paragraph
from bot.answers.registry import registry
from bot.answers.templates import fill
from bot.dialogue.asking import figures_of
from bot.dialogue.guides import Guide
from bot.dialogue.questions import questions
from bot.rules import Condition, Finding, Truth
from bot.rules.situation import FIELDS


def verdict_message(guide: Guide, finding: Finding, said: Mapping[str, str], on: date) -> Message:
    """Everything the person gets at the end; the figures used are listed with their dates."""
    recorder = Recorder()
    words = guide.verdicts[finding.verdict]
    shown = finding.conditions if finding.verdict == Truth.MET.value else finding.deciding
    parts = [*blocks(words.text)]
    if finding.redirect_to:
        parts += blocks(guide.redirects[finding.redirect_to])
    if shown:
        items = tuple(_condition_line(guide, c, finding, on, recorder) for c in shown)
        parts.append(Block("list", items))
    for name in finding.mentions:
        parts += blocks(fill(guide.mentions[name], on, recorder, figures_of(finding)))
    parts += _also_to_check(guide, finding, on, recorder)
    if not finding.redirect_to:  # the body that decides is then another one, named above
        parts.append(paragraph(guide.decision))
    parts += _recap(said)
    return Message(
        "verdict",
        tuple(parts),
        topic=guide.topic,
        title=words.title,
        figures=tuple(recorder.shown.values()),
        sources=_sources(shown),
        choices=tuple(
            Choice(catalogue()[topic].head.label, f"/{topic}") for topic in words.next if topic in catalogue()
        ),
        result=finding.as_case(),
    )


def _condition_line(
    guide: Guide, condition: Condition, finding: Finding, on: date, recorder: Recorder
) -> tuple[Span, ...]:
    words = guide.conditions[condition.name]
    text = {
        Truth.MET: words.met,
        Truth.NOT_MET: words.not_met,
        Truth.TO_CHECK: words.to_check,
    }[condition.truth]
    filled = fill(text, on, recorder, figures_of(finding)).rstrip()
    reference = registry().sources[condition.sources[0]].title
    return (Span(f"{words.label}\u00a0: ", strong=True), Span(f"{filled} ({reference})"))


def _also_to_check(guide: Guide, finding: Finding, on: date, recorder: Recorder) -> list[Block]:
    if finding.verdict != Truth.NOT_MET.value:
        return []
    unknown = [c for c in finding.named(Truth.TO_CHECK) if c.unknown]
    if not unknown:
        return []
    items = tuple(_condition_line(guide, c, finding, on, recorder) for c in unknown)
    return [paragraph("Resterait aussi à vérifier\u00a0:"), Block("list", items)]


def _recap(said: Mapping[str, str]) -> list[Block]:
    if not said:
        return []
    lines = tuple(
        (Span(f"{questions()[name].head.label}\u00a0: {text}"),) for name, text in said.items() if name in FIELDS
    )
    head = "Vos réponses (vous pouvez en corriger une, par exemple «\u00a0en fait j'ai 58 ans\u00a0») :"
    return [paragraph(head), Block("list", lines)]


def _sources(conditions: tuple[Condition, ...]) -> tuple[Source, ...]:
    keys = dict.fromkeys(key for condition in conditions for key in condition.sources)
    return tuple(registry().sources[key] for key in keys)
