"""What must hold between content files, figures, sources and examples; each check gives lines to mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml

from bot.answers.catalogue import AnswerFile, Catalogue, ContentError, FrontMatter
from bot.answers.figures import Recorder
from bot.answers.markdown import MarkdownError, blocks
from bot.answers.message import Block, Message
from bot.answers.person import NOBODY, VALUES, people
from bot.answers.plain_text import block_text
from bot.answers.registry import registry
from bot.answers.render import Form, render
from bot.answers.rule_words import rule_words
from bot.answers.templates import fill
from bot.cli.style_checks import style, style_problems
from bot.dialogue.for_whom import adapts_to
from bot.dialogue.glossary import glossary
from bot.dialogue.guides import guides
from bot.dialogue.people import people_words, said_back
from bot.dialogue.presuppositions import presuppositions
from bot.dialogue.questions import questions
from bot.dialogue.resources_named import resource_words
from bot.rules.resources import default_resources
from bot.settings import ROOT

LABEL_MOST = 45
FEWEST_NEXT, MOST_NEXT = 2, 4
FORMS: tuple[Form, ...] = ("usual", "simple", "details")
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
    found += list(_table_problems())
    found += list(_guide_problems())
    found += list(_example_problems(catalogue))
    return found


def _table_problems() -> Iterator[str]:
    """Can the tables that answers lean on be read, and do their texts hold no figure?"""
    tables: dict[str, Callable[[], Iterable[str]]] = {
        "resources.yaml": lambda: [row.note for row in default_resources().values()],
        "resource_words.yaml": lambda: [resource_words().decision],
        "people.yaml": lambda: [words.lead for words in people_words().outside_scheme.values()],
        "presuppositions.yaml": lambda: [one.text for one in presuppositions()],
        "glossary.yaml": lambda: [term.says for term in glossary()],
        "rules.yaml": lambda: [rule_words().decision],
    }
    for name, texts in tables.items():
        try:
            for text in texts():
                for figure in literal_figures(text):
                    yield f"{name} : chiffre écrit en clair « {figure} » ; prenez-le dans content/parameters."
        except (ValueError, yaml.YAMLError) as error:
            yield f"{name} : illisible ({error})."


def literal_figures(text: str) -> list[str]:
    """Digits that stand in a text outside `{{ }}`."""
    bare = _ALLOWED.sub(" ", _EXPRESSION.sub(" ", text))
    return re.findall(r"\S*\d\S*", bare)


def _answer_problems(entry: AnswerFile, catalogue: Catalogue, on: date) -> Iterator[str]:
    where = f"{entry.folder}/{entry.id}.md"
    head = entry.head
    leads = [lead.say for lead in head.leads]
    for text in (head.short, entry.body, entry.details, entry.simple, head.title, head.label, *leads):
        for figure in literal_figures(text):
            yield f"{where} : chiffre écrit en clair « {figure} » ; prenez-le dans content/parameters."
        if "vous avez droit à" in text.lower():
            yield f"{where} : « vous avez droit à » : l'assistant informe, il ne décide pas."
    yield from (f"{where} : {problem}" for problem in _unknown_names(head, catalogue))
    if entry.folder == "answers":
        if not head.label or len(head.label) > LABEL_MOST:
            yield f"{where} : il faut un libellé de {LABEL_MOST} caractères au plus."
        if not head.sources:
            yield f"{where} : une réponse cite au moins une source."
        if not head.facts:
            yield f"{where} : une réponse dit sur quels faits elle s'appuie."
        if not FEWEST_NEXT <= len(head.next) <= MOST_NEXT:
            yield f"{where} : de {FEWEST_NEXT} à {MOST_NEXT} sujets suivants, et non {len(head.next)}."
    seen: set[str] = set()
    for problem, who in _rendered_problems(entry, catalogue, on):
        if problem not in seen:  # told once, with the first person it concerns
            seen.add(problem)
            yield f"{where} : {problem}{who}"


def _unknown_names(head: FrontMatter, catalogue: Catalogue) -> Iterator[str]:
    """What the head refers to and does not exist."""
    references: tuple[tuple[str, Iterable[str], Container[str]], ...] = (
        ("source inconnue", (*head.sources, *head.checked_against), registry().sources),
        ("régime inconnu", head.valid_for, VALUES["scheme"]),
        ("contact inconnu", head.contacts, registry().contacts),
        ("sujet suivant inconnu", (*head.next, *head.never_with), catalogue),
        ("guide inconnu", (head.guide,) if head.guide else (), guides()),
    )
    for what, names, known in references:
        yield from (f"{what} « {name} »." for name in names if name not in known)


def _rendered_problems(entry: AnswerFile, catalogue: Catalogue, on: date) -> Iterator[tuple[str, str]]:
    """What shows once the figures are in, for everybody the texts adapt to: the problem, and for whom."""
    try:
        for person in people(adapts_to(entry)):
            who = f" ({said_back(person)})" if person != NOBODY else ""
            for form in FORMS:
                message = render(entry, on, catalogue, form, None, person)
                if entry.folder == "answers":
                    yield from ((problem, who) for problem in style_problems(message.blocks, form))
                    if form == "usual":
                        yield from ((problem, who) for problem in _lengths(message))
            for lead in entry.head.leads:
                said = blocks(fill(lead.say, on, Recorder(), person=person))
                yield from ((problem, who) for problem in _lead_problems(said))
    except (ContentError, MarkdownError, ValueError) as error:
        yield str(error), ""


def _lead_problems(said: tuple[Block, ...]) -> Iterator[str]:
    length = sum(len(block_text(block)) for block in said)
    if length > style().most_characters["lead"]:
        yield f"ce qui est dit d'abord fait {length} caractères ({style().most_characters['lead']} au plus)."
    yield from style_problems(said, "usual")


def _lengths(message: Message) -> Iterator[str]:
    most = style().most_characters
    first, *rest = (block_text(block) for block in message.blocks)
    if len(first) > most["short"]:
        yield f"« short » fait {len(first)} caractères ({most['short']} au plus)."
    length = len("\n\n".join(rest))
    if length > most["body"]:
        yield f"la réponse fait {length} caractères ({most['body']} au plus) avant « En savoir plus »."


def _question_problems() -> Iterator[str]:
    for name, question in questions().items():
        head = question.head
        for text in (question.text, head.why, head.hint, head.simple, head.label):
            for figure in literal_figures(text):
                yield f"questions/{name}.md : chiffre écrit en clair « {figure} »."
        for source in head.sources:
            if source not in registry().sources:
                yield f"questions/{name}.md : source inconnue « {source} »."


def _guide_problems() -> Iterator[str]:
    for name, guide in guides().items():
        spoken = (words for verdict in guide.verdicts.values() for words in (verdict.title, verdict.text))
        tables = (guide.mentions, guide.reasons, guide.redirects)
        lists = (guide.changes, guide.steps, guide.documents)
        texts = (guide.intro, guide.stopped, guide.decision, *spoken)
        named = (text for table in tables for text in table.values())
        for text in (*texts, *named, *(line for lines in lists for line in lines)):
            for figure in literal_figures(text):
                yield f"guides/{name}.yaml : chiffre écrit en clair « {figure} »."
            if "vous avez droit à" in text.lower():
                yield f"guides/{name}.yaml : « vous avez droit à » : l'assistant informe, il ne décide pas."
        fields = {*(ask.field for ask in guide.asks), *guide.first, *guide.none_if_unknown, guide.varies} - {""}
        yield from (f"guides/{name}.yaml : question inconnue « {field} »." for field in fields - set(questions()))
        yield from (
            f"guides/{name}.yaml : contact inconnu « {c} »." for c in guide.contacts if c not in registry().contacts
        )


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
