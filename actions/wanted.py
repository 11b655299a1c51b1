"""The guide that a message wants, whatever the classifier made of it, and what it asks besides."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.heard import topics_asked
from actions.memory import conversation_of, last_topics
from bot.answers.catalogue import catalogue
from bot.dialogue.guides import guide_named, guides
from bot.dialogue.opening import to_resume_named
from bot.dialogue.replies.asked import looks_like_question
from bot.dialogue.replies.requests import asks_to_do

YES = "oui"


def guide_wanted(tracker: Tracker, text: str, intent: str) -> str:
    """The guide that the message says yes to, names, goes on with, or asks for; "" when it wants none."""
    if intent == YES:
        return _guide_of(last_topics(tracker))
    named = guide_named(text) or to_resume_named(text, conversation_of(tracker))
    if named or not asks_to_do(text):
        return named
    return _guide_of(topics_asked(tracker) or [intent])


def asked_beside(guide: str, text: str, topics: list[str]) -> list[str]:
    """The topics that a message asks about besides the guide that it wants."""
    known, own = catalogue(), guides()[guide].topic
    asked = topics if looks_like_question(text) else []
    return [topic for topic in asked if known.is_topic(topic) and topic != own and known[topic].head.guide != guide]


def _guide_of(topics: list[str]) -> str:
    """The one guide that answers on these topics offer, "" when none or several are."""
    known = catalogue()
    offered = {known[topic].head.guide or "" for topic in topics if topic in known} - {""}
    return offered.pop() if len(offered) == 1 else ""
