"""Short words that mean the same to every question: yes, no, I don't know, and "en fait" before a correction."""

from __future__ import annotations

import re

from bot.dialogue.replies.folding import plain

# What people put before their answer.
_OPENING = re.compile(
    r"^(?:(?:mais|ro+h|rho+|ben|bah|beh|euh|heu|hum|hmm|ah|eh|oh|alors|bon|donc|et|bonjour|merci)\b ?)+(?=\w)"
)
# A sigh is no answer, and no question either.
_FILLER = re.compile(
    r"^(?:(?:euh+|heu+|hu+m+|hm+|mh+|pf+|pff?[eiou]*|ben+|bah|hein|ah+|oh+|eh|rh+|grr+|tss+|ouh+|a+h*|o+h*|zut|mince)\b ?)+$"
)
_YES = re.compile(
    r"^(o$|(ou+i+|ui|wi|vi|voui|ouais?|ouep|yes|yep|ok|okay|d ?acc|d accord|exact|exactement|tout a fait|bien sur|absolument|"
    r"affirmatif|carrement|evidemment|bien entendu|certainement|parfaitement|effectivement|en effet|volontiers|"
    r"c est (bien )?(ca|exact|le cas|mon cas|vrai|correct)|je (le )?(crois|pense)( bien)? que oui|je (le )?confirme|"
    r"il me semble( que oui)?|plutot oui|pourquoi pas)\b|(si ?)+$|(voila|je (le )?(crois|pense)( bien)?)$|si (si|bien sur|je confirme)\b)"
)
_NO = re.compile(
    r"^(non+|nn|nan+|nop|nope|no(?! idea)|pas du tout|du tout|jamais|negatif|aucunement|absolument pas|surtout pas|"
    r"je (crois|pense) que non|(je )?(ne )?(crois|pense) pas|pas vraiment|pas encore|toujours pas|plus maintenant|pas que je sache|"
    r"(ce n est|c est) (pas (le|mon) cas|pas ca|faux)|ni l un ni l autre|plutot non|pas moi|aucune?$)\b"
)
_DONT_KNOW = re.compile(
    r"\bj?(e )?(ne )?(m en |en |me |l )?(sais|sait|se|c|connais|souviens|souvient|rappell?e?s?)( meme| trop| vraiment)?( plus)? "
    r"(pas|plus|rien)\b|\bj (en )?(sais|c|se) (pas|plus|rien)\b|\b(chais|chai|jsais|jse|jc|ch sais) (pas|plus|rien)\b|"
    r"\b(jsp|jspp|nsp|chepa|chaipas|jsaispas|no idea)\b|\b(sais|sait) pas\b|\baucune? (idee|souvenir)\b|"
    r"\bpas (tout a fait |tres |vraiment |trop |completement )?(sure?s?|certaine?)\b|\bj ai oublie\b|\b(j|je l) ignore\b|"
    r"\bpas (la moindre|d) ?idee\b|\bprefere (pas|ne pas)( le| la| l| y| vous)? (dire|repondre|donner)\b|\b(ca|sa|cela) depend\b|"
    r"\b(ne )?(veux|souhaite) pas( le| la| l| y| vous)? (dire|repondre|donner)\b|\bpasser?( a)?( cette| la)? question( suivante)?\b|"
    r"\bquestion suivante\b|^(je )?passer?$|^suivante?$|^(inconnu|je doute|peut etre|bof|sans opinion|j hesite)$|\boui et non\b|"
    r"\bne se prononce pas\b|\b(impossible|difficile) a dire\b|\bje (ne )?(peux|saurais) pas (le |vous )?dire\b|"
    r"\bai pas (cette |ces |les? |la |l |mes? |mon |ma )(papiers?|documents?|chiffres?|fiches?|bulletins?|information|info|reponse)\b|"
    r"\bfaut que je (cherche|regarde|demande|verifie)\b|\b(garde|garderai) (ca|cela|sa) pour moi\b|"
    r"\bprefere (pas|ne pas) en parler\b|\b(ca|cela|sa) (ne )?(vous|te|vs) regarde pas\b|\b(trop|c est) (personnel|prive|intime)\b|"
    r"\bveux pas en parler\b|\b(ai|retrouve|trouve) (pas|plus) (mes?|mon|ma|les?|la|ces|cette) (papiers?|documents?|fiches?|courriers?|"
    r"lettres?|notification|dossier|bulletins?)\b"
)
_CORRECTION = re.compile(
    r"\b(en fait|enfin non|finalement|je (me |m )(suis|etais) (encore |bien |completement )?(tromp|gour)\w*|je me trompe|jme suis (tromp|gour)\w*|^me suis (tromp|gour)\w*|"
    r"je (corrige|rectifie)|je voulais (dire|ecrire|mettre)|(au|autant) temps pour moi|autant pour moi|oups|"
    r"c (est|etait) plutot (?!oui\b|non\b|bien\b|mal\b)\w+|\bc est \w+( \w+)? (et )?(pas|non) \d+|"
    r"mal repondu|mauvaise reponse|j ai inverse|j ai dit une betise|"
    r"(changer?|modifier?|corriger?|rectifier?) (ma|mon|mes|la|une|cette) \w+|(veux|voudrais|peux|peut) (corriger|modifier|rectifier))\b|"
    r"^(?:(?:non|ah|oh) )*(?:pardon|desolee?) (?!(?:mais|je ne|j ai pas|je sais|je comprends?|pour (?!l |la |le |mon |ma |mes )|du)\b)\w|^(correction|erratum|rectification)\b|"
    r"^(desole )?(j ai fait |c est |c etait |il y a )?(une |faute |erreur )*erreur( de (ma part|frappe|saisie|date))?( (dans|sur) (ma|mes|la|le) \w+)?(?! (de|medicale|du|des)\b)( |$)|"
    r"^(non |enfin |c est |c etait )*plutot (?!oui\b|non\b|bien\b|mal\b)\w|\b(n est|n etait|c est|c etait) pas .+ mais \w"
)
_CORRECTION_WORDS = re.compile(
    r"(?i)^\s*(non|pardon|oups|en fait|finalement|erreur|correction|erratum|enfin|plut[oô]t|d[ée]sol[ée]e?)\b[\s,.:;!]*"
)
# "Ce n'est pas 1400 mais 1700": what follows "mais" is meant.
_RATHER = re.compile(r"(?i)\bpas\b.+\bmais\b(.+)$", re.S)


def is_yes(text: str) -> bool:
    """A yes, in any of its forms."""
    words = _opened(text)
    return bool(_YES.search(words)) and not _NO.search(words) and not words.startswith("oui et non")


def is_no(text: str) -> bool:
    """A no, in any of its forms."""
    return bool(_NO.search(_opened(text)))


def _opened(text: str) -> str:
    words = plain(text)
    return _OPENING.sub("", words) or words


def is_filler(text: str) -> bool:
    """A sigh or a hesitation, and nothing else: "pfff", "euh ben"."""
    return bool(_FILLER.search(plain(text)))


def is_dont_know(text: str) -> bool:
    """ "Je ne sais pas", "jsp", "je préfère ne pas dire", "ça dépend"."""
    return re.fullmatch(r"\s*\?+\s*", text) is not None or bool(_DONT_KNOW.search(plain(text)))


def without_dont_know(words: str) -> str:
    """Folded words without what says that one does not know: of "aucune idée", nothing is left."""
    return _DONT_KNOW.sub(" ", words)


def is_correction(text: str) -> bool:
    """ "En fait c'était en 2023", "je me suis trompée"."""
    return bool(_CORRECTION.search(plain(text)))


def without_correction_words(text: str) -> str:
    """What a correction puts in the place of what was said."""
    rather = _RATHER.search(text)
    rest, before = rather[1] if rather else text, ""
    while rest != before:
        before, rest = rest, _CORRECTION_WORDS.sub("", rest)
    return rest
