"""Wanting to die, saying goodbye, harming oneself; the writer or somebody near (written as `phrases.py` says)."""

from __future__ import annotations

SUICIDE = r"""
# To want it
<want>( <really>)? mourir(?! (de|d) (rire|faim|soif|honte|ennui|chaud|peur))
<want>( <really>)? (crever|(d )?<end_it>|<kill_me>)
(?<!pas )envie d <end_it>
(reste|manque|reste plus) (plus )?(qu a|que) (<kill_me>|mourir|crever|en finir)
(laisse|laissez|qu on me laisse)( moi)? (mourir|crever)
mieux vaut que je (creve|meure)
vivement (que je meure|la mort)
n attends (plus )?que (la|ma) mort
comment mourir (sans|vite)
(disent|dit) d en finir

# To be about to
je (vais|dois) (finir par |surement |juste )?(<kill_me>|<end_it>|crever ce soir|mourir (ce soir|cette nuit|demain))
je me (tue|suicide|flingue|pends|supprime|fous en l air)<not_a_task>
je me (jette (sous|par|du|dans le vide)|ouvre les veines|tire une balle)<not_a_task>
(met|mettre|mets) fin a <my_life>\b(?! (professionnelle|active|de)\b)
passer a l acte
<jump>($| (du|par la fenetre|de la fenetre|dans le vide|d un pont|ca reglera))
envie de (foncer|me foutre|me planter) (dans|contre) un (arbre|mur|platane|camion)
finir sous (un|le) (train|metro)
(vais|va) (finir par |surement )?faire une (betise|connerie)(?! (avec|dans|en|sur|administrative|de)\b)
peur de faire une (betise|connerie)(?=$| ce soir| cette nuit)

# Somebody near
<they_want> (mourir(?! (chez|a la maison|a domicile|dignement))|<end_it>|<kill_self>)
(va|allait) <kill_self>
(fait|refaire) une tentative\b.{0,40}\brecommencer
vient de faire une tentative
tentative de suicide (hier|ce matin|cette nuit|aujourd hui)
tentative de suicide il y a (une|deux|trois|quelques|\d+) (heures?|minutes?|jours?)
retrouver (pendue?|morte?)(?=$| (chez|demain|un matin))

# No more wish to live
(plus|pu) (aucune? )?(envie|force|la force|le courage|gout|le gout|de gout|de raison|aucune raison) (de|a) <live>
(aucune|plus de) raison de (vivre|continuer a vivre)
perdu (le gout|l envie) de vivre
plus envie de rien meme plus de vivre
plus envie d etre en vie
(veux|veut) (plus|pas) (etre en vie|continuer a vivre)
(veux|veut|voulait|voulais) plus vivre(?! (avec|chez|a|au|aux|ici|en|dans|seule?|ensemble|sous|la|loin|pres|comme)\b)
(fatiguee?|marre|lasse?|peux plus) de vivre<not_somewhere>
a quoi (bon|ca sert de|sa sert de|sert de) (continuer a )?vivre
interet de continuer a vivre
merite pas de vivre

# Better gone
<vanish>($| (a jamais|pour|et|tout de suite|ce soir))
<vanish> de (la surface|cette terre|ce monde)
si je disparaissais(?! (de|des) (vos|votre|la liste|listes?|fichiers?))
<better>\b.{0,40}\b<if_i_were> <gone>
si (j|je n) etais <gone>\b.{0,40}\b(mieux|soulag\w*|tranquilles?|debarrass\w*|heureu\w*|probleme)
(serai|irai|vivrai|sortirai)\w* (tous )?(bien |beaucoup )?mieux sans (moi|leur (mere|pere))
(serai|irai|vivrai|sortirai)\w* (tous )?(bien |beaucoup )?plus (heureu\w*|tranquilles?) sans (moi|leur (mere|pere))
(serai[st]?|suis) mieux morte?
mieux morte? que vivante?

# Never to wake
(dormir|endormir|coucher|prie|voudrais|veux|aimerais|espere|envie de)\b.{0,40}\b<no_waking>
(plus|jamais)( jamais| plus)? (me|se|m) ?reveill\w+( demain)?$
plus envie de me reveill\w+
endormi\w+ (pour toujours|a jamais)

# Pills and poisons
combien (de|faut il de|faudrait il de|il faut de) <pills>.{0,40}(mourir|crever|en finir|partir|d un coup|endormir pour)
combien (de|faut il de|faudrait il de|il faut de) <pills>.{0,40}<no_waking>
<swallow> (toute |<several> |des )?(la |une |ma |sa |les |mes |ses )?<box>( d[e ] ?<pills>| entiere|$)
<swallow> (toute |<several> |des )?(la |une |ma |sa |les |mes |ses )?<box> (et|ce|hier|je|il|elle)\b
(pris|prendre|prends) (toute |<several> )?(la |une |ma |sa )?plaquettes?\b
(pris|prendre) toute (la|ma|sa) boite
(pris|avale\w*) (<several>|des) boites de <pills>
(<swallow>|pris|prendre) (tous|toutes|plein de|trop de) (mes |ses |les |ces )?<pills>
<pills> (devant moi|dans la main|a cote de moi)
<pills>.{0,30} tout avaler
(avale\w*|bu|boire|boit|ingere) (\w+ ){0,4}(javel|antigel|mort aux rats|deboucheur|white spirit)

# Other means, and wounds
(me scarifi|m automutil|me mutil|me taillad)\w*
me (fais|faire) du mal(?! (en|au|aux|a la|avec|si je)\b)
peur de (moi meme|ce que je pourrais me faire)
(s est|me suis|m est|s etait) (ouvert|taille|taillade|coupe)\w* les (veines|poignets)
(achete|prepare|accroche|sorti) (une|la|ma) corde(?! (a|de)\b)
corde (est )?prete
une balle dans la tete

# Goodbyes
(lettre|message|mot) d adieux?
adieu (a tous|a toutes|tout le monde|a la vie|la vie|mes enfants|monde cruel)
ce soir je pars pour toujours
je pars (ce soir )?pour toujours
"""
