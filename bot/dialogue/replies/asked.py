"""Does the person ask something rather than reply?"""

from __future__ import annotations

import re

from bot.dialogue.replies.folding import plain

_WHAT = r"(?:quel(?:le)?s?|quoi|qui|comment|combien|ou|quand|pourquoi|si|ce que|ce qu|a qui)"
# "Quand je suis tombée malade", "quand il faisait chaud", "quand ma mère est morte" tell a time;
# "quand je serai payée", "quand je devrais payer" and "quand ma pension est versée" ask for one.
_PAST = (
    r"(?:(?:ai|a|suis|est|ont|sont|avons|sommes)\b(?! (?:ce|que|il|on|je|elle)\b)|"
    r"(?!\w*r(?:ais|ait|aient|ions)\b|(?:(?:re|de)?f|s|pl|conn|par|v)ai[st]\b)\w+(?:ais|ait|aient|ions)\b)"
)
_ASKED_FOR = (
    r"(?:pensions?|paiements?|versements?|virements?|argent|caisse|cpam|msa|cramif|dossier|demande|droits?|reponse|"
    r"retraite|courrier|ij|indemnites?|formulaire|decision|recours|montant)\b"
)
_SOMEBODY = (
    r"(?:(?:j|je|il|elle|on|nous|ils|elles|ca|c(?! est)) |"
    rf"(?:ma|mon|mes|la|le|l|les|notre|nos) (?!{_ASKED_FOR})\w+ (?:(?!{_ASKED_FOR})\w+ )?)"
)
_TELLS_A_TIME = (
    r"(?:(?:j|je|il|elle|on) (?:m|me|travaille)\b|"
    rf"{_SOMEBODY}(?:(?:m|me|l|s|y|ne|n|nous) )*{_PAST})"
)
_QUESTION_WORDS = (
    r"(?:est|es|e) ?(?:ce|se|c) ?(?:que?|qu)\b", r"es[kq]u?e?\b", r"qu est ce\b", r"keske?\b",
    r"c ?(?:est )?(?:quoi|koi|combien|quand|qui)\b", r"[qk]u?el(?:le)?s?\b", r"[ck]om+[ae]n[t]?\b", r"cmt\b",
    r"combien\b", r"pourquoi\b", r"pk\b", r"qui\b", r"que (?=\w)", r"[qk]u?oi\b", r"kan\b",
    rf"quand (?!{_TELLS_A_TIME})",
    r"ou (?:est|sont|se|puis|dois|peut|peux|faut|trouver|envoyer|aller|s|on|je|c)\b",
    r"(?:jusqu a|a partir de|depuis) quand\b", r"et si\b", r"y a t il\b",
)  # fmt: skip
_INVERSIONS = (
    r"(?:dois|puis|ai|serai|suis|vais) je\b", r"(?:peut|doit|a t|faut) (?:on|il)\b",
    r"(?:peux|sais|as|es|pourrais) tu\b", r"(?:pouvez|savez|avez|etes|pourriez) vous\b",
    r"je (?:peux|dois)\b", r"on (?:peut|doit|a droit)\b",
)  # fmt: skip
_WISHES = (
    r"(?:j aimerais|j aurais voulu|je voudrais|je veux|je souhaite|dites moi|dis moi)(?: bien)? "
    rf"(?:savoir|connaitre|comprendre|{_WHAT})\b",
)
_START = re.compile(
    rf"^(?:(?:bonjour|et|mais|alors|donc|euh) )*(?:{'|'.join((*_QUESTION_WORDS, *_INVERSIONS, *_WISHES))})"
)
_INSIDE = re.compile(
    r"\bcombien de temps\b|\b(?:faut|fait|met|mets|mettre|declare|declarer) (?:il |je |t il )?quoi\b|"
    r"\b(?:combien|comment|quand|pourquoi|c est ou|c ou)$|\bai je (?:droit|le droit)\b|\best ce que\b"
)
# "Je ne sais pas quelles ressources déclarer" asks; "je ne sais pas quand" and "je ne sais pas comment faire" do not.
_DOES_NOT_KNOW_WHAT = re.compile(rf"\b(?:sais|sait|c|comprends?) (?:pas|plus) {_WHAT} \w+ \w+")


def looks_like_question(text: str) -> bool:
    """A question mark, a question word, or the order of words of a question."""
    words = plain(text)
    return "?" in text or bool(_START.search(words) or _INSIDE.search(words))


def does_not_know_what(text: str) -> bool:
    """Does "je ne sais pas" open a question that says of what?"""
    return bool(_DOES_NOT_KNOW_WHAT.search(plain(text)))
