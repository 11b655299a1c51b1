"""`assistant check --channels`: one line a channel, one a fault, status 1 when there is a fault, and no secret."""

from __future__ import annotations

import os

import pytest

from tests.cli.test_bad_input import run

SECRET = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("ASSISTANT_"):
            monkeypatch.delenv(name)


def test_where_nothing_is_set_all_is_well() -> None:
    done = run("check", "--channels")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "SMS et WhatsApp (Twilio) : éteint" in lines
    assert "Interface HTTP : prêt" in lines
    assert all(line.endswith((" : prêt", " : éteint")) for line in lines)


def test_a_channel_set_in_part_is_said_with_status_1() -> None:
    done = run("check", "--channels", ASSISTANT_TWILIO_TOKEN=SECRET)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    place = lines.index("SMS et WhatsApp (Twilio) : à corriger")
    assert lines[place + 1].startswith("  - Il manque ASSISTANT_TWILIO_ADDRESS")
    assert SECRET not in done.stdout


def test_a_channel_that_is_set_is_ready() -> None:
    address = "https://assistant.exemple.fr/webhooks/twilio/webhook"
    done = run("check", "--channels", ASSISTANT_TWILIO_TOKEN=SECRET, ASSISTANT_TWILIO_ADDRESS=address)
    assert (done.returncode, done.stderr) == (0, "")
    assert "SMS et WhatsApp (Twilio) : prêt" in done.stdout.splitlines()
    assert SECRET not in done.stdout


def test_an_address_that_leads_to_no_webhook_is_not_ready() -> None:
    address = "https://assistant.exemple.fr/"
    done = run("check", "--channels", ASSISTANT_TWILIO_TOKEN=SECRET, ASSISTANT_TWILIO_ADDRESS=address)
    assert (done.returncode, done.stderr) == (1, "")
    assert "SMS et WhatsApp (Twilio) : à corriger" in done.stdout.splitlines()
    assert "/webhooks/twilio/webhook" in done.stdout
