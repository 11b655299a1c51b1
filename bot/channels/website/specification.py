"""The HTTP interface described for programs, as it stands in docs/api/openapi.yaml.

GET api/v1/openapi.yaml  for anybody, from any site
"""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, file

from bot.settings import ROOT

PATH = "/api/v1/openapi.yaml"
SPECIFICATION = ROOT / "docs" / "api" / "openapi.yaml"
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=3600",
    "X-Content-Type-Options": "nosniff",
}


def add_specification(routes: Blueprint) -> None:
    """Add the route to those of the website."""

    @routes.get(PATH, name="specification")
    async def _show(_request: Request) -> HTTPResponse:
        return await file(SPECIFICATION, mime_type="application/yaml", headers=_HEADERS)
