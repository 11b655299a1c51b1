"""What people type on a phone, brought nearer to the words of the examples: shorthand, glued or wrong letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from bot.nlu.normalise import fold

# Folded shorthand and what it stands for; a line holds all that stands for the same words.
_SHORTHAND = """
quoi: koi kwa
c est: c cest
est ce que: eske esk
pourquoi: pk pq prk
comment: cmt coment commen
quand: kan kand qd
combien: cb cbien
qui: ki
que: ke
quel: kel
quelle: kelle
quels: kels
ca: sa
demande: dmd dmde dde
invalidite: inval invalid
l invalidite: linval
categorie: cat categ
categorie 1: cat1
categorie 2: cat2
categorie 3: cat3
securite sociale: secu
medecin: med mdc
travail: taf boss
travailler: bosser
travaille: bosse
rendez vous: rdv
reponse: rep
document: doc
documents: docs
je suis: jsui jsuis chui
je peux: jpeu jpeux
je touche: jtouche
je travaille: jtravail
j ai: g jai
il y a: ya
faut: fo fau
parce que: pcq
bonjour: bjr
salut: slt
tout: tt
pour: pr
dans: ds
avec: ac avk
toujours: tjs tjrs
jamais: jms
meme: mm
vous: vs
nous: ns
mon: mn
beaucoup: bcp
donc: dc
oui: ui
non: nn
apres: apre
"""
SHORTHAND = {
    short: words.strip()
    for words, shorts in (line.split(":") for line in _SHORTHAND.strip().splitlines())
    for short in shorts.split()
}
# From how often a word stands in the examples it is a word of the domain, to which another may be brought back.
KNOWN_FROM = 8
SHORTEST_REPAIRED = 5
_GLUED = re.compile(r"^([jdlmnst]|qu)(?=[bcdfgjklmnpqrstvxz])(.{3,})$")


class Speller:
    """Spells messages with the words of the examples; learn them once, then `spell`."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        counts = Counter(word for text in texts for word in fold(text).split())
        self._known = {word for word, count in counts.items() if count >= KNOWN_FROM}
        self._like: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._like[word[0], len(word)].append(word)

    def spell(self, text: str) -> str:
        """Folded words, shorthand written out, glued pronouns parted, and one wrong letter mended."""
        return " ".join(self._repaired(word) for part in fold(text).split() for word in self._parted(part).split())

    def _parted(self, word: str) -> str:
        if word in SHORTHAND:
            return SHORTHAND[word]
        glued = _GLUED.match(word)
        if word not in self._known and glued and glued[2] in self._known:
            return f"{glued[1]} {glued[2]}"
        return word

    def _repaired(self, word: str) -> str:
        """The only known word that is one letter away and begins alike; the word itself when there are several."""
        if word in self._known or len(word) < SHORTEST_REPAIRED or word.isdigit():
            return word
        lengths = (len(word) - 1, len(word), len(word) + 1)
        near = [
            other for length in lengths for other in self._like.get((word[0], length), ()) if _one_away(word, other)
        ]
        return near[0] if len(near) == 1 else word


def _one_away(word: str, other: str) -> bool:
    """Is it one letter more, less or other, or two letters in the other order?"""
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    left, right = word[same:], other[same:]
    if left[1:] == right[1:] or left == right[1:] or left[1:] == right:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
