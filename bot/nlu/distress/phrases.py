"""How the phrases are written, and how one expression is made of them.

One phrase a line, in folded words: no case, no accents, an apostrophe is a space. A phrase is a regular expression,
and begins where a word begins; it may go on after its end ("suicid" finds "suicidaire") unless it says `\\b`. `<name>`
stands for any line of that name in FRAGMENTS. `#` begins a comment: mostly what a `(?! …)` is there to let through.
"""

from __future__ import annotations

import re

from bot.nlu.distress.fragments import FRAGMENTS

_NAME = re.compile(r"<([a-z_]+)>")
_COMMENT = re.compile(r"\s*#.*")


def finder(*lists: str, whole_words: bool = False) -> re.Pattern[str]:
    """What finds any phrase of these lists; `whole_words`: a phrase must also end where a word ends."""
    return re.compile(r"\b" + any_of("\n".join(lists)) + (r"\b" if whole_words else ""))


def any_of(phrases: str) -> str:
    """The expression that matches any line, fragments put in their places.

    Raises:
        KeyError: a phrase names a fragment that does not exist.
    """
    lines = (_COMMENT.sub("", line).strip() for line in phrases.splitlines())
    expression = "|".join(line for line in lines if line)
    return "(?:" + _NAME.sub(lambda name: any_of(FRAGMENTS[name[1]]), expression) + ")"
