"""A conversation in the terminal: what is typed goes to the assistant, what it says is shown; files on request."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.runtime import erase
from bot.cli.terminal.choices import NUMBER
from bot.cli.terminal.files import NotSaved, save
from bot.cli.terminal.keyboard import Typed
from bot.cli.terminal.lines import Screen
from bot.cli.terminal.message import message_lines
from bot.cli.terminal.trace import trace_lines

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from bot.channels.conversation import Exchange

LEAVE = {"fin", "/fin", "quitter", "/quitter", "exit", "/stop"}
HELP, SAVE = "/aide", "enregistrer"
WELCOME = (
    "Écrivez avec vos mots, puis Entrée. Pour une réponse proposée, son numéro suffit.",
    "/aide\u00a0: les commandes. fin\u00a0: sortir.",
)
COMMANDS = (
    "Dans la conversation\u00a0: « pourquoi ? », « je ne sais pas », « retour », « plus simple », « stop », "
    "« effacer mes données ».",
    "fin, ou Ctrl-D\u00a0: sortir. Rien n'est gardé, sauf un fichier que vous avez enregistré.",
    "Flèche ↑\u00a0: reprendre un message déjà écrit. Ctrl-C\u00a0: effacer la ligne\u00a0; deux fois\u00a0: sortir.",
    "enregistrer\u00a0: garder le fichier proposé, dans ce dossier. Sans ce mot, rien n'est écrit sur cet ordinateur.",
)
TO_SAVE = "Pour garder ce fichier dans {folder}, écrivez « enregistrer ». Sinon, rien n'est écrit sur cet ordinateur."
SAVED = "Fichier enregistré\u00a0: {path}"
NOT_SAVED = "Je n'ai pas pu enregistrer le fichier\u00a0: le dossier {folder} ne l'accepte pas."
STILL_SHOWN = "Ce qui est plus haut reste à l'écran\u00a0: fermez cette fenêtre si d'autres s'en servent."
PARTING = "Au revoir."
GOODBYE = f"{PARTING} Rien de cette conversation n'est gardé."
REMAINING = "Il reste sur cet ordinateur\u00a0:"

Said = Mapping[str, Any]


class Conversation:
    """One after the other, with the same assistant: an erased one gives way to a new one."""

    def __init__(self, agent: Agent, keys: Typed, screen: Callable[[], Screen], *, trace: bool) -> None:
        self._agent, self._keys, self._screen, self._trace = agent, keys, screen, trace
        self._saved: list[Path] = []  # an erasure leaves them where they are
        self._begin()

    def _begin(self) -> None:
        from bot.channels.conversation import Exchange

        self._exchange: Exchange = Exchange(f"chat-{secrets.token_hex(8)}")
        self._files: tuple[Said, ...] = ()

    async def run(self) -> None:
        """Until the person leaves."""
        from bot.answers.message import Choice
        from bot.channels.conversation import content_message

        if self._keys.by_hand:
            click.echo("")
            self._say(*WELCOME)
        greeting = content_message("salutation")
        self._exchange.choices = tuple(Choice(c["label"], c["payload"]) for c in greeting.get("choices", ()))
        self._show([greeting])
        async for line in self._keys.lines():
            if self._keys.by_hand:
                click.echo("")
            text = line.encode(errors="replace").decode()  # what is no letter must not stop anything further on
            command = text.strip().lower()
            if command in LEAVE:
                break
            if command == HELP:
                self._say(*COMMANDS)
            elif command.removeprefix("/") == SAVE and self._files:
                self._save()
            else:
                await self._turn(text)
        if self._keys.by_hand:
            remaining = self._remaining()
            self._say(*([PARTING, *remaining] if remaining else [GOODBYE]))

    async def _turn(self, text: str) -> None:
        from bot.channels.conversation import turn

        began = time.perf_counter()
        said = await turn(self._exchange, text, self._agent.handle_message, "chat")
        seconds = time.perf_counter() - began
        if self._trace:
            for line in await trace_lines(self._agent, self._exchange.sender_id, seconds):
                click.echo("\n".join(self._screen().text(line, "faint", rest="        ")), err=True)
        self._show(said)
        if files := tuple(file for message in said for file in message.get("attachments", ())):
            self._files = files
            self._say(TO_SAVE.format(folder=Path.cwd()))
        if self._exchange.erased:
            erase(self._agent, self._exchange.sender_id)
            self._keys.forget()
            self._begin()
            if self._keys.by_hand:
                self._say(STILL_SHOWN)
            if remaining := self._remaining():
                self._say(*remaining)

    def _show(self, said: Sequence[Said]) -> None:
        for message in said:
            by_number = message is said[-1] and self._picks_by_number(message)
            click.echo("\n".join([*message_lines(message, self._screen(), by_number=by_number), ""]), color=True)

    def _picks_by_number(self, message: Said) -> bool:
        """Whether the numbers would stand for these choices: a text about an empty message has others, or none."""
        picked = [choice.label for choice in self._exchange.choices]
        return message.get("expects") != NUMBER and picked == [choice["label"] for choice in message.get("choices", ())]

    def _save(self) -> None:
        for file in self._files:
            try:
                path = save(file["filename"], file["content"], Path.cwd())
            except NotSaved:
                self._say(NOT_SAVED.format(folder=Path.cwd()))
            else:
                self._saved.append(path)
                self._say(SAVED.format(path=path))

    def _remaining(self) -> list[str]:
        """The files that were saved and are still there, one a line; empty when there is none."""
        paths = [str(path) for path in self._saved if os.path.lexists(path)]
        return [REMAINING, *paths] if paths else []

    def _say(self, *texts: str) -> None:
        screen = self._screen()
        click.echo("\n".join([*(line for text in texts for line in screen.text(text)), ""]))
