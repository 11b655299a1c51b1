"""Words of distress that must never be missed, whatever else the message says; the classifier sees the rest."""

from __future__ import annotations

import re

from bot.nlu.normalise import fold

_CUES = re.compile(
    r"\b(suicid\w*|me (tuer|foutre en l air|flinguer|pendre|jeter (sous|par|dans)|supprimer)|me tue(?! a)|"
    r"(veux|vais|voudrais|envie de|prefere|autant|mieux vaut) (mourir|crever|en finir|disparaitre)|envie d en finir|"
    r"(en finir|finir) avec (la|ma) vie|mettre fin a (mes jours|ma vie|tout)|plus envie de vivre|plus la force de vivre|"
    r"(veux|peux) plus vivre|mieux si (j etais|je n etais) (mort|morte|plus)|serai[st]? mieux mort|"
    r"(avaler|prendre|avale|pris|combien de) (toutes? |tous )?(mes |les |mes )?(cachets|comprimes|medocs|medicaments) (pour (mourir|en finir|partir|ne plus))|"
    r"combien de (comprimes|cachets|medocs)|me (couper|ouvrir) les veines|me jette|je saute|pense a la mort|idees? noires?|"
    r"kms|jme suicide|plus rien a perdre|adieu a tous|(il|mon mari|mon conjoint|mon ex|mon compagnon|mon fils|on) me (frappe|bat|tape|menace)|"
    r"j etouffe|arrive plus a respirer|douleur (dans|a) la poitrine|fait un (malaise|avc|infarctus)|perd(s)? connaissance)\b"
)
# "Ma femme s'est suicidée", "assurance en cas de suicide": a loss or a clause, not a call for help of the writer.
_OTHERS = re.compile(
    r"\b(s est (suicide\w*|donne la mort)|suicide (de|d) (mon|ma|son|sa|notre)|clause|contrat|assurance)\b"
)


def has_distress_cue(text: str) -> bool:
    """Does the message hold words of distress of its writer?"""
    folded = fold(text)
    return bool(_CUES.search(folded)) and not _OTHERS.search(folded)
