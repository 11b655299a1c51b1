"""Whole conversations with a real assistant: every answer is as described, and all that is described comes.

A `Talker` holds each answer against the description by itself.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.channels.website.specification import PATH, SPECIFICATION
from tests.channels.website.api.conftest import SITE
from tests.channels.website.api.described import DOCUMENT
from tests.channels.website.api.talker import CONVERSATIONS, CURRENT, FEEDBACK, MESSAGES, NEAREST, Talker, entries

pytestmark = pytest.mark.model

SCHEMAS = DOCUMENT["components"]["schemas"]
# Three guides to their end and what can be taken away; then places, and everything that goes another way.
GUIDES = (
    """vérifier ma situation | j'étais cuisinier en CDI | pourquoi ? | non, une sclérose en plaques | le 14 mars 2024
    | 12/05/1972 | oui depuis très longtemps | à temps plein toute l'année | oui il m'a reconnu
    | je peux l'imprimer ?""",
    """calculer mon cumul | salariée en cdi | 1 500 brut/mois | rien du tout | non jamais | cat 2 | 900 par mois
    | 24 000 par an | 2 000 euros par mois | et en catégorie 1 ? | je ne sais pas""",
    """préparer mon recours | salariée en cdi avant | c'est pour ma santé | le 12 octobre | oui c'est marqué au dos
    | pas encore | imprimer | mettre les dates dans mon agenda""",
)
OTHERS = (
    "trouver un france services | Saint-Denis | le 93 | plus simple",
    "quelles ressources dois-je déclarer ? | en savoir plus | quelle est la source ?",
    "mon numéro est le 06 12 34 56 78, quel est le montant maximum ? | 😀 | | " + "a" * 2001,
    "je veux mourir | qui a gagné le match ? | comment contester ?",
)


@pytest.fixture(scope="module")
def heard(talker: Talker) -> list[dict[str, Any]]:
    """All that the assistant said in those conversations."""
    return [message for talk in (*GUIDES, *OTHERS) for message in said_in(talker, talk)]


def said_in(talker: Talker, talk: str) -> list[dict[str, Any]]:
    """What the assistant says in a conversation, as its transcript has it."""
    token = talker.begin()
    for text in talk.split("|"):
        talker.say(token, text)
    transcript = entries(talker.get(CURRENT, headers=token))
    return [entry for entry in transcript if entry["from"] == "assistant"]


def test_every_kind_of_message_that_is_described_comes(heard: list[dict[str, Any]]) -> None:
    assert {message["kind"] for message in heard} == set(SCHEMAS["Kind"]["enum"])


def test_every_field_of_a_message_that_is_described_comes(heard: list[dict[str, Any]]) -> None:
    assert {name for message in heard for name in message} == set(SCHEMAS["AssistantEntry"]["properties"])


@pytest.mark.parametrize("guide", range(len(GUIDES)))
def test_the_guides_came_to_their_end(talker: Talker, guide: int) -> None:
    assert "verdict" in {message["kind"] for message in said_in(talker, GUIDES[guide])}


def test_a_cursor_gives_each_entry_once(talker: Talker) -> None:
    token, seen = talker.begin(), []
    for text in ("bonjour", "comment contester ?", "plus simple"):
        talker.say(token, text, level="simple")
        news = talker.get(CURRENT, params={"after": len(seen)}, headers=token).json()["messages"]
        seen += [entry["number"] for entry in news]
    assert seen == list(range(1, len(seen) + 1))


def test_a_button_is_judged_useful_and_the_same_again(talker: Talker) -> None:
    token = talker.begin()
    choice = talker.say(token, "comment contester ?")[-1]["choices"][0]
    said = talker.choose(token, choice["id"])
    assert said[0]["text"] == choice["label"]
    for useful in (True, True, False):
        judged = talker.post(FEEDBACK, json={"number": said[-1]["number"], "useful": useful}, headers=token)
        assert judged.status_code == 204


def test_a_forgotten_conversation_is_taken_up_again(talker: Talker) -> None:
    begun = talker.post(CONVERSATIONS, json={"said": ["vérifier ma situation", "salarié"], "level": "simple"})
    assert [entry["text"] for entry in entries(begun) if entry["from"] == "person"][0:1] == ["vérifier ma situation"]


def test_erasing_by_words_and_by_method(talker: Talker) -> None:
    token = talker.begin()
    assert talker.post(MESSAGES, json={"text": "effacer mes données"}, headers=token).json()["erased"] is True
    assert talker.delete(CURRENT, headers=talker.begin()).status_code == 204


def test_a_browser_is_known_by_a_cookie(address: str) -> None:
    with Talker(address) as browser:
        assert browser.get(CURRENT).status_code == 204
        begun = browser.post(CONVERSATIONS, json={"keep": "cookie"})
        assert "token" not in begun.json()
        assert "HttpOnly" in begun.headers["Set-Cookie"]
        assert browser.get(CURRENT).status_code == 200


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"place": "Guéret"}, "resolved"),
        ({"latitude": 46.18, "longitude": 1.87}, "resolved"),
        ({"place": "Saint-Denis"}, "ambiguous"),
        ({"place": "zzzzzz"}, "unknown"),
        ({"place": "Bruxelles"}, "abroad"),
        ({"latitude": 52.5, "longitude": 13.4}, "abroad"),
    ],
)
def test_every_outcome_of_a_search_is_as_described(talker: Talker, where: dict[str, Any], found: str) -> None:
    assert talker.post(NEAREST, json=where).json()["found"] == found


@pytest.mark.parametrize("path", [CONVERSATIONS, CURRENT, MESSAGES, FEEDBACK, NEAREST])
def test_a_browser_of_an_allowed_site_may_ask_before(stranger: Talker, path: str) -> None:
    answer = stranger.options(path, headers={"Origin": SITE})
    described = DOCUMENT["components"]["responses"]["Preflight"]["headers"]
    assert answer.status_code == 204
    assert {name for name in answer.headers if name.startswith("access-control")} == {
        name.lower() for name in described
    }
    assert answer.headers["access-control-allow-origin"] == SITE


def test_the_description_is_for_anybody(stranger: Talker) -> None:
    answer = stranger.get(PATH, headers={"Origin": "https://ailleurs.example"})
    assert answer.content == SPECIFICATION.read_bytes()
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_service_says_that_it_answers(address: str) -> None:
    assert httpx.get(f"{address}health").json() == {"status": "ok"}
