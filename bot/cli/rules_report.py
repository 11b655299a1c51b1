"""A finding for people, with the law and the figures behind it, and the same for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.answers import french
from bot.answers.figures import Recorder, ShownFigure
from bot.answers.markdown import blocks
from bot.answers.plain_text import block_text, figure_text
from bot.answers.registry import registry
from bot.answers.rule_words import rule_words
from bot.answers.templates import fill
from bot.cli.rules_input import Answer
from bot.dialogue.asking import figures_of
from bot.dialogue.explained import explanation_lines, references, result_text
from bot.dialogue.field_words import label, said
from bot.dialogue.guides import ConditionText, Guide, guides
from bot.rules import Condition, Explanation, Finding, Truth, explanations
from bot.rules.engine.explanations import Operand
from bot.rules.engine.findings import plain
from bot.rules.situation import FIELDS

_UNKNOWN = "_unknown"


def report(answer: Answer) -> str:
    """Verdict, outputs with units and law, conditions or reasons with their texts, figures used; one fact a line."""
    finding, guide = answer.finding, _guide(answer.finding.rule)
    parts = [
        "\n".join(_verdict(finding, guide)),
        _section("Ce que donne la règle :", _outputs(answer)),
        _section("Les conditions :", (_condition(c, finding, guide) for c in finding.conditions)),
        _section("Ce qui décide :", (f"- {reason(name)}" for name in _reasons(finding))),
        "\n".join(_mentions(finding, guide)),
        answer.note,
        _section("Il manque encore, d'après la règle :", (f"- {label(name)} ({name})" for name in finding.missing)),
        _section("Chiffres lus par la règle :", (f"- {figure_text(figure)}" for figure in answer.figures)),
        guide.decision if guide and guide.decision else rule_words().decision,
    ]
    return "\n\n".join(part for part in parts if part)


def _section(title: str, lines: Iterable[str]) -> str:
    shown = list(lines)
    return "\n".join([title, *shown]) if shown else ""


def _guide(rule: str) -> Guide | None:
    """The guide whose texts are about the conditions of this rule; those on outputs are for a conversation."""
    return next((guide for guide in guides().values() if guide.goal == rule and guide.conditions), None)


def _verdict(finding: Finding, guide: Guide | None) -> Iterator[str]:
    words = guide.verdicts.get(finding.verdict) if guide else None
    title = words.title if words else rule_words().verdicts[finding.verdict]
    yield f"Résultat au {french.day(finding.on)} : {title}"
    if words:
        yield _plain(words.text)
    if finding.redirect_to:
        yield f"Régime : {said('scheme', finding.redirect_to)}."
        if guide and finding.redirect_to in guide.redirects:
            yield _plain(guide.redirects[finding.redirect_to])


def _plain(text: str) -> str:
    return "\n".join(block_text(block) for block in blocks(text))


def _outputs(answer: Answer) -> Iterator[str]:
    finding = answer.finding
    explained = {one.name: one for one in explanations(finding, answer.situation)}
    for name, value in {**finding.figures, **finding.outputs}.items():
        if value is not None:
            yield f"- {result_text(name, value)}"
            if name in explained:
                yield from (f"  {line}" for line in explanation_lines(explained[name]))


def _condition(condition: Condition, finding: Finding, guide: Guide | None) -> str:
    """Its truth, what that means when a guide says it, the answers not known, the facts and the texts."""
    words = guide.conditions.get(condition.name) if guide else None
    name = words.label if words else rule_words().conditions.get(condition.name, condition.name)
    told = _told(words, condition, finding) if words else ""
    unknown = french.joined([label(field) for field in condition.unknown])
    parts = [
        f"- {name} : {rule_words().truths[condition.truth.value]}.",
        told,
        unknown and f"Réponse inconnue : {unknown}.",
    ]
    return " ".join(part for part in (*parts, references(condition.facts, condition.sources)) if part)


def _told(words: ConditionText, condition: Condition, finding: Finding) -> str:
    text = {Truth.MET: words.met, Truth.NOT_MET: words.not_met, Truth.TO_CHECK: words.to_check}[condition.truth]
    filled = " ".join(fill(text, finding.on, Recorder(), figures_of(finding)).split())
    return filled[:1].upper() + filled[1:] + ("" if filled.endswith(".") or not filled else ".")


def _reasons(finding: Finding) -> tuple[str, ...]:
    """Reasons that no condition says already."""
    said_already = {condition.name for condition in finding.conditions}
    return () if finding.redirect_to else tuple(name for name in finding.reasons if name not in said_already)


def reason(name: str) -> str:
    """The name of a reason in French: a field, a field that is not known, or a word of the rules."""
    if name in FIELDS:
        return label(name)
    words = rule_words()
    if name not in words.values and name.removesuffix(_UNKNOWN) in FIELDS:
        return f"on ne sait pas : {label(name.removesuffix(_UNKNOWN))}"
    return words.values.get(name) or words.conditions.get(name, name)


def _mentions(finding: Finding, guide: Guide | None) -> Iterator[str]:
    for name in finding.mentions:
        if guide and name in guide.mentions:
            yield _plain(fill(guide.mentions[name], finding.on, Recorder(), figures_of(finding)))
        else:
            yield rule_words().mentions.get(name, name)


def as_json(answer: Answer) -> dict[str, Any]:
    """The whole finding: names as in the rules, sums as numbers, days in ISO form, bounds as a pair."""
    finding, plain = answer.finding, answer.finding.as_case()
    return {
        "rule": finding.rule,
        "on": finding.on.isoformat(),
        "verdict": finding.verdict,
        "redirect_to": finding.redirect_to,
        "reasons": list(finding.reasons),
        "because": list(finding.because),
        "missing": list(finding.missing),
        "mentions": list(finding.mentions),
        "outputs": {name: None if value is None else plain[name] for name, value in finding.outputs.items()},
        "units": {name: rule_words().output(name).unit for name in (*finding.figures, *finding.outputs)},
        "figures": {name: plain[name] for name in finding.figures},
        "conditions": [
            {
                "name": condition.name,
                "truth": condition.truth.value,
                "facts": list(condition.facts),
                "sources": list(condition.sources),
                "missing": list(condition.missing),
                "unknown": list(condition.unknown),
            }
            for condition in finding.conditions
        ],
        "law": {one.name: _explanation(one) for one in explanations(finding, answer.situation)},
        "note": answer.note,
        "sources": _sources(finding),
        "parameters": [_parameter(figure) for figure in answer.figures],
    }


def _explanation(one: Explanation) -> dict[str, Any]:
    return {
        "formula": one.law.formula,
        "facts": list(one.law.facts),
        "sources": list(one.law.sources),
        "operands": [_operand(operand) for operand in one.operands],
    }


def _operand(operand: Operand) -> dict[str, Any]:
    told = {"name": operand.name, "kind": operand.kind, "value": plain(operand.value)}
    if operand.reading is None:
        return told
    parameter, dated = operand.reading.parameter, operand.reading.dated
    return {
        **told,
        "unit": parameter.unit,
        "from": dated.since.isoformat(),
        "confidence": dated.confidence,
        "reference": parameter.reference,
    }


def _sources(finding: Finding) -> dict[str, dict[str, str]]:
    """Title and address of each source that the finding names."""
    named = [c.sources for c in finding.conditions] + [law.sources for law in finding.law.values()]
    keys = [key for sources in named for key in sources]
    known = registry().sources
    return {key: {"title": known[key].title, "url": known[key].url} for key in dict.fromkeys(keys) if key in known}


def _parameter(figure: ShownFigure) -> dict[str, str]:
    return {
        "label": figure.label,
        "value": figure.value,
        "from": figure.since.isoformat(),
        "confidence": figure.confidence,
        "source": figure.source,
    }
