"""Choices in words: numbers only where a number picks one."""

from __future__ import annotations

from typing import Any

from bot.answers.message import Choice
from bot.channels.incoming import picked
from bot.channels.rendering.numbered import NUMBER, OR_ASK, OR_ELSE, PICK, PICK_ONE, choices_text, numbered

LABELS = ["Salarié", "À votre compte", "Je ne sais pas"]


def question(*labels: str, **others: Any) -> dict[str, Any]:
    return {"text": "Quel est votre régime ?", "choices": [{"id": "x", "label": label} for label in labels], **others}


def test_each_number_picks_the_choice_it_stands_before() -> None:
    lines = numbered(question(*LABELS)).split("\n")
    assert lines[-1] == PICK
    choices = [Choice(label, f"payload-{label}") for label in LABELS]
    for line in lines[-1 - len(LABELS) : -1]:
        number, _, label = line.partition(". ")
        assert picked(number, choices) == Choice(label, f"payload-{label}")


def test_where_a_number_is_an_answer_none_is_given() -> None:
    text = numbered(question(*LABELS, expects=NUMBER))
    assert text.split("\n")[-4:] == [OR_ELSE, *(f"- {label}" for label in LABELS)]


def test_what_is_not_the_last_message_gives_no_number() -> None:
    assert choices_text(question("Un sujet"), is_last=False) == f"{OR_ASK}\n- Un sujet"


def test_one_choice_is_picked_by_one() -> None:
    assert numbered(question("Plus de détails")).endswith(f"1. Plus de détails\n{PICK_ONE}")


def test_without_choices_the_text_is_all() -> None:
    assert numbered({"text": "Merci."}) == "Merci."
    assert numbered(question()) == "Quel est votre régime ?"
