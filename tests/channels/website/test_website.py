"""The website channel over real HTTP, with friends and with strangers."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

pytestmark = pytest.mark.model

API = "api/v1/conversations"


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def _begin(client: httpx.Client) -> dict[str, str]:
    response = client.post(API)
    assert response.status_code == 201
    return {"Authorization": f"Bearer {response.json()['token']}"}


def _say(client: httpx.Client, token: dict[str, str], **body: str) -> httpx.Response:
    return client.post(f"{API}/current/messages", json=body, headers=token)


def test_a_conversation_begins_with_a_greeting_and_answers(client: httpx.Client) -> None:
    token = _begin(client)
    said = _say(client, token, text="quelles ressources dois-je déclarer ?").json()["messages"]
    assert [entry["from"] for entry in said] == ["person", "assistant"]
    assert said[1]["topic"] == "ressources_a_declarer"
    assert said[1]["sources"][0]["url"].startswith("https://www.ameli.fr")


def test_a_button_is_pressed_by_its_opaque_id(client: httpx.Client) -> None:
    token = _begin(client)
    said = _say(client, token, text="quelles ressources dois-je déclarer ?").json()["messages"]
    choice = said[-1]["choices"][0]
    assert "payload" not in choice
    answer = _say(client, token, choice=choice["id"]).json()["messages"]
    assert answer[0]["text"] == choice["label"]
    assert answer[1]["kind"] in {"answer", "question"}


def test_the_transcript_can_be_found_again(client: httpx.Client) -> None:
    token = _begin(client)
    _say(client, token, text="bonjour")
    entries = client.get(f"{API}/current", headers=token).json()["messages"]
    assert [entry["number"] for entry in entries] == [1, 2, 3]
    assert [entry["number"] for entry in client.get(f"{API}/current?after=2", headers=token).json()["messages"]] == [3]


@pytest.mark.parametrize("after", ["²", "-1", "deux", "9" * 5000])
def test_a_number_that_cannot_be_read_gives_the_whole_transcript(client: httpx.Client, after: str) -> None:
    response = client.get(f"{API}/current", params={"after": after}, headers=_begin(client))
    assert [entry["number"] for entry in response.json()["messages"]] == [1]


def test_nobody_joins_a_conversation_without_its_token(client: httpx.Client) -> None:
    _begin(client)
    assert client.get(f"{API}/current").status_code == 204
    for guess in ("default", "visitor-0", "x" * 43):
        response = client.get(f"{API}/current", headers={"Authorization": f"Bearer {guess}"})
        assert response.status_code == 404
        assert "error" in response.json()


def test_two_visitors_never_see_each_other(client: httpx.Client) -> None:
    one, other = _begin(client), _begin(client)
    _say(client, one, text="vérifier ma situation")
    _say(client, one, text="salarié")
    assert "salarié" not in client.get(f"{API}/current", headers=other).text.lower()
    said = _say(client, other, text="vérifier ma situation").json()["messages"]
    assert "statut" in said[-1]["text"]


@pytest.mark.parametrize("method", ["POST", "GET", "DELETE"])
def test_deleting_deletes(client: httpx.Client, method: str) -> None:
    token = _begin(client)
    assert client.delete(f"{API}/current", headers=token).status_code == 204
    path = f"{API}/current/messages" if method == "POST" else f"{API}/current"
    response = client.request(method, path, headers=token, json={"text": "bonjour"} if method == "POST" else None)
    assert response.status_code == 404
    assert "n'existe plus" in response.json()["message"]


def test_asking_to_erase_ends_the_conversation(client: httpx.Client) -> None:
    token = _begin(client)
    assert _say(client, token, text="effacer mes données").json()["erased"] is True
    assert client.get(f"{API}/current", headers=token).status_code == 404


@pytest.mark.parametrize("origin", ["https://ailleurs.example", "null", "http://[", "localhost"])
def test_another_origin_is_refused(client: httpx.Client, origin: str) -> None:
    response = client.post(API, headers={"Origin": origin})
    assert response.status_code == 403
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{", 400), (b"[]", 400), (b"{}", 400), (b'{"choice": "nope"}', 409), (b"x" * 40_000, 413)],
)
def test_bad_requests_get_a_typed_french_error(client: httpx.Client, content: bytes, status: int) -> None:
    headers = {**_begin(client), "Content-Type": "application/json"}
    response = client.post(f"{API}/current/messages", content=content, headers=headers)
    assert response.status_code == status
    assert response.json()["error"]
    assert response.json()["message"].endswith(".")


@pytest.mark.parametrize("typed", ["/restart", "/montant_maximum", "<script>alert(1)</script>", "😀", "a" * 1999])
def test_strange_messages_get_an_answer(client: httpx.Client, typed: str) -> None:
    said = _say(client, _begin(client), text=typed).json()["messages"]
    assert said[-1]["from"] == "assistant"
    assert said[-1]["text"]


@pytest.mark.parametrize(
    "path",
    ["webhooks/rest/webhook", "webhooks/socketio/webhook", "model/parse", "conversations/default/messages", "model"],
)
def test_nothing_of_rasas_own_server_is_there(client: httpx.Client, path: str) -> None:
    assert client.post(path, json={"sender": "default", "message": "bonjour"}).status_code == 404


def test_a_number_of_messages_a_minute_is_the_limit(client: httpx.Client) -> None:
    token = _begin(client)
    statuses = [_say(client, token, text="").status_code for _ in range(31)]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_the_page_is_served_with_a_strict_policy(client: httpx.Client) -> None:
    response = client.get("")
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_message_sent_again_is_not_answered_twice(client: httpx.Client) -> None:
    token = _begin(client)
    first = _say(client, token, text="bonjour", id="m-1").json()["messages"]
    again = _say(client, token, text="bonjour", id="m-1").json()["messages"]
    assert again == first
    assert [entry["number"] for entry in _say(client, token, text="bonjour", id="m-2").json()["messages"]] == [4, 5]


def test_a_choice_sent_again_is_not_refused(client: httpx.Client) -> None:
    token = _begin(client)
    choice = _say(client, token, text="vérifier ma situation").json()["messages"][-1]["choices"][0]["id"]
    first = _say(client, token, choice=choice, id="c-1")
    assert first.status_code == 200
    assert _say(client, token, choice=choice, id="c-1").json() == first.json()
    assert _say(client, token, choice=choice, id="c-2").status_code == 409


def test_a_browser_keeps_the_token_in_a_cookie_that_no_script_sees(client: httpx.Client) -> None:
    begun = client.post(API, json={"keep": "cookie"})
    assert begun.status_code == 201
    assert "token" not in begun.json()
    flags = begun.headers["set-cookie"].lower()
    assert "httponly" in flags
    assert "samesite=lax" in flags
    assert "max-age" not in flags  # gone with the browser
    client.post(f"{API}/current/messages", json={"text": "bonjour"})
    assert len(client.get(f"{API}/current").json()["messages"]) == 3


def test_the_cookie_goes_with_the_conversation(client: httpx.Client) -> None:
    client.post(API, json={"keep": "cookie"})
    assert client.delete(f"{API}/current").status_code == 204
    assert client.get(f"{API}/current").status_code == 204


def test_a_page_of_another_site_cannot_use_the_cookie(client: httpx.Client) -> None:
    client.post(API, json={"keep": "cookie"})
    stolen = client.post(f"{API}/current/messages", json={"text": "oui"}, headers={"Origin": "https://example.org"})
    assert stolen.status_code == 403


def test_feedback_is_taken_for_what_the_assistant_said(client: httpx.Client) -> None:
    token = _begin(client)
    number = _say(client, token, text="quelles ressources dois-je déclarer ?").json()["messages"][-1]["number"]
    path = f"{API}/current/feedback"
    assert client.post(path, json={"number": number, "useful": True}, headers=token).status_code == 204
    for body in ({"number": number - 1, "useful": True}, {"number": 99, "useful": True}, {"number": number}):
        assert client.post(path, json=body, headers=token).json()["error"] == "no_message"


def test_a_simpler_level_gives_the_simpler_form(client: httpx.Client) -> None:
    usual = _say(client, _begin(client), text="quelles ressources dois-je déclarer ?").json()["messages"]
    simple = _say(client, _begin(client), text="quelles ressources dois-je déclarer ?", level="simple").json()[
        "messages"
    ]
    assert [entry["from"] for entry in simple] == ["person", "assistant"]
    assert simple[0] == usual[0]
    assert simple[1]["topic"] == usual[1]["topic"]
    assert simple[1]["text"] != usual[1]["text"]


def test_at_the_simpler_level_other_forms_and_corrections_are_kept(client: httpx.Client) -> None:
    token = _begin(client)
    _say(client, token, text="quel est le montant maximum en catégorie 2 ?", level="simple")
    source = _say(client, token, text="quelle est la source ?", level="simple").json()["messages"][-1]
    assert source["sources"]
    belief = "mon mari gagne bien sa vie donc j'ai pas droit à la pension ?"
    usual, simple = (
        _say(client, _begin(client), text=belief, **level).json()["messages"][-1]["blocks"][0]
        for level in ({}, {"level": "simple"})
    )
    assert simple == usual


def test_over_https_only_a_cookie_of_this_very_host_counts(client: httpx.Client) -> None:
    https = {"X-Forwarded-Proto": "https"}
    begun = client.post(API, json={"keep": "cookie"}, headers=https).headers["set-cookie"]
    assert begun.startswith("__Host-assistant=")
    assert "secure" in begun.lower()
    token = begun.partition("=")[2].partition(";")[0]
    assert client.get(f"{API}/current", headers={**https, "Cookie": f"assistant={token}"}).status_code == 204
    assert client.get(f"{API}/current", headers={**https, "Cookie": f"__Host-assistant={token}"}).status_code == 200
