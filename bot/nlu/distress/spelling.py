"""How people type the small words around a cue; the phrases are then written once, in plain spelling."""

from __future__ import annotations

from bot.nlu.normalise import fold

SPELLINGS = {
    "veu": "veux", "jveu": "je veux", "jveux": "je veux", "vai": "vais", "jvai": "je vais", "jvais": "je vais",
    "jai": "j ai", "g": "j ai", "jme": "je me", "jpense": "je pense", "jsuis": "je suis", "jsui": "je suis",
    "chui": "je suis", "chuis": "je suis", "sui": "suis", "jen": "j en", "jetouffe": "j etouffe",
    "jarrive": "j arrive", "narrive": "n arrive", "plu": "plus", "pa": "pas", "envi": "envie", "den": "d en",
    "kil": "qu il", "quil": "qu il", "quon": "qu on", "mourrir": "mourir", "mourire": "mourir", "mouri": "mourir",
    "suisider": "suicider", "suiside": "suicide", "sucider": "suicider", "sucide": "suicide",
    "disparaite": "disparaitre", "disparetre": "disparaitre", "medoc": "medocs",
}  # fmt: skip


def plainly_spelt(text: str) -> str:
    """The text folded (no case, accents or punctuation), its usual misspellings mended."""
    return " ".join(SPELLINGS.get(word, word) for word in fold(text).split())
