"""What the operator sets for Telegram: all, nothing, or one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.messaging.telegram.channel import TelegramChannel
from bot.channels.messaging.telegram.settings import API, OFFICIAL, SECRET, TOKEN, telegram_settings
from bot.settings import SettingError
from tests.channels.messaging.telegram import standin, updates

GOOD = {TOKEN: standin.TOKEN, SECRET: updates.SECRET}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (TOKEN, SECRET, API):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Set these."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def refusal() -> str:
    """The one line that says what is wrong."""
    with pytest.raises(SettingError) as error:
        telegram_settings()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_with_nothing_set_it_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert TelegramChannel.from_environment() is None
    given(monkeypatch, **{API: "https://example.org"})
    assert TelegramChannel.from_environment() is None
    with pytest.raises(SettingError, match=TOKEN):
        TelegramChannel.from_credentials(None)


def test_with_both_secrets_it_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **GOOD)
    settings = telegram_settings()
    assert settings and settings.token.reveal() == standin.TOKEN and settings.api == OFFICIAL
    assert isinstance(TelegramChannel.from_environment(), TelegramChannel)
    assert isinstance(TelegramChannel.from_credentials(None), TelegramChannel)


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{standin.TOKEN}\n")
    file.chmod(0o600)
    given(monkeypatch, **{f"{TOKEN}_FILE": str(file), SECRET: updates.SECRET})
    settings = telegram_settings()
    assert settings and settings.token.reveal() == standin.TOKEN


@pytest.mark.parametrize("missing", [TOKEN, SECRET])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    given(monkeypatch, **{name: value for name, value in GOOD.items() if name != missing})
    assert missing in refusal()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (TOKEN, "hunter2hunter2hunter2"),
        (TOKEN, standin.TOKEN + "/../x"),
        (TOKEN, standin.TOKEN + "\nx"),
        (SECRET, "with spaces"),
        (SECRET, "é"),
        (SECRET, "x" * 257),
        (API, "ftp://example.org"),
        (API, "http://example.org"),
        (API, "https://"),
        (API, "https://u:p@example.org"),
        (API, "https://[::1"),
    ],
)
def test_what_is_badly_set_is_named_and_never_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **(GOOD | {name: value}))
    said = refusal()
    assert name in said
    assert standin.TOKEN not in said and (name == API or value not in said)


@pytest.mark.parametrize("api", ["http://localhost:8081", "http://127.0.0.1:8081/", "https://bot-api.example.org/x/"])
def test_another_address_may_be_given(monkeypatch: pytest.MonkeyPatch, api: str) -> None:
    given(monkeypatch, **GOOD, **{API: api})
    settings = telegram_settings()
    assert settings and settings.api == api.rstrip("/")


def test_what_is_needed_names_each_setting() -> None:
    assert [(need.name, need.secret, need.optional) for need in TelegramChannel.needs] == [
        (TOKEN, True, False),
        (SECRET, True, False),
        (API, False, True),
    ]
    assert all(need.what and "\n" not in need.what for need in TelegramChannel.needs)
