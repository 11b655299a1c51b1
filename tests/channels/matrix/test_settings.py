from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.matrix.settings import matrix_settings
from bot.settings import SettingError

RIGHT = {
    "ASSISTANT_MATRIX_HOMESERVER": "https://matrix.exemple.fr/",
    "ASSISTANT_MATRIX_USER": "@assistant:exemple.fr",
    "ASSISTANT_MATRIX_PASSWORD": "très secret",
}
OTHERS = ("ASSISTANT_MATRIX_TOKEN", "ASSISTANT_MATRIX_SERVERS", "ASSISTANT_ADDRESS", "ASSISTANT_API_KEY")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in OTHERS:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    for name, value in {**RIGHT, "ASSISTANT_DATA_DIR": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)


def test_the_settings_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_MATRIX_SERVERS", "exemple.fr  autre.fr:8448")
    found = matrix_settings()
    assert found.homeserver == "https://matrix.exemple.fr"
    assert found.servers == {"exemple.fr", "autre.fr:8448"}
    assert found.folder == tmp_path / "matrix"
    assert found.password
    assert found.password.reveal() == RIGHT["ASSISTANT_MATRIX_PASSWORD"]
    assert RIGHT["ASSISTANT_MATRIX_PASSWORD"] not in repr(found)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_MATRIX_HOMESERVER", ""),
        ("ASSISTANT_MATRIX_HOMESERVER", "matrix.exemple.fr"),
        ("ASSISTANT_MATRIX_HOMESERVER", "http://matrix.exemple.fr"),
        ("ASSISTANT_MATRIX_HOMESERVER", "https://quelqu'un@exemple.fr"),
        ("ASSISTANT_MATRIX_HOMESERVER", "https://[exemple"),
        ("ASSISTANT_MATRIX_HOMESERVER", "https://exemple.fr:port"),
        ("ASSISTANT_ADDRESS", "http://assistant.exemple.fr"),
        ("ASSISTANT_MATRIX_USER", "assistant"),
        ("ASSISTANT_MATRIX_USER", ""),
        ("ASSISTANT_MATRIX_PASSWORD", ""),
        ("ASSISTANT_MATRIX_TOKEN", "aussi"),
        ("ASSISTANT_MATRIX_SERVERS", "exemple.fr https://autre.fr"),
        ("ASSISTANT_MATRIX_SERVERS", "@camille:exemple.fr"),
        ("ASSISTANT_MATRIX_SERVERS", "exemple.fr, autre.fr"),
        ("ASSISTANT_API_KEY", "clé-avec-un-accent"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as caught:
        matrix_settings()
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert RIGHT["ASSISTANT_MATRIX_PASSWORD"] not in str(caught.value)


@pytest.mark.parametrize("address", ["http://localhost:8008", "http://127.0.0.1:8008", "http://[::1]:8008"])
def test_on_this_machine_http_is_enough(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("ASSISTANT_MATRIX_HOMESERVER", address)
    assert matrix_settings().homeserver == address
