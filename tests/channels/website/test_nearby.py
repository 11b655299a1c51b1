"""The directory over real HTTP: a place in words, a position, and what cannot be either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.channels.website.nearby import PATH

pytestmark = pytest.mark.model


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def found(client: httpx.Client, **body: Any) -> dict[str, Any]:
    response = client.post(PATH, json=body)
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    answer: dict[str, Any] = response.json()
    return answer


def test_a_place_in_words_gives_cards(client: httpx.Client) -> None:
    answer = found(client, place="j'habite à Guéret")
    assert answer["found"] == "resolved"
    first = answer["message"]["places"][0]
    assert first["name"].startswith("France services d'essai de Guéret")
    assert first["distance"] == "dans la commune"
    assert first["telephone"] == "05 00 00 00 01"
    assert first["route"].startswith("https://www.openstreetmap.org/")
    assert "payload" not in str(answer)


def test_a_homonym_asks_and_its_labels_can_be_sent_back(client: httpx.Client) -> None:
    answer = found(client, place="Saint-Denis")
    assert answer["found"] == "ambiguous"
    labels = [choice["label"] for choice in answer["message"]["choices"]]
    assert labels[:2] == ["Saint-Denis (974)", "Saint-Denis (93)"]
    assert found(client, place=labels[1])["found"] == "resolved"


@pytest.mark.parametrize(("place", "kind"), [("zzzzzz", "unknown"), ("Bruxelles", "abroad")])
def test_what_is_no_place_in_france_gets_a_sentence(client: httpx.Client, place: str, kind: str) -> None:
    answer = found(client, place=place)
    assert answer["found"] == kind
    assert answer["message"]["text"]


def test_a_position_gives_distances_from_it(client: httpx.Client) -> None:
    message = found(client, latitude=46.1806, longitude=1.8715)["message"]
    assert "de votre position, du côté de Guéret (23)" in message["text"]
    assert message["places"][0]["distance"] == "à environ 1 km à vol d'oiseau"


def test_a_position_is_rounded_before_anything_is_made_of_it(client: httpx.Client) -> None:
    exact, rounded = (found(client, latitude=lat, longitude=1.87) for lat in (46.18049, 46.18))
    assert exact == rounded


def test_a_position_abroad_is_said_to_be_so(client: httpx.Client) -> None:
    assert found(client, latitude=52.5, longitude=13.4)["found"] == "abroad"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"place": ""},
        {"place": 23000},
        {"latitude": 46.1},
        {"latitude": 246.1, "longitude": 1.8},
        {"latitude": True, "longitude": 1.8},
        {"latitude": "46", "longitude": "1"},
    ],
)
def test_what_cannot_be_a_place_is_refused_in_french(client: httpx.Client, body: dict[str, Any]) -> None:
    response = client.post(PATH, json=body)
    assert response.status_code == 400
    assert response.json()["error"] == "no_place"
    assert "commune" in response.json()["message"]


def test_another_site_may_not_ask(client: httpx.Client) -> None:
    response = client.post(PATH, json={"place": "Guéret"}, headers={"Origin": "https://example.org"})
    assert response.status_code == 403


def test_text_that_is_no_json_is_refused(client: httpx.Client) -> None:
    assert client.post(PATH, content=b"{").status_code == 400
