"""Channels are off until they are set, are not even loaded before, and say what they lack without any secret."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.enabled import MATRIX_PREFIX, MESSENGERS, ChannelStatus, Messenger, enabled, statuses
from bot.channels.messaging.twilio.settings import ADDRESS, TOKEN
from bot.settings import ROOT, SettingError

SECRET = "0123456789abcdef" * 2
PUBLIC = "https://assistant.exemple.fr/webhooks/twilio/webhook"
PREFIXES = (MATRIX_PREFIX, "ASSISTANT_API_KEYS", "ASSISTANT_ALLOWED_ORIGINS", *(one.prefix for one in MESSENGERS))


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    import os

    for name in list(os.environ):
        if name.startswith(PREFIXES):
            monkeypatch.delenv(name)
    return monkeypatch


def status(label: str) -> ChannelStatus:
    (found,) = [one for one in statuses() if label in one.label]
    return found


def problem(label: str) -> str:
    """The one thing to mend."""
    (found,) = status(label).problems
    return found


def test_nothing_is_on_but_what_needs_no_secret() -> None:
    assert enabled() == []
    assert [one.label for one in statuses() if one.is_on] == [
        "Page et bouton pour un site",
        "Interface HTTP",
        "Terminal",
    ]
    assert not any(one.problems for one in statuses())


def test_what_is_off_is_not_loaded() -> None:
    code = (
        "import sys; from bot.channels.enabled import enabled, statuses; enabled(), statuses();"
        "assert not {'rasa', 'twilio', 'nio', 'spacy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


@pytest.mark.parametrize("messenger", MESSENGERS, ids=lambda one: one.module)
def test_each_messenger_is_as_promised(messenger: Messenger) -> None:
    channel = messenger.load()
    assert channel.name() == messenger.module
    assert channel.from_environment() is None
    assert all(need.name.startswith(messenger.prefix) for need in channel.needs)
    assert all(need.what and "\n" not in need.what for need in channel.needs)


@pytest.mark.parametrize("messenger", MESSENGERS, ids=lambda one: one.module)
def test_each_need_that_is_not_met_is_said(messenger: Messenger, environment: pytest.MonkeyPatch) -> None:
    needed = [need for need in messenger.load().needs if not need.optional]
    environment.setenv(needed[0].name, SECRET)
    found = status(messenger.label)
    assert found.is_on
    for need in needed[1:]:
        assert any(need.name in line and need.what in line for line in found.problems)
    assert SECRET not in "".join(found.problems)
    if len(needed) > 1:
        with pytest.raises(SettingError):
            enabled()


def test_a_messenger_that_is_set_is_on(environment: pytest.MonkeyPatch) -> None:
    environment.setenv(TOKEN, SECRET)
    environment.setenv(ADDRESS, PUBLIC)
    assert [one.name() for one in enabled()] == ["twilio"]
    assert status("Twilio") == ChannelStatus("SMS et WhatsApp (Twilio)", True)


def test_each_fault_of_a_setting_is_one_line(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv(ADDRESS, PUBLIC.replace("https", "http"))
    environment.setenv(TOKEN, SECRET)
    assert ADDRESS in problem("Twilio")
    environment.setenv(ADDRESS, PUBLIC)
    environment.setenv(TOKEN, SECRET[1:])
    assert SECRET[1:] not in problem("Twilio")
    kept = tmp_path / "token"
    kept.write_text(SECRET)
    kept.chmod(0o644)
    environment.setenv(f"{TOKEN}_FILE", str(kept))
    assert "gardez-en un" in problem("Twilio")
    environment.delenv(TOKEN)
    assert "chmod 600" in problem("Twilio")


def test_a_setting_with_a_mistyped_name_is_said(environment: pytest.MonkeyPatch) -> None:
    mistyped = TOKEN.replace("KE", "EK")
    environment.setenv(mistyped, SECRET)
    lines = status("Twilio").problems
    assert f"{mistyped} n'est pas un réglage connu." in lines
    assert SECRET not in "".join(lines)


@pytest.mark.parametrize("messenger", MESSENGERS, ids=lambda one: one.module)
def test_a_mistyped_name_never_leaves_a_messenger_silently_off(
    messenger: Messenger, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv(f"{messenger.prefix}TOKN", SECRET)
    with pytest.raises(SettingError) as raised:
        enabled()
    assert str(raised.value) == status(messenger.label).problems[0]
    assert f"{messenger.prefix}TOKN" in str(raised.value)
    assert SECRET not in str(raised.value)


def test_a_mistyped_name_beside_good_settings_is_refused_too(environment: pytest.MonkeyPatch) -> None:
    environment.setenv(TOKEN, SECRET)
    environment.setenv(ADDRESS, PUBLIC)
    environment.setenv(f"{ADDRESS}E", PUBLIC)
    with pytest.raises(SettingError, match=f"{ADDRESS}E"):
        enabled()


def test_what_matrix_lacks_is_said(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("ASSISTANT_MATRIX_USER", "@assistant:exemple.fr")
    assert "ASSISTANT_MATRIX_HOMESERVER" in problem("Matrix")
    environment.setenv("ASSISTANT_MATRIX_HOMESERVER", "https://exemple.fr")
    environment.setenv("ASSISTANT_MATRIX_PASSWORD", SECRET)
    assert status("Matrix") == ChannelStatus("Matrix et Tchap", True)
    environment.setenv("ASSISTANT_MATRIX_TOKEN", SECRET)
    assert "gardez-en un" in problem("Matrix")


@pytest.mark.parametrize(
    "origin", ["https://exemple.fr/", "exemple.fr", "https://a@exemple.fr", "*", "https://exemple.fr/page", "https://"]
)
def test_an_origin_that_no_browser_sends_is_said(environment: pytest.MonkeyPatch, origin: str) -> None:
    environment.setenv("ASSISTANT_ALLOWED_ORIGINS", f"https://exemple.fr http://localhost:8080 {origin}")
    assert origin in problem("Page")


def test_keys_that_are_never_accepted_are_counted_and_not_shown(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("ASSISTANT_API_KEYS", f"court {SECRET} petit")
    said = problem("HTTP")
    assert "2" in said
    assert not {"court", "petit", SECRET} & set(said.split())
