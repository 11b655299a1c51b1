"""Words that are sure only when the message tells neither of a loss, nor of the past, nor of a contract.

Written as `phrases.py` says.
"""

from __future__ import annotations

MENTIONS = r"""
suicid\w*
fait une ts\b
(voulu|tente de|essaye de) <kill_me>
(?<!pas d )(?<!plus d )(?<!avec )(?<!avec des )(idees?|pensees?) (sont )?(tres |si )?(noires?|sombres?|morbides?)
pense\w* (\w+ ){0,3}a (la mort(?! (de|d|du)\b)|mourir)
"""

NOT_NOW = r"""
# A loss
s est (suicide\w*|donne la mort)
(suicide|deces|perte) (de|d|du) (mon|ma|mes|son|sa|notre|votre|papa|maman)

# The past
il y a (\d+|deux|trois|quatre|cinq|six|dix|quelques|plusieurs|longtemps) (ans|annees|mois)
en (19|20)\d\d
antecedents?|dans le passe|autrefois|a l epoque

# A contract, or a subject of conversation
clause|contrat|garantie|capital deces|taux de suicide
assurance (?!maladie)
film|livre|serie|roman|chanson
pas suicid\w*
"""
