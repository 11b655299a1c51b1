"""What a telephone gets: all the words, in parts that Twilio takes, and nothing that a carrier takes for itself."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.catalogue import catalogue
from bot.answers.plain_text import plain_text
from bot.answers.render import render
from bot.channels.messaging.twilio.outgoing import LONGEST_PART, MOST_PARTS, SMS, WHATSAPP, Kind, outgoing, texts
from bot.channels.rendering.numbered import PICK
from bot.channels.rendering.plain_signs import plain_signs
from bot.channels.rendering.splitting import in_utf16
from bot.dialogue.guides import guides
from bot.dialogue.replies.commands import is_stop
from bot.settings import today

KINDS = get_args(Kind)
# What Twilio takes for itself when it stands alone, and what messengers make letters bold, slanted or struck with.
TAKEN = {
    "stop",
    "stopall",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "arret",
    "arrête",
    "start",
    "help",
    "info",
}
FORMATTED = re.compile(r"(?<!\w)([*_~`])(?=\S).+?(?<=\S)\1(?!\w)|^(?:>|\*) ", re.M)
WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=4_000)


def every_text() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every text of the content as a message, and the introduction of every guide."""
    for name in catalogue():
        message = render(catalogue()[name], today(), catalogue())
        yield name, {**message.as_dict(), "text": plain_text(message)}
    for name, guide in guides().items():
        yield name, {"text": guide.intro}


def said(text: str, *labels: str, **others: str) -> dict[str, Any]:
    return {"text": text, "choices": [{"id": str(n), "label": label} for n, label in enumerate(labels)], **others}


def bare(parts: list[str]) -> str:
    return "".join("".join(re.sub(r"^\(\d+/\d+\) ", "", part) for part in parts).split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_content_is_delivered_whole(kind: Kind) -> None:
    for name, message in every_text():
        parts = outgoing(message, kind)
        assert 0 < len(parts) <= MOST_PARTS, name
        assert all(in_utf16(part) <= LONGEST_PART for part in parts), name
        if kind == WHATSAPP:
            assert bare(parts).startswith("".join(message["text"].split())), name


def test_no_text_invites_to_write_a_word_that_a_carrier_takes() -> None:
    seen = set()
    for name, message in every_text():
        quoted = {word.strip().lower() for word in re.findall(r'"([^"]+)"', "".join(outgoing(message, SMS)))}
        assert not quoted & TAKEN, name
        seen |= quoted
    assert any(is_stop(word) for word in seen)  # the way out is still told


def test_no_text_is_formatted_by_accident_in_whatsapp() -> None:
    for name, message in every_text():
        assert not FORMATTED.search("\n".join(outgoing(message, WHATSAPP))), name


@given(WORDS, st.sampled_from(KINDS))
def test_any_words_are_delivered_in_parts_that_twilio_takes(text: str, kind: Kind) -> None:
    parts = outgoing(said(text), kind)
    assert all(part.strip() and in_utf16(part) <= LONGEST_PART for part in parts)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "".join(parts))


def test_a_pictogram_counts_twice_as_twilio_counts_it() -> None:
    assert len(outgoing(said("🙂" * (LONGEST_PART // 2)), SMS)) == 1
    assert len(outgoing(said("🙂" * (LONGEST_PART // 2 + 1)), SMS)) == 2


def test_parts_say_their_order_and_the_choices_come_last() -> None:
    parts = outgoing(said("\n\n".join(["Des mots. " * 60] * 8), "Oui", "Non"), WHATSAPP)
    assert len(parts) > 1
    assert [part.split(" ")[0] for part in parts] == [f"({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    assert parts[-1].endswith(f"1. Oui\n2. Non\n{PICK}")
    assert not any("1. Oui" in part for part in parts[:-1])


def test_a_short_answer_has_no_number_of_part() -> None:
    assert outgoing(said("Oui."), SMS) == ["Oui."]


def test_only_the_last_message_numbers_its_choices() -> None:
    (text,) = texts((said("Une réponse.", "Autre sujet"), said("Une question ?", "Oui", "Non")), SMS)
    assert "- Autre sujet" in text
    assert "1. Autre sujet" not in text
    assert "1. Oui" in text


def test_an_sms_keeps_the_letters_of_its_alphabet_and_no_other() -> None:
    text = "«\u00a0Ça coûte\u00a0» 1\u202f200\u00a0€ – l’été, à Nœux…"
    assert outgoing(said(text), SMS) == ['"Ça coute" 1 200 € - l\'été, à Noeux...']
    assert outgoing(said(text), WHATSAPP) == [text]


def test_stop_is_replaced_only_where_it_is_a_word_to_write() -> None:
    text = "Dites «\u00a0stop\u00a0» ou « stop ». Le Stop & go reste, « stop là » aussi."
    (sms,) = outgoing(said(text), SMS)
    assert sms.count("j'arrete") == 2
    assert 'Le Stop & go reste, "stop là" aussi.' in sms
    assert outgoing(said(text), WHATSAPP) == [text]


def test_nothing_said_is_no_message() -> None:
    assert outgoing(said(""), SMS) == []


def test_no_text_has_a_letter_for_which_an_sms_costs_twice_as_much() -> None:
    alphabet = set(string.ascii_letters + string.digits + " \n!\"#$%&'()*+,-./:;<=>?@_[]€§éèàùìòÉÇäöüñßøå")
    for name, message in every_text():
        assert set(plain_signs(message["text"])) <= alphabet, (name, set(plain_signs(message["text"])) - alphabet)
