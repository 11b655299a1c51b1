"""Words of distress that must never be missed, whatever else the message says; the classifier sees the rest.

Only what is plain enough to be sure: somebody who loses patience ("ce dossier me tue"), mourns ("mon mari s'est
suicidé") or tells an old illness must get the answer asked for. Veiled or long messages are the classifier's.

The phrases stand in one module a theme, written as `phrases.py` says. None is learnt: a change needs no training.
"""

from __future__ import annotations

from bot.nlu.distress.emergency import EMERGENCY
from bot.nlu.distress.mentions import MENTIONS, NOT_NOW
from bot.nlu.distress.phrases import finder
from bot.nlu.distress.spelling import plainly_spelt
from bot.nlu.distress.suicide import SUICIDE
from bot.nlu.distress.violence import VIOLENCE

_SURE = finder(SUICIDE, EMERGENCY, VIOLENCE)
_MENTION = finder(MENTIONS)
_NOT_NOW = finder(NOT_NOW, whole_words=True)


def has_distress_cue(text: str) -> bool:
    """Does the message hold words of distress, of its writer or of somebody near?"""
    words = plainly_spelt(text)
    if _SURE.search(words):
        return True
    return bool(_MENTION.search(words)) and not _NOT_NOW.search(words)
