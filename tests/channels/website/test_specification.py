"""The description of the HTTP interface: valid, and the same as the code says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest
from openapi_spec_validator import openapi_v31_spec_validator
from sanic import Sanic

from bot.answers.figures import ShownFigure
from bot.answers.message import Attachment, Block, Choice, Contact, Kind, Message, PlaceCard, Source, Span
from bot.answers.pictures.picture import Picture
from bot.answers.plain_text import RESERVATIONS
from bot.channels import sessions
from bot.channels.website import requests
from bot.channels.website.channel import WebsiteChannel
from bot.channels.website.errors import FAILURE, UNSERVED
from bot.channels.website.nearby import PER_MINUTE as SEARCHES
from bot.channels.website.reception import LONGEST_ID
from bot.settings import ROOT
from tests.channels.website.api.described import DOCUMENT, documented_errors, faults, operations

SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
FORMS = {
    "Block": Block,
    "Span": Span,
    "Figure": ShownFigure,
    "Source": Source,
    "Contact": Contact,
    "PlaceCard": PlaceCard,
    "Picture": Picture,
    "Attachment": Attachment,
}
# Only of a conversation over HTTP.
ADDED, KEPT = {"number", "from", "text", "notice"}, {"result"}
OF_THE_WIDGET = {"Message": "AssistantEntry", "Place": "PlaceCard", "Drawing": "Picture"}


def names(form: type[Any]) -> set[str]:
    """The fields of a form of bot/answers."""
    return {field.name for field in fields(form)}


def refusals() -> Iterator[tuple[int, str]]:
    """Status and code of each refusal that the code holds."""
    for path in (ROOT / "bot" / "channels").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == requests.Refusal.__name__:
                status, code, *_ = [*node.args, None]
                if isinstance(status, ast.Constant) and isinstance(code, ast.Constant):
                    yield status.value, code.value
                else:
                    assert path.name == "errors.py", f"{path.name}: a code that cannot be read from the code"
    yield from ((status, code) for status, code, _ in (*UNSERVED.values(), FAILURE))


def described_errors() -> set[tuple[int, str]]:
    """Status and code of each error that the description holds."""
    unserved = DOCUMENT["components"]["responses"]["Unserved"]["description"]
    everywhere = {(int(status), code) for status, code in re.findall(r"(\d{3})\s+`(\w+)`", unserved)}
    return everywhere | {(int(status), code) for _, _, status, code in documented_errors()}


def test_the_description_is_valid() -> None:
    assert [error.message for error in openapi_v31_spec_validator.iter_errors(DOCUMENT)] == []


def test_the_description_has_every_route_and_no_other() -> None:
    app = Sanic("described", configure_logging=False)
    app.blueprint(WebsiteChannel().blueprint(None))  # type: ignore[arg-type]
    routes = {(method, f"/{route.path}") for route in app.router.routes for method in route.methods}
    served = {(method, path) for method, path in routes if path.startswith("/api/") or path == "/health"}
    assert served == {(method, path) for method, path, _ in operations()}


def test_the_description_has_every_error_and_no_other() -> None:
    assert set(refusals()) == described_errors()
    assert {code for _, code in described_errors()} == set(SCHEMAS["Error"]["properties"]["error"]["enum"])


def test_what_any_address_may_answer_is_listed_once() -> None:
    listed = DOCUMENT["components"]["responses"]["Unserved"]["content"]["application/json"]["schema"]
    codes = {code for _, code, _ in (*UNSERVED.values(), FAILURE)}
    assert set(listed["properties"]["error"]["enum"]) == codes


def test_a_message_has_the_fields_of_the_canonical_form() -> None:
    assert set(SCHEMAS["AssistantEntry"]["properties"]) == names(Message) - KEPT | ADDED
    assert set(SCHEMAS["PlacesMessage"]["properties"]) <= names(Message) - KEPT | ADDED


@pytest.mark.parametrize("schema", FORMS)
def test_a_part_of_a_message_has_the_fields_of_the_canonical_form(schema: str) -> None:
    assert set(SCHEMAS[schema]["properties"]) == names(FORMS[schema])
    # The notice of what was masked has no strong words.
    assert set(SCHEMAS[schema]["required"]) == names(FORMS[schema]) - ({"strong"} if schema == "Span" else set())


def test_a_choice_never_shows_what_the_dialogue_understands() -> None:
    assert set(SCHEMAS["Choice"]["properties"]) == names(Choice) - {"payload"} | {"id"}


def test_the_values_are_those_of_the_canonical_form() -> None:
    assert SCHEMAS["Kind"]["enum"] == list(get_args(Kind))
    assert SCHEMAS["Block"]["properties"]["type"]["enum"] == list(get_args(get_type_hints(Block)["type"]))
    expected = {value for value in get_args(get_type_hints(Message)["expects"]) if value}
    assert set(SCHEMAS["AssistantEntry"]["properties"]["expects"]["enum"]) == expected
    assert set(SCHEMAS["Figure"]["properties"]["confidence"]["enum"]) == {"verified", *RESERVATIONS}


def test_the_widget_reads_no_field_that_is_not_described() -> None:
    types = (ROOT / "widget" / "types.d.ts").read_text(encoding="utf-8")
    known = {name for name in (*OF_THE_WIDGET, *FORMS) if f"interface {name} " in types}
    assert {"Message", "Source", "Attachment"} <= known
    for name in known:
        body = re.search(rf"interface {name} \{{(.*?)\}}\n", types, re.S)
        assert body
        described = SCHEMAS[OF_THE_WIDGET.get(name, name)]["properties"].keys() | SCHEMAS["Span"]["properties"].keys()
        assert set(re.findall(r"(\w+)\??:", body[1])) <= described, name


def test_every_example_keeps_to_its_schema() -> None:
    bodies = [operation.get("requestBody", {}) for _, _, operation in operations()]
    answers = [response for _, _, operation in operations() for response in operation["responses"].values()]
    checked = 0
    for holder in [*bodies, *answers, *DOCUMENT["components"]["responses"].values()]:
        for content in holder.get("content", {}).values():
            for example in content.get("examples", {}).values():
                if "$ref" not in example:
                    checked += 1
                    assert faults(example["value"], content["schema"]) == []
    assert checked
    for name, example in DOCUMENT["components"]["examples"].items():
        assert faults(example["value"], {"$ref": "#/components/schemas/Error"}) == [], name


def test_the_limits_are_those_of_the_code() -> None:
    begin, words = SCHEMAS["Begin"]["properties"], SCHEMAS["Words"]["properties"]
    assert begin["said"]["maxItems"] == requests.MOST_SAID
    assert words["id"]["maxLength"] == LONGEST_ID


@pytest.mark.parametrize(
    "said",
    [
        f"{sessions.MESSAGES_PER_MINUTE} messages in a conversation",
        f"{sessions.NEW_PER_MINUTE} new conversations",
        f"{sessions.RESUMED_PER_MINUTE} of them taken up again",
        f"{SEARCHES} searches of places",
        f"{requests.LONGEST_BODY:,} bytes at most",
        f"{sessions.MOST_SESSIONS:,} at most are held",
    ],
)
def test_the_limits_in_words_are_those_of_the_code(said: str) -> None:
    assert said in " ".join(DOCUMENT["info"]["description"].split())
