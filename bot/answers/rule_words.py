"""The French words of what the rules say (`content/rules.yaml`): titles, verdicts, outputs, units, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, Extra

from bot.answers.content_file import content_file

Words = Mapping[str, str]


class OutputWords(BaseModel):
    """An output or a threshold of a rule: its label, and its unit ("" for a word)."""

    label: str
    unit: str = ""

    class Config:
        frozen = True
        extra = Extra.forbid


class RuleWords(BaseModel):
    """All of them; see the file for what each group is."""

    titles: Words
    verdicts: Words
    decision: str
    truths: Words
    conditions: Words
    outputs: Mapping[str, OutputWords]
    values: Words
    values_of: Mapping[str, Words]
    mentions: Words
    meanings: Words
    units: Words

    class Config:
        frozen = True
        extra = Extra.forbid

    def value(self, name: str, value: object) -> str:
        """A word that an output, a choice or a reason takes, in French; itself when nothing says it."""
        text = str(value)
        return self.values_of.get(name, {}).get(text) or self.values.get(text, text)

    def output(self, name: str) -> OutputWords:
        """The words of an output; its name when nothing says it."""
        return self.outputs.get(name) or OutputWords(label=name)


@lru_cache(maxsize=1)
def rule_words() -> RuleWords:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return content_file("rules.yaml", RuleWords)
