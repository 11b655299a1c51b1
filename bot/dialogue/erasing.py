"""Does somebody want this conversation erased, for certain? What is erased cannot be had back."""

from __future__ import annotations

import re

from bot.dialogue.replies.folding import plain as folded

# What is said here, in the words that people have for it.
_OURS = re.compile(
    r"\b(?:conversation|discussion|echanges?|chat|historique|messages?|reponses?|donnees?|infos?|informations?|"
    r"tout|toutes|ca|ecrit|ecrite|ecrites|dit|oubli|effacement)\b"
)
# What others keep: a file, an account, a debt.
_ELSEWHERE = re.compile(
    r"\b(?:caisses?|cpam|cnam|cgss|msa|carsat|caf|urssaf|ameli|assurance|secu|securite|mutuelle|employeur|medecin|"
    r"dossiers?|comptes?|dettes?|pension|(?:ma|la|cette) demande|courriers?|declarations?)\b"
)
_ASKS = re.compile(
    r"^(?:comment|est ce|peut on|puis je|je peux|peux tu|pouvez vous|faut il|qui|quand|combien|pourquoi)\b"
)


def is_certain(text: str) -> bool:
    """Whether these words, taken for a wish to erase, are an order about this conversation and nothing else.

    A button ("/…") is certain. A question, or words of what a fund or somebody else keeps, are asked about first.
    """
    if text.startswith("/"):
        return True
    words = folded(text)
    asks = _ASKS.search(words) or text.rstrip().endswith("?")
    return bool(_OURS.search(words)) and not asks and not _ELSEWHERE.search(words)
