"""Canonical messages as calls of the Bot API: nothing lost, within its limits, legible on a phone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.french import HARD_SPACE
from bot.channels.messaging.telegram.outgoing import LONGEST_CAPTION, outgoing
from bot.channels.rendering.numbered import OR_ASK, PICK
from tests.channels.messaging.canonical import invented, squeezed, topics
from tests.channels.messaging.standin import Call
from tests.channels.messaging.telegram.standin import TOKEN, Telegram, units

CHAT = 1
LONG = "Un choix dont les mots ne tiennent pas sur un bouton"


@pytest.fixture(scope="module")
def telegram() -> Any:
    """What says whether Telegram takes a call."""
    stand_in = Telegram()
    yield stand_in
    stand_in.close()


def taken(telegram: Telegram, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The calls, once Telegram has taken each."""
    for call in calls:
        fields = {key: value for key, value in call.items() if key not in {"method", "document"}}
        files = {"document": ("x", b"x")} if "document" in call else {}
        path = f"/bot{TOKEN}/{call['method']}"
        status, _ = telegram.take(Call(path, {}, json.loads(json.dumps({"chat_id": CHAT, **fields})), files))
        assert status == 200
    return calls


def keys(call: dict[str, Any]) -> list[list[dict[str, str]]]:
    """The rows of buttons of a call."""
    rows: list[list[dict[str, str]]] = call["reply_markup"]["inline_keyboard"]
    return rows


def test_each_topic_is_taken_with_all_its_words_and_choices(telegram: Telegram) -> None:
    assert len(topics()) > 50
    for said in topics():
        calls = taken(telegram, outgoing(said))
        text = squeezed(" ".join(call["text"] for call in calls))
        assert squeezed(said["text"]) in text
        shown = [key["text"] for row in keys(calls[-1]) for key in row] if said["choices"] else []
        assert all(choice["label"] in text or choice["label"] in shown for choice in said["choices"])
        assert all("reply_markup" not in call for call in calls[:-1])


@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=12_000), st.lists(st.text(min_size=1), max_size=6))
def test_any_text_is_cut_within_the_limit_and_no_word_lost(text: str, labels: list[str]) -> None:
    calls = outgoing(invented(text, [label.strip() or "x" for label in labels]))
    assert all(0 < units(call["text"]) <= 4096 for call in calls)
    assert "".join(text.split()) in "".join("".join(call["text"].split()) for call in calls)


def test_pictograms_count_twice() -> None:
    calls = outgoing(invented("😀" * 4000))
    assert len(calls) == 2 and all(units(call["text"]) <= 4096 for call in calls)


def test_the_title_and_headings_are_bold_wherever_pictograms_stand() -> None:
    blocks = [
        {"type": "paragraph", "items": [[{"text": "😀 Début"}]]},
        {"type": "heading", "items": [[{"text": f"Et après{HARD_SPACE}?"}]]},
    ]
    text = f"Le 😀 titre\n\n😀 Début\n\nEt après{HARD_SPACE}?\n\nFin"
    (call,) = outgoing(invented(text, title="Le 😀 titre", blocks=blocks))
    encoded = text.encode("utf-16-le")
    bold = [
        encoded[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in call["entities"]
    ]
    assert bold == ["Le 😀 titre", f"Et après{HARD_SPACE}?"]


def test_what_looks_like_markup_stays_as_it_is() -> None:
    (call,) = outgoing(invented("*a* _b_ <b>c</b> [d](https://example.org) `e`"))
    assert call["text"] == "*a* _b_ <b>c</b> [d](https://example.org) `e`"
    assert "parse_mode" not in call and "entities" not in call


def test_links_are_not_opened_by_telegram_for_a_preview() -> None:
    assert all(call["link_preview_options"] == {"is_disabled": True} for said in topics() for call in outgoing(said))


def test_choices_that_fit_are_buttons_one_a_row_and_not_said_twice() -> None:
    (call,) = outgoing(invented("Lequel ?", ["Oui", "Je ne sais pas"]))
    assert call["text"] == "Lequel ?"
    assert [[key["text"] for key in row] for row in keys(call)] == [["Oui"], ["Je ne sais pas"]]
    assert [key["callback_data"] for row in keys(call) for key in row] == ["id-0", "id-1"]


def test_choices_too_long_for_a_phone_are_listed_and_picked_by_number() -> None:
    (call,) = outgoing(invented("Lequel ?", ["Oui", LONG]))
    assert call["text"] == f"Lequel ?\n\n1. Oui\n2. {LONG}\n{PICK}"
    assert [key["text"] for row in keys(call) for key in row] == ["1", "2"]
    assert [key["callback_data"] for row in keys(call) for key in row] == ["id-0", "id-1"]


def test_no_button_is_a_number_where_a_number_is_an_answer() -> None:
    (call,) = outgoing(invented("Combien ?", ["Je ne sais pas", LONG], expects="number"))
    captions = [key["text"] for row in keys(call) for key in row]
    assert captions[0] == "Je ne sais pas"
    assert captions[1].endswith("…") and LONG.startswith(captions[1][:-1]) and len(captions[1]) <= LONGEST_CAPTION
    assert f"- {LONG}" in call["text"]


@pytest.mark.parametrize("expects", ["", "number"])
def test_no_number_picks_a_choice_of_a_message_that_another_follows(expects: str) -> None:
    (call,) = outgoing(invented("Voici.", ["Oui", LONG], expects=expects), is_last=False)
    assert call["text"] == f"Voici.\n\n{OR_ASK}\n- Oui\n- {LONG}"
    captions = [key["text"] for row in keys(call) for key in row]
    assert captions[0] == "Oui" and captions[1].endswith("…") and LONG.startswith(captions[1][:-1])
    assert [key["callback_data"] for row in keys(call) for key in row] == ["id-0", "id-1"]


def test_buttons_that_fit_stay_below_a_message_that_another_follows() -> None:
    said = invented("Voici.", ["Oui", "Non"])
    assert outgoing(said, is_last=False) == outgoing(said)


def test_choices_come_with_the_last_part() -> None:
    calls = outgoing(invented("mot " * 3000, ["Oui", "Non"]))
    assert len(calls) > 1
    assert ["reply_markup" in call for call in calls] == [False] * (len(calls) - 1) + [True]


def test_a_file_is_sent_and_its_words_stay_in_the_text(telegram: Telegram) -> None:
    file = {
        "label": "Dates",
        "filename": "dates.ics",
        "media_type": "text/calendar",
        "content": "BEGIN",
        "text": "Le 3.",
    }
    document, text = taken(telegram, outgoing(invented("Voici.\n\nLe 3.", attachments=[file])))
    assert document["method"] == "sendDocument" and document["document"]["filename"] == "dates.ics"
    assert document["caption"] == "Dates" and "Le 3." in text["text"]


def test_a_payload_never_becomes_a_button() -> None:
    said = invented("Lequel ?") | {"choices": [{"label": "Oui", "payload": "/affirm"}]}
    assert "/affirm" not in json.dumps(outgoing(said)) and "Oui" in outgoing(said)[0]["text"]
