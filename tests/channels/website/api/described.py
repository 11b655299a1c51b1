"""The description of the HTTP interface, and whether a real answer keeps to it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import httpx
import yaml
from jsonschema import Draft202012Validator, FormatChecker, RefResolver

from bot.channels.website.specification import SPECIFICATION

METHODS = {"get", "post", "delete", "options", "put", "patch", "head"}
DOCUMENT: dict[str, Any] = yaml.safe_load(SPECIFICATION.read_text(encoding="utf-8"))


def followed(node: dict[str, Any]) -> dict[str, Any]:
    """What stands there, or where it refers to."""
    if "$ref" not in node:
        return node
    found: Any = DOCUMENT
    for name in node["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    return dict(found)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path and description of each operation."""
    for path, item in DOCUMENT["paths"].items():
        for method in METHODS & item.keys():
            yield method.upper(), path, item[method]


def codes(response: dict[str, Any]) -> set[str]:
    """The error codes that a response may have."""
    schema = response.get("content", {}).get("application/json", {}).get("schema", {})
    return set(schema.get("properties", {}).get("error", {}).get("enum", ()))


def documented_errors() -> set[tuple[str, str, str, str]]:
    """Method, path, status and code of each error that a route gives by itself."""
    return {
        (method, path, status, code)
        for method, path, operation in operations()
        for status, response in operation["responses"].items()
        if status != "default"
        for code in codes(followed(response))
    }


def closed(node: Any) -> Any:
    """The schemas of the components, in which an unknown field is a fault: so drift shows itself."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    inside = {key: closed(value) for key, value in node.items()}
    return {**inside, "additionalProperties": False} if isinstance(node.get("properties"), dict) else inside


STRICT = copy.deepcopy(DOCUMENT)
STRICT["components"]["schemas"] = closed(STRICT["components"]["schemas"])
_RESOLVER = RefResolver.from_schema(STRICT)


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """Where a value does not keep to a schema of the description."""
    validator = Draft202012Validator(schema, resolver=_RESOLVER, format_checker=FormatChecker(["date"]))
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(value)]


def unexpected(answer: httpx.Response, method: str = "") -> list[str]:
    """What an answer has that the description does not allow; `method`: that of a request which httpx did not make."""
    item = DOCUMENT["paths"].get(answer.request.url.path, {})
    operation = item.get((method or answer.request.method).lower(), {})
    default = DOCUMENT["components"]["responses"]["Unserved"]
    status = str(answer.status_code)
    allowed = [followed(operation["responses"][status])] if status in operation.get("responses", {}) else []
    found = [_differs(answer, response) for response in ([*allowed, default] if status[0] != "2" else allowed)]
    if not found:
        return [f"{status} is not described"]
    return [] if [] in found else found[0]


def _differs(answer: httpx.Response, response: dict[str, Any]) -> list[str]:
    kind = answer.headers.get("content-type", "")
    contents = response.get("content")
    if contents is None:
        return [] if not answer.content else ["a body where none is described"]
    if kind not in contents:
        return [f"{kind!r} is none of {list(contents)}"]
    return faults(answer.json() if kind == "application/json" else answer.text, contents[kind]["schema"])
