"""What many believe and is not so: set right in a sentence before the answer (`content/presuppositions.yaml`)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import yaml
from pydantic import BaseModel, Extra

from bot.answers.figures import Recorder, ShownFigure
from bot.answers.message import Block, paragraph
from bot.answers.templates import fill
from bot.dialogue.phrases import begins
from bot.dialogue.replies.folding import plain
from bot.settings import CONTENT


class Presupposition(BaseModel):
    """A false belief: the turns of phrase that show it, those that show that it is no belief, and what is true.

    `facts`: ids of the fact base behind the text.
    """

    id: str
    when: str
    unless: str = ""
    text: str
    facts: tuple[str, ...]

    class Config:
        frozen = True
        extra = Extra.forbid

    def held_in(self, text: str) -> bool:
        """Does the message take it for true?"""
        words = plain(text)
        return bool(begins(self.when).search(words)) and not (self.unless and begins(self.unless).search(words))


@lru_cache(maxsize=1)
def presuppositions() -> tuple[Presupposition, ...]:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    entries = yaml.safe_load((CONTENT / "presuppositions.yaml").read_text(encoding="utf-8"))
    return tuple(Presupposition.parse_obj(entry) for entry in entries)


def set_right(text: str, on: date) -> tuple[Block, tuple[ShownFigure, ...]] | None:
    """What to say before the answer, with its figures of the day; None when nothing false is taken for true."""
    held = next((one for one in presuppositions() if one.held_in(text)), None)
    if held is None:
        return None
    recorder = Recorder()
    return paragraph(fill(held.text, on, recorder)), tuple(recorder.shown.values())
