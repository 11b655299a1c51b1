"""`assistant ask`: one question, one answer; or a file of questions with --jsonl."""

from __future__ import annotations

import asyncio
import secrets
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.answers.catalogue import catalogue
from bot.cli import jsonl
from bot.cli.errors import BadInput
from bot.cli.runtime import start, state

if TYPE_CHECKING:
    from rasa.core.agent import Agent

DECISIONS = {
    "answer": "answer",
    "choices": "choices",
    "question": "guide",
    "verdict": "guide",
    "places": "guide",
    "distress": "distress",
    "out_of_scope": "out_of_scope",
}


@click.command()
@click.argument("question", required=False)
@click.option("--trace", is_flag=True, help="Montre les sujets reconnus et leur confiance.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Lit des lignes {id, text, before} sur l'entrée standard.")
def ask(question: str | None, as_jsonl: bool, trace: bool) -> None:
    """Répond à une question, dans une conversation neuve."""
    if as_jsonl == bool(question):
        raise BadInput('Donnez une question (assistant ask "…"), ou --jsonl, pas les deux.')
    agent = start()
    if not as_jsonl:
        asyncio.run(_one(agent, question or "", trace))
        return
    asyncio.run(_many(agent))


async def _one(agent: Agent, question: str, trace: bool) -> None:
    from bot.channels.conversation import Exchange, turn
    from bot.cli.chat import show, trace_line

    said = await turn(Exchange("ask"), question, agent.handle_message, "ask")
    if trace:
        click.echo(trace_line((await state(agent, "ask"))["parsed"]), err=True)
    show(said)


async def _many(agent: Agent) -> None:
    for entry in jsonl.read(sys.stdin, "id", "text", lists=("before",)):
        jsonl.write(await answer_line(agent, entry))


async def answer_line(agent: Agent, entry: dict[str, Any]) -> dict[str, Any]:
    """The answer to one question in a fresh conversation, as one object of the contract."""
    from bot.channels.conversation import Exchange, turn

    exchange = Exchange(f"ask-{secrets.token_hex(8)}")
    for before in entry.get("before") or ():
        await turn(exchange, str(before), agent.handle_message, "ask")
    said = await turn(exchange, str(entry["text"]), agent.handle_message, "ask")
    parsed = (await state(agent, exchange.sender_id))["parsed"]
    said = [message for message in said if not message.get("notice")]
    topics = list(dict.fromkeys(message["topic"] for message in said if message.get("topic")))
    return {
        "id": entry["id"],
        "decision": DECISIONS.get(said[0]["kind"], "smalltalk") if said else "smalltalk",
        "topics": topics,
        "candidates": _candidates(parsed),
        "replies": [{"text": m["text"], "topic": m.get("topic"), "sources": m.get("sources", [])} for m in said],
    }


def _candidates(parsed: dict[str, Any]) -> list[dict[str, Any]]:
    ranking = parsed.get("intent_ranking") or []
    return [
        {"topic": c["name"], "confidence": round(c["confidence"], 4)}
        for c in ranking
        if catalogue().is_topic(c["name"])
    ]
