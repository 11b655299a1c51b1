"""Canonical messages as messages of the Send API: nothing lost, within its limits."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messaging.messenger.outgoing import outgoing
from bot.channels.rendering.numbered import OR_ASK, PICK
from tests.channels.messaging.canonical import invented, squeezed, topics

LONG = "Un choix trop long pour un bouton"


def test_each_topic_keeps_all_its_words_and_choices() -> None:
    assert len(topics()) > 50
    for said in topics():
        messages = outgoing(said)
        text = squeezed(" ".join(message["text"] for message in messages))
        assert squeezed(said["text"]) in text
        replies = messages[-1].get("quick_replies", [])
        assert [reply["payload"] for reply in replies] == [choice["id"] for choice in said["choices"]]
        titles = [reply["title"] for reply in replies]
        assert all(choice["label"] in text or choice["label"] in titles for choice in said["choices"])
        assert all("quick_replies" not in message for message in messages[:-1])


@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=6000), st.lists(st.text(min_size=1), max_size=20))
def test_any_text_is_cut_within_the_limits_and_no_word_lost(text: str, labels: list[str]) -> None:
    messages = outgoing(invented(text, [label.strip() or "x" for label in labels]))
    assert all(0 < len(message["text"].encode("utf-16-le")) // 2 <= 2000 for message in messages)
    assert "".join(text.split()) in "".join("".join(message["text"].split()) for message in messages)
    for reply in messages[-1].get("quick_replies", []) if messages else []:
        assert 0 < len(reply["title"]) <= 20


def test_choices_that_fit_are_quick_replies_and_not_said_twice() -> None:
    (message,) = outgoing(invented("Lequel ?", ["Oui", "Je ne sais pas"]))
    assert message["text"] == "Lequel ?"
    assert [(one["title"], one["payload"]) for one in message["quick_replies"]] == [
        ("Oui", "id-0"),
        ("Je ne sais pas", "id-1"),
    ]


def test_choices_too_long_are_listed_and_picked_by_number() -> None:
    (message,) = outgoing(invented("Lequel ?", ["Oui", LONG]))
    assert message["text"] == f"Lequel ?\n\n1. Oui\n2. {LONG}\n{PICK}"
    assert [one["title"] for one in message["quick_replies"]] == ["1", "2"]


def test_no_quick_reply_is_a_number_where_a_number_is_an_answer() -> None:
    (message,) = outgoing(invented("Combien ?", ["Je ne sais pas", LONG], expects="number"))
    titles = [one["title"] for one in message["quick_replies"]]
    assert titles[0] == "Je ne sais pas" and titles[1].endswith("…") and LONG.startswith(titles[1][:-1])
    assert f"- {LONG}" in message["text"]


@pytest.mark.parametrize("expects", ["", "number"])
@pytest.mark.parametrize("labels", [["Oui", "Non"], ["Oui", LONG]])
def test_choices_of_a_message_that_another_follows_are_said_and_have_no_number(labels: list[str], expects: str) -> None:
    (message,) = outgoing(invented("Voici.", labels, expects=expects), is_last=False)
    assert message == {"text": "\n".join(("Voici.\n", OR_ASK, *(f"- {label}" for label in labels)))}


def test_a_message_without_choices_is_the_same_wherever_it_stands() -> None:
    assert outgoing(invented("Voici."), is_last=False) == outgoing(invented("Voici.")) == [{"text": "Voici."}]


def test_more_choices_than_quick_replies_are_all_listed() -> None:
    labels = [f"Choix {letter}" for letter in "ABCDEFGHIJKLMNO"]
    (message,) = outgoing(invented("Lequel ?", labels))
    assert len(message["quick_replies"]) == 13
    assert all(f"{rank}. {label}" in message["text"] for rank, label in enumerate(labels, 1))


def test_a_file_is_not_sent_its_words_are() -> None:
    file = {
        "label": "Dates",
        "filename": "dates.ics",
        "media_type": "text/calendar",
        "content": "BEGIN",
        "text": "Le 3.",
    }
    (message,) = outgoing(invented("Voici.\n\nLe 3.", attachments=[file]))
    assert message == {"text": "Voici.\n\nLe 3."}


def test_a_payload_never_becomes_a_quick_reply() -> None:
    said = invented("Lequel ?") | {"choices": [{"label": "Oui", "payload": "/affirm"}]}
    assert "/affirm" not in json.dumps(outgoing(said)) and "Oui" in outgoing(said)[0]["text"]
