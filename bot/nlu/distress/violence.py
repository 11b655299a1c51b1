"""Somebody hurts the writer, or threatens to (written as `phrases.py` says)."""

from __future__ import annotations

VIOLENCE = r"""
# Now
(<near>|on|qui|et) me (frappe|cogne|gifle|etrangle|viole|tabasse|brutalise|sequestre|maltraite|touche la nuit)
(<near>|on|qui|et) me bat(?! (au|aux|a|en|froid|sur)\b)  # me bat aux échecs, me bat froid
(<near>|on|qui|et) me tape($| (dessus|devant|encore|quand|tous|la nuit|le soir|et))  # me tape sur les nerfs
<near> (est|se fait) (frappee?|battue?|violee?|tabassee?|etranglee?)\b<not_by_illness>
femme battue
abuse de moi
attouchements?

# Just now, or before
(<near>|on) m a (encore |deja |re)?<struck>\w*<not_my_things><not_a_game>
(il|<man_near>) vient (encore )?de me (frapper|taper|gifler|cogner|etrangler)
je suis (une )?(femme |fille )?(battue|violee|frappee|maltraitee)(?! par (la|l|le|les|cette|ce|vos|votre)\b)
(m a|me suis fait|j ai ete) violee?<not_my_things>

# Threats
me menace(nt)? (de mort|de me (tuer|frapper|buter|cogner|bruler))
me menace(nt)? avec (un|une|son|sa|le) (<weapon>|arme|hache|marteau|batte)
menace de me (tuer|frapper|buter)
(il|<man_near>) m a menacee? (de mort|de me tuer|avec un)
(il|<man_near>) veut me (tuer|frapper)
(il|mon (ex|mari|conjoint|compagnon)) va me <beat>(?! (au|aux|si je (rate|perds|oublie))\b)
(peur|crains) (qu il|qu elle|que mon <man_near>) (me|nous) (tue|frappe|tape|cogne|fasse du mal)
<near> .{0,20}(avec|a) (un|son) <weapon> (en bas|devant|derriere|a la main|sous)
(en bas|devant|derriere).{0,20} avec (un|son) <weapon>
"""
