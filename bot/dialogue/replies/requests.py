"""Does a message ask to do something together, rather than to be told something? "Calculez ma pension", for one."""

from __future__ import annotations

import re

from bot.dialogue.replies.folding import plain

_DO = r"(?:calcul|estim|simul|verifi|evalu|prepar|determin|chiffr|test)"
_ORDER = rf"{_DO}(?:e|ez|es|ons|er)?"
_ME = r"(?: (?:moi|nous|ensemble|avec (?:moi|nous)))?"
_PLEASE = (
    r"(?:(?:pouvez|pourriez|voulez|voudriez) vous|(?:peux|pourrais|veux) tu|"
    r"(?:tu|vous) (?:peux|pouvez|pourrais|pourriez)|"
    r"(?:peut|pourrait) on|on (?:peut|pourrait|va)|je (?:veux|voudrais|souhaite|souhaiterais)|j aimerais|"
    r"(?:aide[rz]?|aidez) (?:moi|nous)(?: a)?|merci de|il faudrait|faut)"
)
_REQUEST = re.compile(
    rf"{_PLEASE}(?: (?:bien|me|m|nous|le|la|les|moi|a|l))* {_ORDER}\b"
    rf"|(?:^|\b(?:bonjour|bonsoir|alors|donc|et|svp|stp) ){_ORDER}{_ME} "
    r"(?:si|ma|mon|mes|la|le|l|les|combien|ce|jusqu|a|cumul|montant|pension|recours|asi)\b"
    rf"|\b{_DO}(?:e|ez|ons|er)? (?:moi|nous|ensemble)\b"
    r"|\bcalcule[zr]? (?:ma|mon|mes|combien|jusqu|ce|si|la|le)\b"
    r"|\b(?:posez|pose) (?:moi|nous) (?:vos|tes|les|des) questions\b"
    r"|\b(?:tu|vous) (?:me|nous) (?:guides?|guidez|accompagne[sz]?|calcule[sz]?|simule[sz]?)\b"
    r"|\bguide[zr]? (?:moi|nous)\b"
    r"|^(?:une? )?(?:simulation|estimation|simulateur|calculateur)\b"
    r"|\bfai(?:tes|s) (?:moi |nous )?(?:le|un|une|la) (?:calcul|simulation|estimation|point|test)\b"
)
MOST_WORDS = 25
_HOW = re.compile(r"\b(?:comment|ou|qui|quand|pourquoi)\b(?: \w+){0,4} (?:on |je |se |s |la caisse |est )?calcul")


def asks_to_do(text: str) -> bool:
    """A request for a calculation, a check or a preparation; not how somebody else makes one."""
    words = plain(text)
    if len(words.split()) > MOST_WORDS:  # in a story, somebody else calculates
        return False
    return bool(_REQUEST.search(words)) and not _HOW.search(words)
