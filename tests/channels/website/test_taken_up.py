"""A conversation that the server forgot goes on from what the person had said."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from bot.channels.sessions import RESUMED_PER_MINUTE

pytestmark = pytest.mark.model

API = "api/v1/conversations"


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def begun(client: httpx.Client) -> dict[str, str]:
    return {"Authorization": f"Bearer {client.post(API).json()['token']}"}


def say(client: httpx.Client, token: dict[str, str], **body: str) -> httpx.Response:
    return client.post(f"{API}/current/messages", json=body, headers=token)


def test_a_forgotten_conversation_goes_on_from_what_was_said(client: httpx.Client) -> None:
    token = begun(client)
    say(client, token, text="vérifier ma situation")
    choice = client.get(f"{API}/current", headers=token).json()["messages"][-1]["choices"][0]
    say(client, token, choice=choice["id"])
    before = client.get(f"{API}/current", headers=token).json()["messages"]
    said = [entry["text"] for entry in before if entry["from"] == "person"]
    assert said == ["vérifier ma situation", choice["label"]]
    anew = client.post(API, json={"said": said}).json()
    assert [entry["text"] for entry in anew["messages"]] == [entry["text"] for entry in before]
    again = {"Authorization": f"Bearer {anew['token']}"}
    assert "statut" not in say(client, again, text="non").json()["messages"][-1]["text"].lower()


@pytest.mark.parametrize(
    ("said", "status"), [("bonjour", 400), ([1], 400), ([{}], 400), (["bonjour"] * 61, 413), ([], 201)]
)
def test_what_was_said_is_a_list_of_texts(client: httpx.Client, said: object, status: int) -> None:
    response = client.post(API, json={"said": said})
    assert response.status_code == status
    assert status == 201 or "error" in response.json()


def test_taking_up_forgotten_conversations_has_a_limit(client: httpx.Client) -> None:
    tried = [client.post(API, json={"said": ["bonjour"]}).status_code for _ in range(RESUMED_PER_MINUTE + 1)]
    assert tried[-1] == 429
