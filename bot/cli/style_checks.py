"""Are the answers written plainly? Lengths, words to avoid, typography; the limits stand in `content/style.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from pydantic import BaseModel, Extra

from bot.answers.content_file import content_file
from bot.answers.message import Block
from bot.answers.plain_text import spans_text
from bot.answers.render import Form
from bot.dialogue.replies.folding import plain

_END = re.compile(r"(?<=[.?;:…])\s+")
_IN_A_NUMBER = re.compile(r"(?<=\d)[\s\u00a0\u202f,](?=\d)")
_WORD = re.compile(r"[\w'’-]+")
_ENOUGH = 4  # sentences, for an average to mean something
# Signs that French sets apart, after an ordinary letter; a stray space before a comma or a point; emoji; shouting.
_TYPOGRAPHY = (
    (re.compile(r"[^\s\u00a0\u202f/:»][;:?!](?!//)(?=\s|$)"), "espace manquante avant un signe double"),
    (re.compile(r"\s[,.](?=\s|$)"), "espace en trop avant une virgule ou un point"),
    (re.compile(r"!"), "point d'exclamation"),
    (re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]"), "émoji"),
    (re.compile(r"\d(?:€|%)|€\s?\d"), "« € » ou « % » mal placé"),
    (re.compile(r"[\"“”]"), "guillemets droits ou anglais"),
    (re.compile(r" {2,}"), "deux espaces de suite"),
)


class Style(BaseModel):
    """The limits and the words; see the file for what each is."""

    most_words: Mapping[str, int]
    most_words_on_average: Mapping[str, float]
    most_characters: Mapping[str, int]
    avoid: tuple[str, ...]
    allow: tuple[str, ...] = ()
    explained_in_simple: Mapping[str, str]

    class Config:
        frozen = True
        extra = Extra.forbid


@lru_cache(maxsize=1)
def style() -> Style:
    """The project's own, read once.

    Raises:
        ValueError: the file does not have the expected form.
    """
    return content_file("style.yaml", Style)


def sentences(blocks: Sequence[Block]) -> list[str]:
    """The sentences of a text; what stands between two signs of punctuation that one can breathe at."""
    lines = [spans_text(item) for block in blocks for item in block.items]
    return [part for line in lines for part in _END.split(line) if _WORD.search(part)]


def words(sentence: str) -> int:
    """How many words; a number with its thousands is one."""
    return len(_WORD.findall(_IN_A_NUMBER.sub("", sentence)))


def style_problems(blocks: Sequence[Block], form: Form) -> Iterator[str]:
    """What is not plain in a text of that form."""
    limits, said = style(), sentences(blocks)
    lengths = [words(sentence) for sentence in said]
    for sentence, length in zip(said, lengths, strict=True):
        if length > limits.most_words[form]:
            yield f"phrase de {length} mots ({limits.most_words[form]} au plus) : « {sentence[:60]}… »"
        yield from (f"à dire plus simplement : « {word} » dans « {sentence[:60]}… »" for word in _heavy(sentence))
        yield from (f"{wrong} : « {sentence[:60]}… »" for sign, wrong in _TYPOGRAPHY if sign.search(sentence))
    enough = len(lengths) >= _ENOUGH
    if enough and sum(lengths) / len(lengths) > limits.most_words_on_average[form]:
        yield f"phrases trop longues en moyenne ({sum(lengths) / len(lengths):.1f} mots)"
    if form == "simple":
        yield from _unexplained(" ".join(said))


def _heavy(sentence: str) -> Iterator[str]:
    folded = plain(sentence)
    for allowed in style().allow:
        folded = folded.replace(allowed, "")
    yield from (word for word in style().avoid if re.search(rf"\b{word}", folded))


def _unexplained(text: str) -> Iterator[str]:
    for short, long in style().explained_in_simple.items():
        if re.search(rf"\b{short}\b", text) and long.lower() not in text.lower():
            yield f"sigle sans ses mots : {short} ({long})"
