"""Erase what was told; the channel then erases the conversation itself (see bot/channels)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import last_text
from actions.speech import Events, answer, never_silent, say
from bot.answers.message import Choice
from bot.dialogue.erasing import is_certain

ERASE_ALL = Choice("Oui, tout effacer", "/effacer_mes_donnees")


class ActionErase(Action):
    """Forgets all facts, leaves any guide, and tells the channel to erase."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_erase"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Confirm, or ask first; `result` carries the order to the channel."""
        if not is_certain(last_text(tracker)):
            say(dispatcher, answer("confirmer_effacement").with_choices((ERASE_ALL,)))
            return []
        say(dispatcher, replace(answer("effacer_mes_donnees"), result={"erase": True}))
        return [ActiveLoop(None), AllSlotsReset()]
