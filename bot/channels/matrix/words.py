"""What the gateway says itself: only what concerns Matrix. Everything else is said by the assistant."""

from __future__ import annotations

from typing import Any

WHERE_KEPT = (
    "Dans cette messagerie, vos messages et les miens restent dans ce salon, "
    "selon les règles du serveur qui l'héberge. Ne donnez ni nom ni numéro. "
    "Pour que j'oublie tout et que je supprime mes messages, écrivez « effacer mes données »."
)
READ_ALONG = (
    "Tout le monde dans ce salon lit votre question et ma réponse. "
    "Pour parler de votre situation, écrivez-moi plutôt en privé, dans une conversation à deux."
)
WAIT = "Je ne peux pas répondre pour l'instant. Je garde votre message, et je vous réponds dès que possible."
NOT_READ = (
    "Je n'ai pas pu lire votre message : il est chiffré, et je n'en ai pas reçu la clé. "
    "Écrivez-le de nouveau, s'il vous plaît. Si cela se répète, fermez puis rouvrez votre application."
)
FAILED = "Je n'ai pas pu répondre à ce message : le problème vient de moi, pas de vous. Réessayez dans un moment."
NO_FILE = "Je n'ai pas pu joindre le fichier. Vous pouvez le demander sur la page de l'assistant."
CORRECTED = (
    "Vous avez corrigé un message auquel j'ai déjà répondu. "
    "Pour changer votre réponse, écrivez « retour », ou redites-le avec vos mots."
)
ALL_REDACTED = (
    "Je supprime aussi nos messages de ce salon, les vôtres et les miens. Cela peut prendre quelques minutes. "
    "Des copies peuvent rester un temps sur le serveur, ou dans une autre application."
)
OWN_REDACTED = (
    "Je supprime aussi mes messages de ce salon. Je n'ai pas le droit de supprimer les vôtres : vous seul le pouvez. "
    "Appuyez longuement sur un message (ou passez la souris dessus), puis choisissez « Supprimer »."
)


def sentence(text: str) -> dict[str, Any]:
    """A sentence as a canonical message."""
    block = {"type": "paragraph", "items": [[{"text": text}]]}
    return {"kind": "smalltalk", "blocks": [block], "text": text}
