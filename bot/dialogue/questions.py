"""The question files: one per field a rule may miss (`content/questions/<field>.md`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Extra

from bot.answers.catalogue import ContentError
from bot.settings import CONTENT

ReplyKind = Literal[
    "choice", "date", "any_date", "birth", "age", "hours", "yearly_pay", "yearly_income", "yearly_sum", "monthly_sum",
    "year", "count", "yearly_pays", "resources", "place",
]  # fmt: skip

# Kinds of questions to which a bare number is a value.
NUMBERS = {
    "birth", "age", "hours", "yearly_pay", "yearly_income", "yearly_sum", "monthly_sum", "year", "count", "yearly_pays",
}  # fmt: skip


class ChoiceText(BaseModel):
    """One ready answer; `label` and `value` may hold `{{ figures }}`; `means` ties it to a bare yes or no."""

    label: str
    value: str
    means: Literal["yes", "no", ""] = ""
    words: tuple[str, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid


class QuestionHead(BaseModel):
    """The head of a question file.

    `cues`: words that name the fact in a correction. `beside`: the question whose reply may tell this fact as well.
    `told`, `told_as`: how people tell it of themselves anywhere.
    """

    kind: ReplyKind
    label: str
    why: str
    error: str
    error_again: str
    simple: str
    hint: str = ""
    error_net: str = ""
    error_abroad: str = ""
    cues: tuple[str, ...] = ()
    beside: str = ""
    told: tuple[str, ...] = ()
    told_as: Mapping[str, tuple[str, ...]] = {}
    sources: tuple[str, ...] = ()
    choices: tuple[ChoiceText, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid


@dataclass(frozen=True)
class Question:
    """A field's question."""

    field: str
    head: QuestionHead
    text: str


def load_questions(folder: Path) -> Mapping[str, Question]:
    """Read all question files by field.

    Raises:
        ContentError: a file does not have the expected form.
    """
    questions = {}
    for path in sorted(folder.glob("*.md")):
        try:
            _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
            questions[path.stem] = Question(path.stem, QuestionHead.parse_obj(yaml.safe_load(head)), text.strip())
        except (ValueError, yaml.YAMLError) as error:
            raise ContentError(f"{path.name} : question illisible ({error}).") from error
    return questions


@lru_cache(maxsize=1)
def questions() -> Mapping[str, Question]:
    """The project's own questions, read once."""
    return load_questions(CONTENT / "questions")
