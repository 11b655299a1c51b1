"""What a person types, line by line: with line editing and recall on a terminal, as it comes from a pipe."""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from bot.cli.errors import BadInput
from bot.privacy.redaction import redact

PROMPT = "Vous > "
AGAIN = "Ligne effacée. Encore Ctrl-C pour sortir."


class Typed(ABC):
    """Lines from somewhere; `by_hand`: somebody looks at the screen while typing."""

    by_hand = True

    async def lines(self) -> AsyncIterator[str]:
        """Each line, as soon as it is there; by hand, Ctrl-D ends, and so does Ctrl-C twice in a row.

        Raises:
            BadInput: the input is no text.
        """
        given_up = False
        while True:
            try:
                line = await self.line()
            except EOFError:
                break
            except KeyboardInterrupt:
                if given_up or not self.by_hand:
                    break
                given_up = True
                click.echo(f"\n{AGAIN}\n")
                continue
            given_up = False
            yield line
        if self.by_hand:
            click.echo("")

    @abstractmethod
    async def line(self) -> str:
        """The next line.

        Raises:
            EOFError: there is none.
        """

    @abstractmethod
    def forget(self) -> None:
        """Nothing said so far can be recalled any more."""


class MaskedHistory(InMemoryHistory):
    """What was typed in this run, identifiers masked; in memory only."""

    def append_string(self, string: str) -> None:
        """Keep a line, to be recalled."""
        super().append_string(redact(string).text)


class Keyboard(Typed):
    """A terminal that can move its cursor: lines are edited, and recalled by the arrows."""

    def __init__(self, styled: bool) -> None:
        # A question to the terminal about its cursor serves menus only, and some answer it with signs on the screen.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        self._styled = styled
        self.forget()

    def forget(self) -> None:
        """A new history, and a new place to type."""
        self._session: PromptSession[str] = PromptSession(
            [("class:prompt", PROMPT)],
            history=MaskedHistory(),
            style=Style([("prompt", "bold")] if self._styled else []),
            color_depth=ColorDepth.DEPTH_1_BIT,
            reserve_space_for_menu=0,
        )

    async def line(self) -> str:
        """The next line, edited at leisure."""
        return await self._session.prompt_async()


class Pipe(Typed):
    """A program, a file, or (with a prompt) a terminal that only knows lines."""

    def __init__(self, prompt: str = "") -> None:
        self._prompt, self.by_hand = prompt, bool(prompt)

    def forget(self) -> None:
        """Nothing is kept."""

    async def line(self) -> str:
        """The next line, as it comes."""
        click.echo(self._prompt, nl=False)
        try:
            line = sys.stdin.readline()
            if not self.by_hand:
                line.encode()  # in some locales what is no text comes through in disguise
        except UnicodeError as error:
            raise BadInput("L'entrée doit être du texte en UTF-8.") from error
        if not line:
            raise EOFError
        return line.rstrip("\n")


def keyboard(styled: bool) -> Typed:
    """What fits where the command was started."""
    if not sys.stdin.isatty():
        return Pipe()
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return Pipe(PROMPT)
    return Keyboard(styled)
