"""Where one question ends and the next begins, in what people write without a thought for punctuation."""

from __future__ import annotations

import re

# What announces a further question, whatever follows.
_ANNOUNCED = (
    r"(?:une |encore une |aussi une )?(?:autre|derni[eè]re|seconde|deuxi[eè]me|2 ?[eè]me) (?:chose|question)s?",
    r"par ailleurs", r"d'autre part", r"sinon", r"en outre", r"au passage", r"accessoirement",
)  # fmt: skip
# What opens a question; people write "est ce ke", "cmt", "kel", "fo il", "jai droit".
_OPENS = (
    # est-ce que, qu'est-ce que
    r"e?st?[- ]?(?:ce|c|se|ske)(?:[- ]?(?:que?|ke|qu'))?(?=\W|il|el|on|a)", r"es[kq]u?e?\b",
    r"[qk]u?'?est?[- ]ce\b", r"kes?[ck]e?\b", r"keske?\b", r"(?:que|qu'|ke) (?=\w)",
    # quel, comment, combien, pourquoi, quand, où, qui, quoi
    r"[qk]u?el+e?s?\b", r"[ck]om+[ae]n[ts]?\b", r"cmt?\b", r"com+bien\b", r"cb\b", r"cbien\b", r"p(?:ou)?rquoi\b",
    r"pk\b", r"q(?:ua|a)nd\b", r"kan[dt]?\b", r"o[uù] (?=\w)", r"[qk]u?i\b", r"[àa] (?:qui|ki|quel|quoi|koi|partir)\b",
    r"[qk](?:uoi|oi)\b", r"(?:combien|au bout) de\b", r"jusqu'?[àa]? ?(?:quand|quel|kan)", r"tou[st]? les combien\b",
    r"c(?:'est|est|'|) ?(?:quoi|koi|combien|cb|comment|o[uù]|quand|pareil|imposable|normal)\b",
    # y a-t-il, dois-je, peut-on, faut-il
    r"(?:il y|y) ?a[- ]?t?[- ]?(?:il|pas)?\b", r"(?:dois|puis|ai|vais|peux|suis|serai)[- ]je\b",
    r"(?:peut|doit|faut|va|a|peux|pourrai[ts]?)[- ](?:t[- ])?(?:on|il|elle|je)\b", r"f(?:au|o)[ot]?[- ]il\b",
    # j'ai droit, je peux, on risque, il faut prévenir, ça compte
    r"(?:j'?ai|on a|j'?aurai|aurai[- ]je|g) (?:le )?droi[ts]?\b",
    r"(?:je|j|on) ?(?:peux?|peut|dois?t?|vais|risque|garde|touche|perds?)\b",
    r"(?:il |on |)f(?:au|o)[ot]?t? (?:pr[ée]venir|faire|d[ée]clarer|envoyer|demander|avoir|combien|[qk]u?oi)\b",
    r"(?:ça|ca|sa) (?:se|compte|fait|co[uû]te|baisse|change|marche|veut|va|rapporte|risque)\b", r"si\b",
    # je voudrais savoir ; ma pension est…
    r"je voulais savoir\b", r"(?:je |j')?(?:voudrais|voudrai|aimerais|veux) (?:bien )?(?:savoir|conna[iî]tre)\b",
    r"(?:ma|mon|mes|la|le|les|un|une|mn) [\w']+ "
    r"(?:est|sont|compte|baisse|s'arr|se |il|elle|ils|elles|augmente|reste)",
)  # fmt: skip
_JOINT = r"(?:\bet(?: puis| aussi| sinon| donc| surtout| si oui)?|\be\b|\bpuis\b|\bpui\b|\baussi\b|\bou bien\b|[,;:])"
_NEW_QUESTION = "|".join(_ANNOUNCED)
_A_QUESTION = "|".join((*_ANNOUNCED, *_OPENS))
_BOUNDARY = re.compile(
    rf"(?<=[.?!…])\s+|\n+|\s*\(|\)\s*|\s+(?={_NEW_QUESTION})|"
    rf"\s*{_JOINT}\s+(?=(?:est|et|aussi)?\s*(?:{_A_QUESTION}))",
    re.IGNORECASE,
)
_BEFORE = r"(?:(?:et|mais|donc|alors|puis|aussi|sinon|bonjour|bjr|slt|svp)\W+)*"
_QUESTION = re.compile(rf"\?|^\W*{_BEFORE}(?:{_A_QUESTION})", re.IGNORECASE)


def clauses(text: str) -> list[str]:
    """The pieces of a message, in order; each holds at most one question."""
    return [piece.strip(" ,;:") for piece in _BOUNDARY.split(text) if piece and re.search(r"\w", piece)]


def asks(clause: str) -> bool:
    """Does the clause ask something, rather than tell?"""
    return bool(_QUESTION.search(clause))
