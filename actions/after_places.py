"""After sites were given: what is asked of them, another place to look around, or a point on the service itself."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.guide_result import say_result
from actions.heard import last_text, topics_before, understood
from actions.memory import RESULT, last_topics, remembered, slot_events, stored
from actions.moment import FORM
from actions.person import departments_told, person_of
from actions.speech import Events, say
from bot.dialogue.about_sites import about_sites
from bot.dialogue.engine import DISTRESS, SURE_DISTRESS
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guides
from bot.dialogue.leads import only_lead
from bot.dialogue.nearby import ANOTHER, TOPIC, places_of
from bot.dialogue.opening import opened, with_place
from bot.dialogue.replies.places import only_names_place
from bot.dialogue.turn import Conversation
from bot.settings import now, today

# Words: a longer message about another subject is not about the sites, whatever day it names.
LONGEST_ASIDE = 8


def after_places(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """What the message asks of the sites just given; None when it is about something else."""
    state, text = stored(tracker), last_text(tracker)
    guide = guides().get(state.guide)
    if guide is None or guide.goal != PLACES or RESULT not in last_topics(tracker) or text.startswith("/"):
        return None
    heard = understood(tracker)
    if heard.intent == DISTRESS and heard.confidence >= SURE_DISTRESS:
        return None
    if only_names_place(text):
        return _around(dispatcher, tracker, state, text)
    if heard.is_subject and heard.intent != TOPIC and len(text.split()) > LONGEST_ASIDE:
        return None
    about = about_sites(state.facts.get("place", ""), text, now(), topics_before(tracker))
    if about is None and heard.intent == TOPIC:
        about = only_lead(TOPIC, text, person_of(tracker), today())
    if about is None:
        return None
    say(dispatcher, about.with_choices((ANOTHER,)))
    return [remembered(RESULT)]


def _around(dispatcher: CollectingDispatcher, tracker: Tracker, before: Conversation, text: str) -> Events:
    """The sites around another place, or which one is meant."""
    around = frozenset(place.department for place in places_of(before.facts.get("place", "")))
    anew = replace(opened(before.guide, before), near=departments_told(tracker) | around)
    state, which = with_place(anew, text, today())
    if which is None:
        return [*slot_events(tracker, state), *say_result(dispatcher, tracker, state)]
    say(dispatcher, which)
    return [*slot_events(tracker, state), SlotSet("guide_quiet", True), FollowupAction(FORM)]
