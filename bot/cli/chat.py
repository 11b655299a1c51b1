"""`assistant chat`: a conversation in the terminal, or a scripted one with --jsonl."""

from __future__ import annotations

import asyncio
import secrets
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.cli import jsonl
from bot.cli.runtime import erase, start, state
from bot.cli.terminal.conversation import Conversation
from bot.cli.terminal.keyboard import keyboard
from bot.cli.terminal.lines import Screen
from bot.cli.terminal.message import message_lines
from bot.cli.terminal.screens import current_screen
from bot.cli.terminal.trace import trace_line

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from bot.channels.conversation import Exchange

__all__ = ["chat", "reply_line", "show", "trace_line"]


@click.command()
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Lit des lignes {session, text} sur l'entrée standard.")
@click.option("--plain", is_flag=True, help="Des mots seuls : ni gras, ni dessin, ni lignes coupées (lecteur d'écran).")
@click.option("--trace", is_flag=True, help="Montre les sujets reconnus, leur confiance et ce qui manque encore.")
def chat(as_jsonl: bool, plain: bool, trace: bool) -> None:
    """Ouvre une conversation dans le terminal (« fin » ou Ctrl-D pour sortir)."""
    if not as_jsonl:
        click.echo("Je me prépare, quelques secondes…", err=True)
    agent = start()
    # The loop that Sanic puts in its place takes keys before the history to recall is there.
    asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
    asyncio.run(_scripted(agent) if as_jsonl else _terminal(agent, plain=plain, trace=trace))


async def _scripted(agent: Agent) -> None:
    from bot.channels.conversation import Exchange

    sessions: dict[str, Exchange] = {}
    for entry in jsonl.read(sys.stdin, "session", "text"):
        name = str(entry["session"])
        exchange = sessions.setdefault(name, Exchange(f"chat-{secrets.token_hex(8)}"))
        jsonl.write({"session": entry["session"], **await reply_line(agent, exchange, str(entry["text"]))})
        if exchange.erased:
            del sessions[name]


async def reply_line(agent: Agent, exchange: Exchange, text: str) -> dict[str, Any]:
    """One turn as an object of the contract: replies, guide, field asked, result of a verdict."""
    from bot.channels.conversation import turn

    said = await turn(exchange, text, agent.handle_message, "chat")
    now = await state(agent, exchange.sender_id)
    if exchange.erased:
        erase(agent, exchange.sender_id)
    verdict = next((m["result"] for m in said if m["kind"] == "verdict"), None)
    replies = [{**m, "choices": [{"label": c["label"]} for c in m.get("choices", ())]} for m in said]
    return {"replies": replies, "guide": now["guide"], "asks": now["asks"], "result": verdict}


async def _terminal(agent: Agent, *, plain: bool, trace: bool) -> None:
    def screen() -> Screen:
        return current_screen(plain=plain)

    await Conversation(agent, keyboard(screen().styled), screen, trace=trace).run()


def show(said: list[dict[str, Any]]) -> None:
    """Messages of a conversation that ends with them: their choices have no number."""
    for message in said:
        click.echo("\n".join(["", *message_lines(message, current_screen())]), color=True)
    click.echo("")
