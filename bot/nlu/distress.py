"""Words of distress that must never be missed, whatever else the message says; the classifier sees the rest.

Only what is plain enough to be sure: somebody who loses patience ("ce dossier me tue"), mourns ("mon mari s'est
suicidé") or tells an old illness must get the answer asked for. Veiled or long messages are the classifier's.
"""

from __future__ import annotations

import re

from bot.nlu.normalise import fold

# How people type the small words around the cue; the cues below are then written once, in plain spelling.
_SPELLINGS = {
    "veu": "veux", "jveu": "je veux", "jveux": "je veux", "vai": "vais", "jvai": "je vais", "jvais": "je vais",
    "jai": "j ai", "g": "j ai", "jme": "je me", "jpense": "je pense", "jsuis": "je suis", "jsui": "je suis",
    "chui": "je suis", "chuis": "je suis", "sui": "suis", "jen": "j en", "jetouffe": "j etouffe",
    "jarrive": "j arrive", "narrive": "n arrive", "plu": "plus", "pa": "pas", "envi": "envie", "den": "d en",
    "kil": "qu il", "quil": "qu il", "quon": "qu on", "mourrir": "mourir", "mourire": "mourir", "mouri": "mourir",
    "suisider": "suicider", "suiside": "suicide", "sucider": "suicider", "sucide": "suicide",
    "disparaite": "disparaitre", "disparetre": "disparaitre", "medoc": "medocs",
}  # fmt: skip

_WANT = r"(veux|voudrais|aimerais|prefere|prefererais|preferais|souhaite|envisage de|compte|(?<!pas )envie de|autant|mieux vaut|vaut mieux|pense a|songe a|reve de)"
_THEY_WANT = r"(veut|voulait|voudrait|parle de|menace de|essaie de|essaye de|a essaye de|a tente de|tente de|vient d essayer de|vient de tenter de)"
_KILL = r"(tuer(?! (a la|au|aux|pour|en)\b)|flinguer|buter|pendre|suicid\w+|supprimer(?! (la|le|les|l|ma|mon|mes|cette|ce|ces|une?|des)\b)|foutre en l air|tirer? une balle|jeter (sous|par|du|dans (le vide|la|l eau))|balancer (sous|par|du)|ouvrir les veines|couper les veines|tailler les veines|empoisonner|noyer(?! (dans|sous)\b))"
_FINISH = r"en finir(?!.{0,40}\bavec (?!(la|ma|cette) vie|l existence|moi|tout(?! (ce|cet|cette|ces))))"
_NEAR = r"(il|elle|mari|femme|conjointe?|compagnon|compagne|copain|copine|ex|fils|fille|pere|mere|papa|maman|frere|soeur|oncle|tante|gendre|voisine?|amie?|bebe|enfant)"
_PILLS = r"(boites?|plaquettes?|cachets?|comprimes?|medocs|medicaments?|somniferes?|anxiolytiques|antidepresseurs|pilules|lexomil|xanax|valium|stilnox|doliprane|morphine)"
_SLEEP = r"(plus|jamais|pas)( jamais| plus)? (me|se|m) ?reveill\w+(?! (la nuit|le matin|en retard|tot|tard|a|au|avec|fatigue\w*)\b)"

# Wanting to die, saying goodbye, harming oneself; the writer or somebody near.
_SUICIDE = (
    rf"{_WANT}( plutot| juste| vraiment| seulement| tellement| simplement)? (mourir(?! (de|d) (rire|faim|soif|honte|ennui|chaud|peur))|crever|(d )?{_FINISH}|(me|m) {_KILL})",
    rf"(?<!pas )envie d {_FINISH}",
    rf"je (vais|dois) (finir par |surement |juste )?((me|m) {_KILL}|{_FINISH}|crever ce soir|mourir (ce soir|cette nuit|demain))",
    rf"(reste|manque|reste plus) (plus )?(qu a|que) ((me|m) {_KILL}|mourir|crever|en finir)",
    r"je me (tue|suicide|flingue|pends|supprime|fous en l air|jette (sous|par|du|dans le vide)|ouvre les veines|tire une balle)\b(?! (a|au|pour)\b)(?! (la|le|les|ma|mon|mes)\b)",
    rf"{_THEY_WANT} (mourir(?! (chez|a la maison|a domicile|dignement))|{_FINISH}|(se|s) {_KILL})",
    rf"(va|allait) (se|s) {_KILL}",
    r"(laisse|laissez|qu on me laisse)( moi)? (mourir|crever)|comment mourir (sans|vite)|mieux vaut que je (creve|meure)|(disent|dit) d en finir",
    r"(met|mettre|mets) fin a (mes jours|ma vie|mes souffrances|mon existence|ses jours|sa vie)\b(?! (professionnelle|active|de)\b)",
    r"(plus|pu) (aucune? )?(envie|force|la force|le courage|gout|le gout|de gout|de raison|aucune raison) (de|a) (vivre|la vie)(?! (avec|chez|a|au|en|ici|dans|ensemble)\b)",
    r"(aucune|plus de) raison de (vivre|continuer a vivre)|perdu (le gout|l envie) de vivre|plus envie de rien meme plus de vivre",
    r"plus envie d etre en vie|(veux|veut) (plus|pas) (etre en vie|continuer a vivre)|vivement (que je meure|la mort)|n attends (plus )?que (la|ma) mort|(veux|veut|voulait|voulais) plus vivre(?! (avec|chez|a|au|aux|ici|en|dans|seule?|ensemble|sous|la|loin|pres|comme)\b)",
    r"(fatiguee?|marre|lasse?|peux plus) de vivre(?! (avec (?!cette|ca)|chez|a|au|ici|en|dans|seule?|ensemble|loin|pres|sous)\b)",
    r"a quoi (bon|ca sert de|sa sert de|sert de) (continuer a )?vivre|interet de continuer a vivre",
    r"(veux|voudrais|envie de|prefere|autant) disparaitre(?=$| (a jamais|pour|de (la surface|cette terre|ce monde)|et|tout de suite|ce soir))",
    r"si je disparaissais(?! (de|des) (vos|votre|la liste|listes?|fichiers?))",
    r"(mieux|plus simple|soulag\w*|tranquilles?|debarrass\w*|plus heureu\w*|content\w*)\b.{0,40}\b(si j etais|si je n etais|si j etai|que je sois|que je ne sois|si je serais) (mort|morte|plus (la|ici|de ce monde))",
    r"si (j etais|je n etais) (morte?|plus (la|ici|de ce monde))\b.{0,40}\b(mieux|soulag\w*|tranquilles?|debarrass\w*|heureu\w*|probleme)",
    r"(serai\w*|irai\w*|vivrai\w*|sortirai\w*) (tous )?(bien |beaucoup )?(mieux|plus heureu\w*|plus tranquilles?) sans (moi|leur (mere|pere))",
    r"(serai[st]?|suis) mieux morte?|mieux mort(e)? que vivante?|merite pas de vivre",
    rf"(dormir|endormir|coucher|prie|voudrais|veux|aimerais|espere|envie de)\b.{{0,40}}\b{_SLEEP}|(plus|jamais)( jamais| plus)? (me|se|m) ?reveill\w+( demain)?$|plus envie de me reveill\w+|endormi\w+ (pour toujours|a jamais)",
    rf"combien (de|faut il de|faudrait il de|il faut de) {_PILLS}.{{0,40}}(mourir|crever|en finir|partir|d un coup|{_SLEEP}|endormir pour)",
    rf"(avale\w*|gobe\w*) (toute |deux |trois |quatre |cinq |plusieurs |des )?(la |une |ma |sa |les |mes |ses )?(boites?|plaquettes?)(?= d[e ] ?{_PILLS}| entiere|$| (et|ce|hier|je|il|elle)\b)",
    r"(pris|prendre|prends) (toute |deux |trois |quatre |cinq |plusieurs )?(la |une |ma |sa )?plaquettes?\b|(pris|prendre) toute (la|ma|sa) boite",
    rf"{_PILLS} (devant moi|dans la main|a cote de moi)|{_PILLS}.{{0,30}} tout avaler|(pris|avale\w*) (deux|trois|quatre|cinq|plusieurs|des) boites de {_PILLS}",
    rf"(avale\w*|gobe\w*|pris|prendre) (tous|toutes|plein de|trop de) (mes |ses |les |ces )?{_PILLS}",
    r"(avale\w*|bu|boire|boit|ingere) (\w+ ){0,4}(javel|antigel|mort aux rats|deboucheur|white spirit)",
    r"(lettre|message|mot) d adieux?|adieu (a tous|a toutes|tout le monde|a la vie|la vie|mes enfants|monde cruel)",
    r"(vais|va) (finir par |surement )?faire une (betise|connerie)(?! (avec|dans|en|sur|administrative|de)\b)|peur de faire une (betise|connerie)(?=$| ce soir| cette nuit)",
    r"passer a l acte|peur de (moi meme|ce que je pourrais me faire)|(me scarifi|m automutil|me mutil|me taillad)\w*|me (fais|faire) du mal(?! (en|au|aux|a la|avec|si je)\b)",
    r"(s est|me suis|m est|s etait) (ouvert|taille|taillade|coupe)\w* les (veines|poignets)",
    r"(achete|prepare|accroche|sorti) (une|la|ma) corde(?! (a|de)\b)|une balle dans la tete|corde (est )?prete|retrouver (pendue?|morte?)(?=$| (chez|demain|un matin))",
    r"(je saute|vais sauter|veux sauter|envie de sauter|si je saute)(?=$| (du|par la fenetre|dans le vide|ca reglera|de la fenetre|d un pont))",
    r"envie de (foncer|me foutre|me planter) (dans|contre) un (arbre|mur|platane|camion)|finir sous (un|le) (train|metro)",
    r"(fait|refaire) une tentative\b.{0,40}\brecommencer|ce soir je pars pour toujours|je pars (ce soir )?pour toujours",
    r"tentative de suicide (hier|ce matin|cette nuit|aujourd hui|il y a (une|deux|trois|quelques|\d+) (heures?|minutes?|jours?))|vient de faire une tentative",
)
# Here and now, a life at risk.
_EMERGENCY = (
    r"j etouffe(?! (de|d|sous|dans)\b)|(arrive|arrivent|peux|peut) (plus|pas) a? ?respirer(?! (quand|en|des|depuis|a l effort|dans|sous|correctement|normalement|comme|bien|avec|la nuit)\b)",
    rf"({_NEAR}|je) (ne )?respire (plus|pas)(?! (mieux|bien|facilement|normalement|comme|aussi|correctement|par)\b)",
    rf"(je suis en train de faire|je fais|je crois que je fais|{_NEAR} fait|{_NEAR} est en train de faire) une? (gros |grosse )?(malaise|avc|infarctus|crise cardiaque|arret cardiaque|hemorragie|overdose(?! de))(?! (chaque|souvent|parfois|tous|par|des que|quand|a chaque))",
    r"(j ai|il a|elle a|gros|grosse|forte|violente) (une |tres |trop |super )*(grosse |forte |violente )?(douleur|mal) (\w+ ){0,4}(poitrine|thorax)(?! (depuis|chaque|quand|a l effort|qui dure|chronique))",
    rf"(perds|{_NEAR} perd|{_NEAR} a perdu|{_NEAR} vient de perdre) connaissance(?! (souvent|parfois|tous|des|quand|a chaque|regulierement|au travail|en|il y a|pendant|lors))",
    rf"{_NEAR} (est|gît|git) (\w+ )?(inconsciente?|evanouie?)\b(?! (de|du|des)\b)|{_NEAR} (est tombee?(?! (malade|en|de|d|dans la)\b)|est par terre|s est effondree?|s est evanouie?)\b(?!.{{0,30}}(caisse|cpam|secu|ameli|medecin|conseil)).{{0,30}}\b(repond|bouge|respire|reagit) (plus|pas)",
    r"(perds?|perd) (beaucoup|plein|enormement|trop) de sang|saigne (beaucoup|partout|enormement|sans arret)|saigne.{0,20}s arrete pas",
    rf"bouche (est )?(tordue|de travers)(?! depuis)|{_NEAR} convulse\b|(sens|bouge) plus mon bras( gauche| droit)?(?=$| (d un coup|tout a coup|et))",
    r"appelez (vite )?(les secours|une ambulance|le samu|les pompiers)",
)
# Somebody hurts the writer, or threatens to.
_VIOLENCE = (
    rf"({_NEAR}|on|qui|et) me (frappe|cogne|gifle|etrangle|viole|tabasse|brutalise|sequestre|maltraite|bat(?! (au|aux|a|en|froid|sur)\b)|tape (dessus|devant|encore|quand|tous|la nuit|le soir|et)|tape(?=$)|touche la nuit)",
    rf"({_NEAR}|on) m a (encore |deja |re)?(frappe|battu|cogne|gifle|etrangle|viole|tabasse|tape dessus|roue|brule)\w*(?! (mes|mon|ma|la|le|les)\b)(?! (a|au|aux|en|sur) (le|la|l|les|un|une|echecs|cartes|finale|bout)\b)",
    r"je suis (une )?(femme |fille )?(battue|violee|frappee|maltraitee)(?! par (la|l|le|les|cette|ce|vos|votre)\b)|femme battue|(m a|me suis fait|j ai ete) violee?(?! (mes|mon|ma|la|le|les)\b)|abuse de moi|attouchements?",
    r"me menace(nt)? (de mort|de me (tuer|frapper|buter|cogner|bruler)|avec (un|une|son|sa|le) (couteau|fusil|arme|pistolet|hache|marteau|batte))|menace de me (tuer|frapper|buter)|(il|ex|mari|conjoint|compagnon|fils|pere) (veut me (tuer|frapper)|vient (encore )?de me (frapper|taper|gifler|cogner|etrangler)|m a menacee? (de mort|de me tuer|avec un))",
    r"(peur|crains) (qu il|qu elle|que mon (mari|ex|conjoint|compagnon|fils|pere)) (me|nous) (tue|frappe|tape|cogne|fasse du mal)|(il|mon ex|mon mari|mon conjoint|mon compagnon) va me (tuer|frapper|taper|buter|cogner|battre)(?! (au|aux|si je (rate|perds|oublie))\b)",
    rf"{_NEAR} .{{0,20}}(avec|a) (un|son) (couteau|fusil|pistolet) (en bas|devant|derriere|a la main|sous)|(en bas|devant|derriere).{{0,20}} avec (un|son) (couteau|fusil|pistolet)",
    rf"{_NEAR} (est|se fait) (frappee?|battue?|violee?|tabassee?|etranglee?)\b(?! (a|aux|au|en|d|de|par (la|le|l|les|une?) (?!(ex|compagnon|mari|copain)))\b)",
)
# Sure only when the message neither tells of a loss, of the past, nor of a contract.
_MENTIONS = (
    r"suicid\w*|fait une ts\b",
    rf"(voulu|tente de|essaye de) (me|m) {_KILL}",
    r"(?<!pas d )(?<!plus d )(?<!avec )(?<!avec des )(idees?|pensees?) (sont )?(tres |si )?(noires?|sombres?|morbides?)",
    r"pense\w* (\w+ ){0,3}a (la mort(?! (de|d|du)\b)|mourir)",
)
_NOT_NOW = re.compile(
    r"\b(s est (suicide\w*|donne la mort)|(suicide|deces|perte) (de|d|du) (mon|ma|mes|son|sa|notre|votre|papa|maman)|"
    r"taux de suicide|clause|contrat|assurance (?!maladie)|garantie|capital deces|il y a (\d+|deux|trois|quatre|cinq|six|dix|quelques|plusieurs|longtemps) (ans|annees|mois)|"
    r"en (19|20)\d\d|antecedents?|dans le passe|autrefois|a l epoque|(film|livre|serie|roman|chanson)|pas suicid\w*)\b"
)
_SURE = re.compile(r"\b(" + "|".join((*_SUICIDE, *_EMERGENCY, *_VIOLENCE)) + r")")
_MENTION = re.compile(r"\b(" + "|".join(_MENTIONS) + r")")


def has_distress_cue(text: str) -> bool:
    """Does the message hold words of distress, of its writer or of somebody near?"""
    words = " ".join(_SPELLINGS.get(word, word) for word in fold(text).split())
    if _SURE.search(words):
        return True
    return bool(_MENTION.search(words)) and not _NOT_NOW.search(words)
