"""What must hold between content files, figures, sources and examples; each check gives lines to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from bot.answers.catalogue import AnswerFile, Catalogue, ContentError
from bot.answers.markdown import MarkdownError
from bot.answers.registry import registry
from bot.answers.render import render
from bot.dialogue.guides import guides
from bot.dialogue.questions import questions
from bot.settings import ROOT

SHORT_MOST = 280
LABEL_MOST = 45
FEWEST_EXAMPLES = 30
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
# Allowed digits: categories, list numbers, civil days, and names of things (C2S, 1er janvier).
_ALLOWED = re.compile(
    r"[Cc]atégories? \d(?:(?:,| et| ou) \d)*|^\d+\. |\b1er\b|\b(?:31 mars|29 février|28 février)\b|C2S", re.M
)


def problems(catalogue: Catalogue, on: date) -> list[str]:
    """All problems, in the order of the files."""
    found = [line for entry in catalogue.values() for line in _answer_problems(entry, catalogue, on)]
    found += list(_question_problems())
    found += list(_example_problems(catalogue))
    return found


def literal_figures(text: str) -> list[str]:
    """Digits that stand in a text outside `{{ }}`."""
    bare = _ALLOWED.sub(" ", _EXPRESSION.sub(" ", text))
    return re.findall(r"\S*\d\S*", bare)


def _answer_problems(entry: AnswerFile, catalogue: Catalogue, on: date) -> Iterator[str]:
    where = f"{entry.folder}/{entry.id}.md"
    head = entry.head
    for text in (head.short, entry.body, entry.details, entry.simple, head.title, head.label):
        for figure in literal_figures(text):
            yield f"{where} : chiffre écrit en clair « {figure} » ; prenez-le dans content/parameters."
        if "vous avez droit à" in text.lower():
            yield f"{where} : « vous avez droit à » : l'assistant informe, il ne décide pas."
    for source in head.sources:
        if source not in registry().sources:
            yield f"{where} : source inconnue « {source} »."
    for contact in head.contacts:
        if contact not in registry().contacts:
            yield f"{where} : contact inconnu « {contact} »."
    for topic in head.next:
        if topic not in catalogue:
            yield f"{where} : sujet suivant inconnu « {topic} »."
    if head.guide and head.guide not in guides():
        yield f"{where} : guide inconnu « {head.guide} »."
    if entry.folder == "answers":
        if not head.label or len(head.label) > LABEL_MOST:
            yield f"{where} : il faut un libellé de {LABEL_MOST} caractères au plus."
        if not head.sources:
            yield f"{where} : une réponse cite au moins une source."
    try:
        for form in ("usual", "simple", "details"):
            message = render(entry, on, catalogue, form)  # type: ignore[arg-type]
            if form == "usual":
                first = "".join(span.text for span in message.blocks[0].items[0])
                if entry.folder == "answers" and len(first) > SHORT_MOST:
                    yield f"{where} : « short » fait {len(first)} caractères ({SHORT_MOST} au plus)."
    except (ContentError, MarkdownError, ValueError) as error:
        yield f"{where} : {error}"


def _question_problems() -> Iterator[str]:
    for name, question in questions().items():
        head = question.head
        for text in (question.text, head.why, head.hint, head.simple, head.label):
            for figure in literal_figures(text):
                yield f"questions/{name}.md : chiffre écrit en clair « {figure} »."
        for source in head.sources:
            if source not in registry().sources:
                yield f"questions/{name}.md : source inconnue « {source} »."


def examples_by_intent(folder: Path = ROOT / "data" / "nlu") -> dict[str, list[str]]:
    """The training examples of each intent."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line[2:].strip() for line in entry["examples"].splitlines() if line.startswith("- ")]
            found.setdefault(entry["intent"], []).extend(lines)
    return found


def _example_problems(catalogue: Catalogue) -> Iterator[str]:
    examples = examples_by_intent()
    for topic in catalogue.ids("answers"):
        if len(examples.get(topic, ())) < FEWEST_EXAMPLES:
            yield f"data/nlu : {len(examples.get(topic, ()))} exemples de « {topic} » ({FEWEST_EXAMPLES} au moins)."
    owners: dict[str, str] = {}
    for intent, lines in examples.items():
        for line in lines:
            other = owners.setdefault(line.lower(), intent)
            if other != intent:
                yield f"data/nlu : « {line} » est un exemple de {other} et de {intent}."
