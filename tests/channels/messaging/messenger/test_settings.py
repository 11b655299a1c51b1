"""What the operator sets for Messenger: all, nothing, or one clear sentence."""

from __future__ import annotations

import pytest

from bot.channels.messaging.messenger.channel import MessengerChannel
from bot.channels.messaging.messenger.settings import API, OFFICIAL, SECRET, TOKEN, VERIFY, messenger_settings
from bot.settings import SettingError
from tests.channels.messaging.messenger import standin

GOOD = {TOKEN: standin.TOKEN, SECRET: standin.SECRET, VERIFY: standin.VERIFY}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (TOKEN, SECRET, VERIFY, API):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Set these."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_with_nothing_set_it_is_off() -> None:
    assert MessengerChannel.from_environment() is None
    with pytest.raises(SettingError, match=TOKEN):
        MessengerChannel.from_credentials(None)


def test_with_all_three_secrets_it_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **GOOD)
    settings = messenger_settings()
    assert settings and settings.secret.reveal() == standin.SECRET and settings.api == OFFICIAL
    assert isinstance(MessengerChannel.from_environment(), MessengerChannel)


@pytest.mark.parametrize("missing", [TOKEN, SECRET, VERIFY])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    given(monkeypatch, **{name: value for name, value in GOOD.items() if name != missing})
    with pytest.raises(SettingError, match=missing):
        messenger_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (TOKEN, "short"),
        (TOKEN, standin.TOKEN + "\r\nX: y"),
        (SECRET, "not hexadecimal not hexadecimal!"),
        (VERIFY, "short"),
        (VERIFY, "with spaces in it"),
        (API, "http://graph.example.org"),
    ],
)
def test_what_is_badly_set_is_named_and_never_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **(GOOD | {name: value}))
    with pytest.raises(SettingError) as error:
        messenger_settings()
    said = str(error.value)
    assert name in said and "\n" not in said
    assert not any(secret in said for secret in GOOD.values()) and value not in said


def test_what_is_needed_names_each_setting() -> None:
    assert [need.name for need in MessengerChannel.needs] == [TOKEN, SECRET, VERIFY, API]
    assert [need.optional for need in MessengerChannel.needs] == [False, False, False, True]
