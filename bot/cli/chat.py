"""`assistant chat`: a conversation in the terminal, or a scripted one with --jsonl."""

from __future__ import annotations

import asyncio
import secrets
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.cli import jsonl
from bot.cli.runtime import erase, start, state

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from bot.channels.conversation import Exchange


@click.command()
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Lit des lignes {session, text} sur l'entrée standard.")
@click.option("--trace", is_flag=True, help="Montre les sujets reconnus et leur confiance.")
def chat(as_jsonl: bool, trace: bool) -> None:
    """Ouvre une conversation dans le terminal (« fin » ou Ctrl-D pour sortir)."""
    if not as_jsonl:
        click.echo("Je me prépare, quelques secondes…", err=True)
    agent = start()
    asyncio.run(_scripted(agent) if as_jsonl else _terminal(agent, trace))


async def _scripted(agent: Agent) -> None:
    from bot.channels.conversation import Exchange

    sessions: dict[str, Exchange] = {}
    for entry in jsonl.read(sys.stdin, "session", "text"):
        name = str(entry["session"])
        exchange = sessions.setdefault(name, Exchange(f"chat-{secrets.token_hex(8)}"))
        jsonl.write({"session": entry["session"], **await reply_line(agent, exchange, str(entry["text"]))})


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


async def _terminal(agent: Agent, trace: bool) -> None:
    from bot.channels.conversation import Exchange, content_message, turn

    exchange = Exchange(f"chat-{secrets.token_hex(8)}")
    show([content_message("salutation")])
    while True:
        try:
            text = click.prompt("", prompt_suffix="> ", default="", show_default=False)
        except (click.exceptions.Abort, EOFError):
            click.echo("")
            return
        if text.strip().lower() in {"fin", "quitter", "exit"}:
            return
        said = await turn(exchange, text, agent.handle_message, "chat")
        if trace:
            click.echo(trace_line((await state(agent, exchange.sender_id))["parsed"]), err=True)
        show(said)
        if exchange.erased:
            erase(agent, exchange.sender_id)
            exchange = Exchange(f"chat-{secrets.token_hex(8)}")


def show(said: list[dict[str, Any]]) -> None:
    """Messages in the terminal, choices numbered."""
    for message in said:
        click.echo(f"\n{message['text']}")
        for number, choice in enumerate(message.get("choices", ()), 1):
            click.echo(f"  {number}. {choice['label']}")
    click.echo("")


# What decided, in the trace; and when it was the clues of the second look.
DECIDED_BY = {
    "distress": "la détresse",
    "guide": "une demande de guide",
    "several": "plusieurs questions",
    "context": "la question précédente",
    "second look": "le second regard",
}
BY_CLUES = ("several", "second look")


def trace_line(parsed: dict[str, Any]) -> str:
    """What the message was taken for: the intent acted on, the first three of the ranking, and the clauses."""
    intent = parsed.get("intent") or {}
    ranked = ", ".join(f"{c['name']} {c['confidence']:.2f}" for c in (parsed.get("intent_ranking") or [])[:3])
    trace = parsed.get("trace") or {}
    clauses = [f"{c['name']} {c['confidence']:.2f}{' ?' if c['asks'] else ''}" for c in trace.get("clauses") or ()]
    pieces = f" ; morceaux : {', '.join(clauses)}" if len(clauses) > 1 else ""
    judged = trace.get("asked") if trace.get("by") in BY_CLUES else ()
    weighed = [f"{name} {weight:+.1f}" for one in (judged or ())[:1] for name, weight in one["clues"].items()]
    pieces += f" ; indices : {', '.join(weighed)}" if weighed else ""
    several = f" ; questions : {', '.join(parsed['topics'])}" if parsed.get("topics") else ""
    decided = DECIDED_BY.get(trace.get("by", ""), "le classement")
    return f"[{intent.get('name')}, décidé par {decided} ; {ranked}{pieces}{several}]"
