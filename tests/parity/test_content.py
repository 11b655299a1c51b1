"""Every text of the content and every end of a guide, as each channel puts it."""

from __future__ import annotations

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.render import render
from bot.dialogue.guides import guides
from tests.parity.messages import ON, all_messages, canonical
from tests.parity.missing import folded
from tests.parity.oracle import told
from tests.parity.problems import problems


@pytest.mark.parametrize("name", [*catalogue(), *(f"guide {guide}" for guide in guides())])
def test_every_channel_tells_all_of_it(name: str) -> None:
    assert {problem for said in all_messages().get(name, ()) for problem in problems(said)} == set()


def test_the_messages_are_many_and_of_all_sorts() -> None:
    said = [message for messages in all_messages().values() for message in messages]
    assert len(said) > 400
    assert {one["kind"] for one in said} >= {"answer", "verdict", "out_of_scope", "distress", "smalltalk"}
    for part in ("figures", "sources", "contacts", "picture", "attachments", "closing", "choices", "verified_on"):
        assert any(part in one for one in said), part
    assert {figure["confidence"] for one in said for figure in one.get("figures", ())} >= {"verified", "inferred"}


@pytest.mark.parametrize("topic", [one.id for one in catalogue().values() if one.folder == "answers" and one.details])
def test_more_details_can_be_asked_for_where_they_are_not_shown(topic: str) -> None:
    """Only pages fold them away; elsewhere "plus de détails" says them."""
    shown = render(catalogue()[topic], ON, catalogue())
    asked_for = canonical(render(catalogue()[topic], ON, catalogue(), "details"))
    behind = told({"kind": "answer", "blocks": canonical(shown)["details"]}, files_in_words=True)
    text = folded(asked_for["text"])
    lost = [fact.pieces[0] for fact in behind.rows[0] if folded(fact.pieces[0]) not in text]
    assert lost == []
