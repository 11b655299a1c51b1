"""« D'où vient ce chiffre ? » in French: formula, what it was computed from with its dates, and the legal texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.answers.figures import ShownFigure, format_value
from bot.answers.message import Block, Message, Span, paragraph
from bot.answers.plain_text import figure_text
from bot.answers.registry import registry
from bot.answers.rule_values import output
from bot.answers.rule_words import rule_words
from bot.dialogue.field_words import label, told
from bot.rules import Explanation, Finding, Situation, explanations
from bot.rules.engine.explanations import Operand
from bot.rules.engine.readings import Reading


def result_text(name: str, value: Any) -> str:
    """A result of a rule with its label."""
    words = rule_words().output(name)
    return f"{words.label} : {output(value, words.unit, name)}"


def explanation_message(finding: Finding, situation: Situation, topic: str | None) -> Message:
    """Where every result and threshold of a finding comes from, for the person who got it."""
    every = tuple(explanations(finding, situation))
    parts = [paragraph("Voici d'où viennent ces chiffres." if every else "Ce résultat ne s'appuie sur aucun chiffre.")]
    for one in every:
        parts.append(Block("heading", ((Span(result_text(one.name, one.value)),),)))
        parts.append(Block("list", tuple((Span(line),) for line in formula_lines(one))))
    keys = [c.sources for c in finding.conditions] if not every else [one.law.sources for one in every]
    return Message(
        "answer",
        tuple(parts),
        topic=topic,
        sources=tuple(registry().sources[key] for key in dict.fromkeys(key for named in keys for key in named)),
    )


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """How a result is obtained, from what, and by which facts and texts."""
    yield from formula_lines(explanation)
    yield references(explanation.law.facts, explanation.law.sources)


def formula_lines(explanation: Explanation) -> Iterator[str]:
    """How a result is obtained, and from what."""
    yield f"Calcul : {explanation.law.formula}."
    operands = [operand_text(operand) for operand in explanation.operands]
    if operands:
        yield f"Avec : {' ; '.join(operands)}."


def operand_text(operand: Operand) -> str:
    """What a result was computed from, with its date of effect and its reservation when it is a figure."""
    if operand.reading is not None:
        return figure_text(shown_figure(operand.reading))
    if operand.kind == "result":
        return result_text(operand.name, operand.value)
    return f"{label(operand.name)} : {told(operand.name, operand.value)}"


def shown_figure(reading: Reading) -> ShownFigure:
    """A figure that a rule read, as messages show it."""
    parameter, dated = reading.parameter, reading.dated
    if isinstance(dated.value, dict):
        parts = (
            f"{rule_words().value(parameter.id, key)} {format_value(part, parameter.unit)}"
            for key, part in dated.value.items()
        )
        value = ", ".join(parts)
    else:
        value = format_value(dated.value, parameter.unit)
    return ShownFigure(parameter.label, value, dated.since, dated.confidence, parameter.reference)


def references(facts: tuple[str, ...], sources: tuple[str, ...]) -> str:
    """The ids of facts and the titles of texts."""
    known = registry().sources
    titles = " ; ".join(known[key].title if key in known else key for key in sources)
    return f"Faits : {', '.join(facts)}. Textes : {titles}."
