"""Off unless it is set; set in part or badly, one French line says so and shows no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.server import WEBHOOKS
from bot.channels.messaging.twilio.channel import TwilioChannel
from bot.channels.messaging.twilio.settings import ADDRESS, NEEDS, PATH, TOKEN, twilio_settings
from bot.settings import SettingError
from tests.channels.messaging.twilio.telephone import FORMER_TOKEN, PUBLIC
from tests.channels.messaging.twilio.telephone import TOKEN as WORD


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (TOKEN, f"{TOKEN}_FILE", ADDRESS):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def refusal() -> str:
    with pytest.raises(SettingError) as raised:
        twilio_settings()
    said = str(raised.value)
    assert "\n" not in said and said.endswith(".")
    return said


def test_it_is_off_unless_it_is_set(environment: pytest.MonkeyPatch) -> None:
    assert twilio_settings() is None
    assert TwilioChannel.from_environment() is None
    with pytest.raises(SettingError, match=TOKEN):
        TwilioChannel.from_credentials(None)


def test_both_settings_turn_it_on_and_two_tokens_may_be_given(environment: pytest.MonkeyPatch) -> None:
    environment.setenv(ADDRESS, PUBLIC)
    environment.setenv(TOKEN, f"{WORD} {FORMER_TOKEN}")
    settings = twilio_settings()
    assert settings is not None
    assert [token.reveal() for token in settings.tokens] == [WORD, FORMER_TOKEN]
    assert WORD not in repr(settings)
    assert TwilioChannel.from_environment() is not None


def test_the_token_may_stand_in_a_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = tmp_path / "token"
    kept.write_text(f"{WORD}\n")
    kept.chmod(0o600)
    environment.setenv(ADDRESS, PUBLIC)
    environment.setenv(f"{TOKEN}_FILE", str(kept))
    settings = twilio_settings()
    assert settings is not None and settings.tokens[0].reveal() == WORD


@pytest.mark.parametrize("given", [{TOKEN: WORD}, {ADDRESS: PUBLIC}])
def test_in_part_is_refused_with_what_is_missing(environment: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    for name, value in given.items():
        environment.setenv(name, value)
    assert ({TOKEN, ADDRESS} - set(given)).pop() in refusal()


@pytest.mark.parametrize(
    "word", ["court", WORD[:-1], f"{WORD}0", f"{WORD},{FORMER_TOKEN}", f"{WORD} AC{WORD}", "é" * 32]
)
def test_a_token_of_another_form_is_refused_and_never_shown(environment: pytest.MonkeyPatch, word: str) -> None:
    environment.setenv(ADDRESS, PUBLIC)
    environment.setenv(TOKEN, word)
    assert word not in refusal()


@pytest.mark.parametrize(
    "address",
    [
        "assistant.exemple.fr",
        "http://assistant.exemple.fr/webhooks/twilio/webhook",
        "https://",
        "https://nom:mot@exemple.fr/",
        "https://exemple.fr:99999/",
        "https://exemple.fr/a b",
        "https://[::1/",
        "ftp://exemple.fr/",
    ],
)
def test_an_address_that_cannot_be_twilio_s_is_refused(environment: pytest.MonkeyPatch, address: str) -> None:
    environment.setenv(TOKEN, WORD)
    environment.setenv(ADDRESS, address)
    assert ADDRESS in refusal()


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr",
        "https://exemple.fr/",
        "https://exemple.fr/webhooks/twilio",
        "https://exemple.fr/webhooks/telegram/webhook",
        f"https://exemple.fr{PATH}/",
        f"https://exemple.fr/mes{PATH[1:]}",
        f"https://exemple.fr/?a={PATH}",
        f"https://exemple.fr/#{PATH}",
    ],
)
def test_an_address_without_the_path_of_the_webhook_is_refused_with_the_path(
    environment: pytest.MonkeyPatch, address: str
) -> None:
    environment.setenv(TOKEN, WORD)
    environment.setenv(ADDRESS, address)
    assert f"finir par {PATH}" in refusal()


def test_the_path_of_the_webhook_is_where_the_channel_is_mounted() -> None:
    assert f"{WEBHOOKS}/{TwilioChannel.name()}/webhook" == PATH


@pytest.mark.parametrize("address", [f"https://exemple.fr/assistant{PATH}", f"https://exemple.fr{PATH}?a=1"])
def test_a_path_before_and_a_question_behind_are_part_of_the_address(
    environment: pytest.MonkeyPatch, address: str
) -> None:
    environment.setenv(TOKEN, WORD)
    environment.setenv(ADDRESS, address)
    settings = twilio_settings()
    assert settings is not None and settings.address == address


def test_what_follows_a_hash_is_for_twilio_alone(environment: pytest.MonkeyPatch) -> None:
    environment.setenv(TOKEN, WORD)
    environment.setenv(ADDRESS, f"{PUBLIC}#rc=2&rp=all")
    settings = twilio_settings()
    assert settings is not None and settings.address == PUBLIC


def test_what_it_needs_is_what_it_reads() -> None:
    assert {need.name for need in NEEDS} == {TOKEN, ADDRESS}
    assert {need.name for need in NEEDS if need.secret} == {TOKEN}
