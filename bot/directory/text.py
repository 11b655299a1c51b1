"""Folding of place names: what two people may write differently for one place becomes equal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ARTICLES = frozenset({"le", "la", "les", "l", "las", "los"})
# Words that tie the parts of a name together; people forget or swap them ("Villeneuve Ascq").
LINKS = frozenset(str.split("de d du des la le les l las los en sur sous et a au aux lez pres dans s"))
_ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "st": ("saint",), "ste": ("sainte",), "sts": ("saints",), "stes": ("saintes",),
    "mt": ("mont",), "nd": ("notre", "dame"), "ss": ("sous",),
}  # fmt: skip
_LATIN = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_PLAIN = "aaaaaaceeeeiiiinooooouuuuyy"
_MARKS = "\u0300\u0301\u0302\u0303\u0308\u0327"
_FOLD = str.maketrans(
    dict(zip(_LATIN, _PLAIN, strict=True)) | dict.fromkeys(_MARKS, "") | {"œ": "oe", "æ": "ae", "ß": "ss"}
)
_WORD = re.compile(r"[^\W_]+")
_NAME_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Token:
    """A word of a text: folded form, original form, and the character offsets in the text."""

    folded: str
    raw: str
    start: int
    end: int


def plain(text: str) -> str:
    """Lower case without accents nor ligatures; punctuation is kept."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_FOLD)


def name_words(name: str) -> list[str]:
    """The folded words of a name, abbreviations spelled out, articles kept."""
    words: list[str] = []
    for word in _NAME_WORD.findall(plain(name)):
        words.extend(_ABBREVIATIONS.get(word, (word,)))
    return words


def without_article(words: list[str]) -> list[str]:
    """The words less a leading article, unless nothing would be left."""
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def name_key(name: str) -> str:
    """The key under which a name is filed: "Le Puy-en-Velay" and "puy en velay" are equal."""
    return " ".join(without_article(name_words(name)))


def squashed(words: list[str]) -> str:
    """The letters alone: "lhaylesroses"."""
    return "".join(words)


def loose(words: list[str]) -> str:
    """The words that carry the name, without those that only link them."""
    return " ".join(word for word in words if word not in LINKS) or " ".join(words)


def tokens(text: str) -> list[Token]:
    """The words of a text in order, each with its folded form ("St" gives "saint")."""
    text = unicodedata.normalize("NFC", text)
    found: list[Token] = []
    for match in _WORD.finditer(text):
        folded = plain(match[0])
        words = _ABBREVIATIONS.get(folded, (folded,))
        if folded == "s" and text[match.end() : match.end() + 1] == "/":
            words = ("sur",)  # "Chalon s/ Saône"
        found.extend(Token(word, match[0], match.start(), match.end()) for word in words)
    return found


_PHONES = (
    (re.compile(r"[^a-z]"), ""), (re.compile(r"ph"), "f"), (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"s?c(?=[eiy])"), "s"), (re.compile(r"eau|au"), "o"), (re.compile(r"ai|ei|ay|ey"), "e"),
    (re.compile(r"y"), "i"), (re.compile(r"ck|qu|q|c(?![eih])"), "k"), (re.compile(r"ss|z"), "s"),
    (re.compile(r"gu(?=[ei])"), "G"), (re.compile(r"g(?=[ei])"), "j"), (re.compile(r"G"), "g"),
    (re.compile(r"(?:ai|ei|[aei])[mn](?![aeimn])|am|em|en|an"), "an"), (re.compile(r"x$"), "s"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"[estdp]+$"), ""),
)  # fmt: skip


def sound(words: list[str]) -> str:
    """A rough spelling by ear: two names that sound alike usually share it."""
    parts = []
    for word in words:
        for pattern, by in _PHONES:
            word = pattern.sub(by, word)
        parts.append(word)
    return "".join(parts)


def skeleton(words: list[str]) -> str:
    """The consonants that are heard: what is left of a name that was swallowed ("Sarguemine")."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", sound(words)))
