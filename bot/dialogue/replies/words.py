"""Short words that mean the same to every question: yes, no, I don't know, why, stop, back."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """Lower case, no accents, only letters and digits, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


_YES = re.compile(
    r"^(oui+|ouais?|ouep|yes|ok|d accord|exact|exactement|tout a fait|c est (ca|exact|le cas|vrai)|bien sur|absolument|"
    r"affirmatif|je (crois|pense) que oui|il me semble( que oui)?|effectivement|en effet|si|je confirme|yep|oui oui)\b"
)
_NO = re.compile(
    r"^(non+|nan|nop|no|pas du tout|jamais|negatif|je (crois|pense) que non|je ne (crois|pense) pas|absolument pas|"
    r"je crois pas|pas vraiment|aucunement|ce n est pas le cas|c est pas le cas|ni l un ni l autre)\b"
)
_DONT_KNOW = re.compile(
    r"\b(je )?(ne )?(sais|sait|c|connais|souviens|rappelle)( plus)? (pas|plus)\b|\bj(e)? ?(sais|c|sé|me souviens|me rappelle) (pas|plus)\b|"
    r"\b(chais|chai|jsp|jspp|jsais|jsé|jc) ?(pas)?\b|\baucune idee\b|\bpas sur(e)?\b|\bj ignore\b|\bpas (la moindre )?idee\b|"
    r"\bprefere (pas|ne pas) (dire|repondre)\b|\b(ca|sa) depend\b|\bje (ne )?veux pas (dire|repondre)\b|\bpasse(r)?( cette)? question\b|"
    r"\bquestion suivante\b|^(inconnu|je doute|\?+|nsp)$|\bne se prononce pas\b|\bimpossible a dire\b|\bje (ne )?peux pas dire\b"
)
_WHY = re.compile(
    r"^(mais )?(pourquoi|pk|prk|pq|pourkoi)\b(?!.*\b(pension|refus|montant|baisse|payer|paye)\b)|\b(a quoi ca sert|ca sert a quoi|"
    r"pour quoi faire|en quoi (ca|c est)|quel rapport|quelle importance|c est pour quoi)\b"
)
_STOP = re.compile(
    r"^(stop|arrete[zr]?|j arrete|on arrete|annule[rz]?|quitter|laisse(z)? tomber|laisse beton|fin|abandonner|tant pis|ca suffit|"
    r"j en ai marre|je veux arreter|je prefere arreter|je laisse tomber|sortir|assez)\b"
)
_BACK = re.compile(
    r"^(retour|precedent|revenir|reviens|arriere|question precedente|en arriere|je veux revenir|on peut revenir|"
    r"peut on revenir)\b"
)
_SIMPLER = re.compile(
    r"^(plus simple|je (ne )?comprends pas|j ai pas compris|je n ai pas compris|pas compris|comprends pas|comment ca|"
    r"c est a dire|cad|quoi|hein|ca veut dire quoi|qu est ce que ca veut dire)( la question)?$"
)
_CORRECTION = re.compile(
    r"\b(en fait|enfin non|finalement|pardon|je me suis tromp\w*|jme suis tromp\w*|erreur|je corrige|correction|je rectifie|"
    r"je voulais dire|plutot|au temps pour moi|autant pour moi|oups|changer ma reponse|modifier ma reponse)\b"
)


def is_yes(text: str) -> bool:
    """A yes, in any of its forms."""
    return bool(_YES.search(plain(text))) and not is_no(text)


def is_no(text: str) -> bool:
    """A no, in any of its forms."""
    return bool(_NO.search(plain(text)))


def is_dont_know(text: str) -> bool:
    """ "Je ne sais pas", "jsp", "je préfère ne pas dire", "ça dépend"."""
    return text.strip() in {"?", "??", "???"} or bool(_DONT_KNOW.search(plain(text)))


def is_why(text: str) -> bool:
    """ "Pourquoi cette question ?"."""
    return bool(_WHY.search(plain(text)))


def is_stop(text: str) -> bool:
    """ "Stop", "laissez tomber"."""
    return bool(_STOP.search(plain(text)))


def is_back(text: str) -> bool:
    """ "Retour", "question précédente"."""
    return bool(_BACK.search(plain(text)))


def is_simpler(text: str) -> bool:
    """ "Je ne comprends pas" said of the question itself."""
    return bool(_SIMPLER.search(plain(text)))


def is_correction(text: str) -> bool:
    """ "En fait c'était en 2023", "je me suis trompée"."""
    return bool(_CORRECTION.search(plain(text)))


def without_correction_words(text: str) -> str:
    """What is left of a correction once its opening words are gone."""
    return re.sub(
        r"(?i)^\s*(non|pardon|oups|en fait|finalement|erreur|correction|enfin|plut[oô]t)\b[\s,.:;!]*",
        "",
        text,
    )


_QUESTION_START = re.compile(
    r"^(est ce que|c est quoi|qu est ce|quel|quelle|quels|quelles|comment|combien|ou |quand|qui |dois je|puis je|"
    r"peut on|ai je|faut il|et si|y a t il|que |quoi|c koi|cest quoi|je peux|on peut|jusqu a quand|a partir de quand)\b"
)


def looks_like_question(text: str) -> bool:
    """Does the person ask something rather than reply?"""
    return "?" in text or bool(_QUESTION_START.search(plain(text)))
