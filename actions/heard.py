"""What the last message says: its words, what the classifier made of it, the topics it asks about."""

from __future__ import annotations

from rasa_sdk import Tracker

from bot.answers.catalogue import catalogue
from bot.dialogue.counter import topic_of_words
from bot.dialogue.guides import guide_of_intent, guides
from bot.dialogue.turn import Understood

OFFER = "proposer_des_sujets"
# Intents that call for the last answer, in another form.
SAY_AGAIN = {"repeter", "plus_simple", "plus_de_details", "quelle_source"}
# After these events what was said before is forgotten.
FORGET = {"reset_slots", "restart", "session_started"}
# Intents of conversation that deserve their answer even while a question is pending.
SUBJECTS = {
    "etes_vous_un_robot",
    "aide",
    "parler_a_un_humain",
    "confidentialite",
    "effacer_mes_donnees",
    "ouvrir_un_guide",
    "recapitulatif",
    "imprimer_resume",
    "ajouter_au_calendrier",
    OFFER,
}


def understood(tracker: Tracker) -> Understood:
    """What the classifier made of the last message."""
    found = tracker.latest_message.get("intent") or {}
    intent = found.get("name") or ""
    known = catalogue()
    is_subject = (
        intent in SUBJECTS
        or intent in guide_of_intent()
        or (intent in known and known[intent].folder != "conversation")
    )
    confidence = float(found.get("confidence") or 0)
    return Understood(intent, is_subject, sure=confidence >= 1, confidence=confidence)


def topics_asked(tracker: Tracker) -> list[str]:
    """The topics of the last message when it asks several things, in order; empty when it asks one."""
    known = catalogue()
    return [topic for topic in tracker.latest_message.get("topics") or () if known.is_topic(topic)]


def last_text(tracker: Tracker) -> str:
    """The words of the last message."""
    return str(tracker.latest_message.get("text") or "").strip()


def topics_before(tracker: Tracker) -> tuple[str, ...]:
    """What was spoken of, the last message first: topics asked, and those of guides opened."""
    known, found = catalogue(), []
    for event in reversed(tracker.events):
        if event["event"] in FORGET:
            break
        heard = event.get("parse_data") or {}
        if event["event"] != "user":
            continue
        intent = (heard.get("intent") or {}).get("name") or ""
        opened = [entity.get("value") for entity in heard.get("entities") or () if entity.get("entity") == "guide"]
        opened.append(guide_of_intent().get(intent))
        said = topic_of_words(str(event.get("text") or ""))
        found += [
            said,
            *(heard.get("topics") or ()),
            intent,
            *(guides()[name].topic for name in opened if name in guides()),
        ]
    return tuple(dict.fromkeys(topic for topic in found if known.is_topic(topic)))
