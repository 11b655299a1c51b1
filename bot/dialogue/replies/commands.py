"""What people say of the question itself: why, stop, back, simpler, again."""

from __future__ import annotations

import re

from bot.dialogue.replies.folding import plain


def _either(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_POLITE = r"(?: (?:svp|stp|merci|s il (?:vous|te) plait|please))*"
_TIRED = (
    r"(?:je |j )?(?:suis|jsuis|chui|chuis|sui) (?:trop |tellement |si )?"
    r"(?:fatigue|creve|epuise|naze|kapout)e?e? ?(?:la )?"
)
_BEFORE = rf"(?:{_TIRED})?(?:(?:bon|non|ok|allez|mais|euh|pardon|desolee?|c (?:est )?bon) )*"
_PLEASE_DO = r"(?:(?:pouvez vous|peux tu|vous pouvez|tu peux) )?"
_I_WANT = r"(?:je |j )(?:veux|voudrais|souhaite|prefere|aimerais|peux) (?:m )?"
_ASKED = r"(?:cette |ces |la |ma |votre |vos |la derniere |ma derniere )"
_QUESTION = rf"(?: {_ASKED}?question)?"

_LEAVE = _either(
    r"stop+", r"arrete[zr]?", r"j ?arrete", r"on arrete", r"annule[rz]?", r"quitte[rz]?", r"sortir", r"exit",
    r"(?:je |on )?laisse[zr]? tomber", r"laisse beton", r"fin", r"terminer?", r"terminez", r"interrompre",
    r"j abandonne", r"abandon(?:ner)?", r"tant pis", r"(?:ca|sa) suffit", r"assez", r"trop de questions",
    r"j en ai (?:marre|assez)",
    r"pas maintenant", r"plus tard", rf"{_I_WANT}(?:arreter|quitter|sortir)",
    r"(?:on|je) peu[xt] arreter", r"peut on arreter",
)  # fmt: skip
# What may follow: "arrêtez le questionnaire", "stop on arrête là"; never "de travailler" nor "en mars".
_LEFT = _either(
    r"la", r"le", r"les", r"l", r"de", r"du", r"des", r"ca", r"cela", r"tout", r"ici", r"ce", r"cette", r"maintenant",
    r"questions?", r"questionnaire", r"test", r"calcul", r"simulation", r"simulateur", r"formulaire", r"guide",
    r"recherche", r"verification", r"pour aujourd hui", r"on", r"j", r"je", r"stop", r"arrete[zr]?", r"c (?:est )?bon",
)  # fmt: skip
_STOP = re.compile(rf"^{_BEFORE}{_LEAVE}(?: {_LEFT})*{_POLITE}$")

_MAY_I = rf"(?:(?:{_I_WANT}|on (?:peut|pourrait) |peut on |pouvez vous )(?=\w))?"
_RETURN = _either(
    r"retour", r"retournez?", r"reven(?:ir|ez|ons)", r"reviens?", r"recule[rz]?", r"remonter", r"precedente?", r"back",
    r"(?:en )?arriere", r"(?:page|question|etape|reponse) (?:precedente|d avant)",
    rf"annule[rz]? {_ASKED}(?:reponse|question)",
)  # fmt: skip
# "Retour à la question d'avant", never "retour au travail".
_RETURNED = _either(
    r"en arriere", r"arriere", r"a", r"la", r"le", r"l", r"une?", r"d une", r"sur", r"ma", r"cette", r"celle", r"cran",
    r"question", r"reponse", r"etape", r"page", r"d avant", r"avant", r"precedente?", r"derniere", r"plus tot",
)  # fmt: skip
_BACK = re.compile(rf"^{_BEFORE}{_MAY_I}{_RETURN}(?: {_RETURNED})*{_POLITE}$")

_UNCLEAR = _either(
    r"(?:(?:dites le|expliquez|explique) )?plus simple(?:ment)?", r"(?:c est )?pas clair",
    rf"(?:je |j )?(?:ne |n ai |ai )*(?:comprends?|compris) (?:pas|rien)(?: bien)?{_QUESTION}",
    rf"(?:je |j )?(?:n ai |ai )?pas (?:bien )?compris{_QUESTION}", rf"c ?(?:est )?(?:quoi|koi){_QUESTION}",
    r"comment(?: (?:ca|sa))?", r"c est[ a]* dire", r"cad", r"quoi", r"koi", r"kwa", r"hein", r"pardon",
    r"(?:qu est ce que )?(?:ca|sa) veut dire(?: quoi)?", rf"reformule[rz]?{_QUESTION}",
    rf"{_PLEASE_DO}(?:m )?(?:expliquer|reformuler){_QUESTION}", rf"explique[zr]?(?: moi)?{_QUESTION}",
)  # fmt: skip
_SIMPLER = re.compile(rf"^{_BEFORE}{_UNCLEAR}{_POLITE}$")
_AGAIN = re.compile(
    rf"^{_PLEASE_DO}(?:repete[rz]?|redire|redites|redis){_QUESTION}{_POLITE}$|"
    rf"^{_BEFORE}{_MAY_I}(?:on )?(?:continue[rsz]?|poursui(?:vre|vez|vons)|reprendre|reprenons|reprends?)"
    rf"(?: (?:le|les|la|mes) (?:questions?|questionnaire|test|guide))?{_POLITE}$|"
    rf"^(?:c etait quoi (?:deja )?la question|quelle (?:etait|est) la question){_POLITE}$"
)

_WHY = r"(?:(?:mais|et|euh|ok) )*(?:pourquoi|pourkoi|pourqoi|pk|prk|pq|pkoi|pour quelle raison)"
_OF_WHAT = r"(?:cette|ces|cela|ca|sa|donc|svp|vous|tu|faut il|avez vous|voulez vous|vouloir|me|m|on me|on)"
_IS_ASKED = r"(?:questions?|info|information|ca|sa|cela|demand\w*|pos\w*|savoir|besoin|veux|voulez|veut|connaitre|dire)"
_USE_OF = r"(?:pension|formulaire|asi|rqth|carte|medecin)"
# Only what is asked here: "pourquoi ma pension a baissé" is a question of its own.
_IS_WHY = re.compile(
    "|".join(
        (
            rf"^{_WHY}(?: (?:donc|ca|sa|cela|svp|faire|mais))*$",
            rf"^{_WHY} {_OF_WHAT} ?.*\b{_IS_ASKED}\b",
            rf"^a (?:quoi|koi) (?:(?:ca|sa|cela|cette question|cette info) )?sert\b(?!.*\b{_USE_OF}\b)",
            rf"^(?:ca|sa|cela) (?:vous )?sert a (?:quoi|koi)\b(?!.*\b{_USE_OF}\b)",
            r"^pour quoi faire",
            r"^c est pour ?quoi(?: faire)?$",
            r"\ben quoi (?:ca|c est|cela)\b",
            r"^quel(?:le)? (?:rapport|importance|utilite)\b",
            r"^quel (?:est )?(?:le but|l interet)$",
            r"\b(?:demandez|demandes|voulez|veux|posez) (?:ca|cela|savoir ca) pourquoi$",
            r"^c est (?:obligatoire|oblige|indiscret|utile)(?: de repondre)?$",
            r"^(?:ca|sa) (?:change quoi)\b",
        )
    )
)

_MY_ANSWERS = r"(?:mes|les) (?:reponses|infos|informations)"
_RECAP = re.compile(
    rf"^{_BEFORE}(?:recap(?:itulatif|itule[rz]?)?|resume[rz]?(?: moi)?(?: ce que j ai dit)?|"
    rf"(?:{_MAY_I}(?:voir|revoir|relire|montre[rz]?(?: moi)?|affiche[rz]?) )?{_MY_ANSWERS}|"
    rf"qu (?:est ce que j ai|ai je) (?:deja )?(?:dit|repondu)|qu avez vous (?:note|retenu))(?: jusqu ici)?{_POLITE}$"
)


def is_recap(text: str) -> bool:
    """ "Récapitulatif", "voir mes réponses"."""
    return bool(_RECAP.search(plain(text)))


_AGAIN_FROM_START = re.compile(
    r"\b(?:(?:re)?commenc\w+|reprend\w*|repart\w*|refai\w*) (?:(?:tout|le questionnaire|les questions) )?"
    r"(?:(?:depuis|du|au|a) (?:le )?(?:tout )?(?:debut|zero)|de zero|a zero)\b|"
    r"\b(?:tout|on) recommenc\w+(?: tout)?$|\brecommenc\w+ tout\b"
)
_UNDO = re.compile(
    r"\b(?:annule[rz]?|enleve[rz]?|oublie[rz]?) (?:la|ma|cette|ces?) (?:derniere )?(?:correction|modif\w*)\b|"
    r"\b(?:remet\w*|laisse[rz]?|garde[rz]?) (?:tout )?comme (?:avant|c etait)\b|"
    r"\b(?:ma |la )?(?:premiere )?reponse d avant (?:etait|c etait) (?:la )?bonne\b"
)
LONGEST_ORDER = 14  # words


def is_restart(text: str) -> bool:
    """ "On recommence tout depuis le début": never with a figure, which tells a date or a sum."""
    words = plain(text)
    short = len(words.split()) <= LONGEST_ORDER
    return short and not re.search(r"\d", words) and bool(_AGAIN_FROM_START.search(words))


def is_undo(text: str) -> bool:
    """ "Annule la correction", "laissez comme avant"."""
    return bool(_UNDO.search(plain(text)))


_SAY_RESULT = re.compile(
    r"\b(?:redis|redites|redire|redonne[rz]?|remontre[rz]?|revoir|repete[rz]?|rappelle[rz]?|montre[rz]?|c etait quoi|"
    r"affiche[rz]?)"
    r"(?: (?:moi|me|nous|encore|deja|donc|le|mon|votre|ton|du|calcul|dernier))* resultat\b"
)


def is_result_again(text: str) -> bool:
    """ "Redites-moi le résultat"."""
    return bool(_SAY_RESULT.search(plain(text)))


_CALENDAR = re.compile(r"\b(?:agenda|calendrier)\b")
LONGEST_WISH = 6  # words


def is_calendar(text: str) -> bool:
    """ "Et pour mon agenda", said of a result; not a question about a calendar of payments."""
    words = plain(text)
    short = len(words.split()) <= LONGEST_WISH
    return short and bool(_CALENDAR.search(words)) and not re.search(r"\b(?:paiement|versement|quel)", words)


def is_why(text: str) -> bool:
    """ "Pourquoi cette question ?", and not "pourquoi ma pension a baissé ?"."""
    return bool(_IS_WHY.search(plain(text)))


def starts_with_why(text: str) -> bool:
    """Does the text ask for a reason, of whatever it may be?"""
    return bool(re.match(rf"{_WHY}\b(?! pas\b)", plain(text)))


def is_stop(text: str) -> bool:
    """ "Stop", "laissez tomber"; neither "arrêté en mars" nor "fin 2023"."""
    return bool(_STOP.search(plain(text))) and not re.search(r"\barrêtée?s?\b", text.lower())


def is_back(text: str) -> bool:
    """ "Retour", "question précédente"; not "retour au travail"."""
    return bool(_BACK.search(plain(text)))


def is_simpler(text: str) -> bool:
    """ "Je ne comprends pas" said of the question itself."""
    return bool(_SIMPLER.search(plain(text)))


def is_again(text: str) -> bool:
    """ "Répétez la question", "on continue"."""
    return bool(_AGAIN.search(plain(text)))
