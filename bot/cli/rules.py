"""`assistant rules`: the rules of the law, questioned in the terminal or with a JSON situation."""

from __future__ import annotations

import json
import re
import sys
from datetime import date

import click

from bot.answers.plain_text import plain_text
from bot.answers.rule_words import rule_words
from bot.cli.errors import BadInput
from bot.cli.rules_fields import TYPED, doubt, read_typed
from bot.cli.rules_input import Answer, answer, read_json
from bot.cli.rules_report import as_json as finding_json
from bot.cli.rules_report import report
from bot.dialogue import asking
from bot.dialogue.field_words import meaning, said
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Refused
from bot.rules import RULES, UNKNOWN, Finding
from bot.rules.reader import allowed, kind
from bot.settings import today

HELP = "« ? » explique la question ; Entrée ou « je ne sais pas » si vous ne savez pas ; Ctrl-D pour finir."
NOTHING_MORE = "Il ne reste aucune question qui puisse changer le résultat."

# What a rule takes as none when it was not told: asked here rather than assumed.
TAKEN_AS_NONE = {
    ("cumul", "general_employee"): (
        "gross_pay_reference_period", "replacement_income_reference_period", "self_employed_income_last_civil_year",
        "category",
    ),
    ("cumul", "self_employed"): ("gross_pay_reference_period", "self_employed_income_penultimate_civil_year"),
    ("cumul", "agri_self_employed"): ("gross_pay_reference_period", "income_last_civil_year"),
}  # fmt: skip
TAKEN_AS_NONE["cumul", "agri_employee"] = TAKEN_AS_NONE["cumul", "general_employee"]


@click.command()
@click.argument("name", required=False)
@click.option(
    "--json", "as_json", is_flag=True, help="Lit une situation (objet JSON) et rend tout le résultat en JSON."
)
def rules(name: str | None, as_json: bool) -> None:
    """Liste les règles ; avec un nom, pose les questions utiles et donne le résultat et ses textes."""
    if name is None:
        _list(as_json)
        return
    if name not in RULES:
        raise BadInput(f"Règle inconnue : « {' '.join(name.split())} ». Les règles : {', '.join(RULES)}.")
    if as_json:
        facts, on = read_json(sys.stdin, today())
        _write(finding_json(answer(name, facts, on)))
        return
    click.echo(f"{rule_words().titles[name]}\n{HELP}")
    found = converse(name, today())
    click.echo(f"\n{report(found)}")


def _list(as_json: bool) -> None:
    if as_json:
        _write([{"name": name, "title": rule_words().titles[name]} for name in RULES])
        return
    for name in RULES:
        click.echo(f"{name} : {rule_words().titles[name]}")


def _write(found: object) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


def converse(rule: str, on: date) -> Answer:
    """Ask what is missing, the most influential first, until nothing can change the result or the input ends.

    Raises:
        BadInput: the rule has no figure for this date.
    """
    facts: dict[str, str] = {}
    found = answer(rule, facts, on)
    try:
        # A rule may still call missing what was answered "unknown": nothing is asked twice.
        while left := _left(rule, facts, found.finding):
            found = _asked(rule, left[0], facts, found, on)
    except EOFError:
        click.echo("")
        return found
    except UnicodeDecodeError as error:
        raise BadInput("L'entrée doit être du texte en UTF-8.") from error
    click.echo(f"\n{NOTHING_MORE}")
    return found


def _left(rule: str, facts: dict[str, str], finding: Finding) -> list[str]:
    """What is still to ask: what the rule misses, then what it would take as none."""
    taken = TAKEN_AS_NONE.get((rule, facts.get("scheme", "")), ())
    return [name for name in (*finding.missing, *taken) if name not in facts]


def _asked(rule: str, name: str, facts: dict[str, str], found: Answer, on: date) -> Answer:
    """One question, asked until its reply can be used; the fact is added."""
    click.echo(f"\n{_question(name, found.finding, on)}")
    refused = 0
    while True:
        text = input("> ").strip()
        if text == "?":
            click.echo(_explained(name, found.finding, on))
            continue
        value = _value(name, text, found.finding, on, again=refused > 0)
        if value is not None:
            try:
                after = answer(rule, {**facts, name: value}, on)
            except BadInput as error:  # the rule cannot use this reply: another one, or none
                if value == UNKNOWN:
                    raise
                click.echo(_for_people(name, error))
            else:
                facts[name] = value
                return after
        refused += 1


def _for_people(name: str, error: BadInput) -> str:
    """What is expected in words rather than in the vocabulary of the rules."""
    text = re.sub(r"^Champ « \w+ » : ", "", str(error))
    return TYPED[kind(name)] if "attendu : " in text and kind(name) in TYPED else _capital(text)


def _question(name: str, finding: Finding, on: date) -> str:
    asked = questions().get(name)
    if asked is None:
        choices = [str(said(name, value)) for value in allowed(name)]
        yes_or_no = " Oui ou non." if kind(name) == "YesNo" else ""
        return "\n".join([f"{_capital(meaning(name))} ({name}) ?{yes_or_no}", *_numbered(choices)])
    message = asking.ask(asked, finding, on)
    choices = [label for _, label, _ in asking.ready_answers(asked, finding, on)]
    # A bare number is a value where a value may be typed: only a pure choice is numbered.
    shown = _numbered(choices) if asked.head.kind == "choice" else [f"  - {choice}" for choice in choices]
    return "\n".join([plain_text(message), *shown])


def _numbered(choices: list[str]) -> list[str]:
    return [f"  {number}. {choice}" for number, choice in enumerate(choices, 1)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _explained(name: str, finding: Finding, on: date) -> str:
    asked = questions().get(name)
    if asked is not None:
        return plain_text(asking.why(asked, finding, on))
    return f"{_capital(meaning(name))}. {TYPED.get(kind(name), '')}".strip()


def _value(name: str, text: str, finding: Finding, on: date, again: bool) -> str | None:
    """A reply in the vocabulary of the rules; None once it was said why it cannot be used."""
    if not text:
        return UNKNOWN
    asked = questions().get(name)
    if asked is not None:
        return _read(asked, text, finding, on, again)
    value = read_typed(name, text, on)
    if value is None:
        click.echo(doubt(name, text, on) or TYPED.get(kind(name), "Je n'ai pas compris."))
    return value


def _read(asked: Question, text: str, finding: Finding, on: date, again: bool) -> str | None:
    reading = read(asked, text, finding, on)
    if isinstance(reading, DontKnow):
        return UNKNOWN
    if isinstance(reading, Refused):
        click.echo(plain_text(asking.explain_error(asked, reading.reason, finding, on, again)))
        return None
    if isinstance(reading, Ambiguous):
        click.echo("\n".join([reading.question, *(f"  - {label}" for label in reading.labels)]))
        return None
    return reading.value
