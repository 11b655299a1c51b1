"""The kinds of resources that somebody has beside the pension: "des loyers et un peu de chômage", "rien d'autre"."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.answers import french
from bot.dialogue.replies.folding import fold, plain
from bot.dialogue.replies.reading import Reading, Refused, Value
from bot.dialogue.resources_named import resource_words, resources_named
from bot.rules.resources import default_resources

NONE = Value("none", "aucune autre ressource")
SHORTEST_SLIP = 6  # letters: a shorter word is too easily another word
_BEFORE = (
    r"(?:(?:non|nan|ben|bah|euh|moi|c est tout|merci|je|j|n|ne|ai|touche|percois|recois|gagne|vis|il|y|a|en|c est) )*"
)
_NO = (
    r"(?:non|nan|(?:plus )?aucune?|zero|neant|nada|0|(?:plus )?rien(?: d autre)?|"
    r"pas(?: de?)?(?= (?:autre|ressource|revenu|rentree)))"
)
_OTHERS = (
    r"(?: (?:autres?|de plus|en plus|ressources?|revenus?|rentrees?|d argent|du tout|a part|seule?|"
    r"que|la|ca|ma|pension|d invalidite))*"
)
_ONLY = r"(?:(?:(?:rien d autre|plus) )?que|juste|seulement|uniquement|simplement|rien a part)?"
_PENSION = r"(?:ma|la|mon|cette) pension(?: d invalidite)?"
_THAT_IS_ALL = r"(?: (?:seulement|seule|uniquement|(?:et )?c est tout|et rien(?: d autre)?))*"
_NOTHING_ELSE = re.compile(rf"^{_BEFORE}{_NO}{_OTHERS}$|^{_BEFORE}{_ONLY} ?(?:de )?{_PENSION}{_THAT_IS_ALL}$")

_CLAUSES = re.compile(
    r"[.,;:!?\n]+|\bmais\b|"
    r"\b(?:et |puis )?(?=(?:maintenant|aujourd'hui|desormais|a present|depuis)\b)|\bet (?=j(?:e |'))"
)
_BESIDE = re.compile(r"\ben plus d(?:e |u |es |')")
_ENDS = (
    r"(?:s'est|s'etait|c'est|est|sont|etait) (?:bien |deja |completement )?(?:fini|termine|arrete|epuise)e?s?|"
    r"(?:a|ont) pris fin"
)
# What tells of the past; "j'ai touché une prime" may be of this month.
_PAST = re.compile(
    rf"\b(?:avais|touchais|percevais|recevais|gagnais|avait)\b|^ ?(?:fini|termine)e?s?\b|\b(?:{_ENDS})(?! de)\b"
)
_ENDED_IT = re.compile(rf"^ ?(?:mais )?(?:ca |ce |cela |il |elle |c'est )?(?:{_ENDS}|fini|termine)\b[^a-z]*$")


def read_resources(text: str) -> Reading:
    """The kinds named, in the order of the text, "none" when there is nothing beside the pension."""
    now = _told_as_present(text)
    kinds = resources_named(_spelled_right(now))
    if kinds:
        return Value("|".join(kinds), _said(kinds))
    return NONE if _NOTHING_ELSE.search(plain(now)) else Refused()


def _told_as_present(text: str) -> str:
    """The text without the clauses that tell what somebody no longer has."""
    kept: list[str] = []
    for clause in _CLAUSES.split(_BESIDE.sub("avec ", fold(text))):
        if _ENDED_IT.search(clause):  # "le chômage, c'est fini": what stands just before has ended
            kept = kept[:-1]
        elif not _PAST.search(clause):
            kept.append(clause)
    return " ".join(clause.strip() for clause in kept)


def _said(kinds: tuple[str, ...]) -> str:
    """Their labels without what stands between brackets; those that are lists themselves stay apart."""
    labels = [_inside(re.sub(r" \(.*\)", "", default_resources()[kind].label)) for kind in kinds]
    return " ; ".join(labels) if any("," in label for label in labels) else french.joined(labels)


def _inside(label: str) -> str:
    """A label inside a sentence: only what is all in capitals keeps them."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _spelled_right(text: str) -> str:
    """The text with one letter put right in the long names of resources: "loyeres", "retrate"."""
    names = _names()

    def right(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < SHORTEST_SLIP or word in names or word.rstrip("s") in names:
            return word
        near = (name for name in names if name[0] == word[0] and OSA.distance(word, name, score_cutoff=1) <= 1)
        return next(near, word)

    return re.sub(r"[a-z]+", right, fold(text))


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    words = {word for names in resource_words().named.values() for word in re.findall(r"[a-z]{6,}", names)}
    return tuple(sorted(words | {word.rstrip("s") for word in words}))
