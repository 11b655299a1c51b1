"""What a message was taken for, and why: the lines of --trace. No word of the message is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cli.runtime import state
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import questions
from bot.rules.engine.parameters import ParameterUnavailable
from bot.settings import today

if TYPE_CHECKING:
    from rasa.core.agent import Agent

# What decided, in the trace; and when it was the clues of the second look.
DECIDED_BY = {
    "distress": "la détresse",
    "guide": "une demande de guide",
    "several": "plusieurs questions",
    "context": "la question précédente",
    "second look": "le second regard",
}
BY_CLUES = ("several", "second look")


def understood(parsed: dict[str, Any]) -> list[str]:
    """The intent acted on, what decided, the first three of the ranking, the clauses, the clues, several questions."""
    intent = parsed.get("intent") or {}
    ranked = ", ".join(f"{c['name']} {c['confidence']:.2f}" for c in (parsed.get("intent_ranking") or [])[:3])
    trace = parsed.get("trace") or {}
    clauses = [f"{c['name']} {c['confidence']:.2f}{' ?' if c['asks'] else ''}" for c in trace.get("clauses") or ()]
    parts = [f"{intent.get('name')}, décidé par {DECIDED_BY.get(trace.get('by', ''), 'le classement')}", ranked]
    if len(clauses) > 1:
        parts.append(f"morceaux : {', '.join(clauses)}")
    judged = trace.get("asked") if trace.get("by") in BY_CLUES else ()
    weighed = [f"{name} {weight:+.1f}" for one in (judged or ())[:1] for name, weight in one["clues"].items()]
    if weighed:
        parts.append(f"indices : {', '.join(weighed)}")
    if parsed.get("topics"):
        parts.append(f"questions : {', '.join(parsed['topics'])}")
    return [part for part in parts if part]


def trace_line(parsed: dict[str, Any]) -> str:
    """All of it on one line."""
    return f"[{' ; '.join(understood(parsed))}]"


async def trace_lines(agent: Agent, sender_id: str, seconds: float) -> list[str]:
    """What the last message of a conversation was taken for, what the guide still wants, how long the turn took."""
    from rasa.shared.core.events import UserUttered

    tracker = await agent.tracker_store.get_or_create_tracker(sender_id)
    # While a form is active, the tracker's own latest message is the one that opened it.
    heard = next((event for event in reversed(tracker.events) if isinstance(event, UserUttered)), None)
    lines = understood(heard.parse_data) if heard else []
    now = await state(agent, sender_id)
    if now["guide"]:
        facts = {name: value for name in questions() if (value := tracker.get_slot(name)) is not None}
        missing = _missing(now["guide"], facts)
        lines.append(
            f"guide {now['guide']}, demande {now['asks']} ; peut encore demander : {', '.join(missing) or 'rien'}"
        )
    return [f"[trace] {line}" for line in (*lines, f"{seconds:.2f} s")]


def _missing(guide: str, facts: dict[str, str]) -> tuple[str, ...]:
    try:
        return progress(guides()[guide], facts, today()).missing
    except ParameterUnavailable:
        return ()
