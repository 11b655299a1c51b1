"""Where the official list is published, and which of its files to try first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx

from bot.directory.errors import DirectoryError
from bot.directory.official.download import fetch_json


@dataclass(frozen=True)
class Addresses:
    """Addresses of the catalogue; `{}` stands for the name of a dataset in `dataset`."""

    dataset: str = "https://www.data.gouv.fr/api/1/datasets/{}/"
    names: tuple[str, ...] = (
        "liste-des-structures-labellisees-france-services",
        "liste-des-structures-france-services",
    )
    direct: tuple[str, ...] = (
        "https://www.data.gouv.fr/api/1/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142",
        "https://www.data.gouv.fr/fr/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142",
        "https://www.data.gouv.fr/api/1/datasets/r/afc3f97f-0ef5-429b-bf16-7b7876d27cd4",
    )


@dataclass(frozen=True)
class Candidate:
    """A file that may be the list; date: of its last change, when the catalogue says it."""

    address: str
    date: date | None


def candidates(client: httpx.Client, addresses: Addresses, timeout: float, faults: list[str]) -> Iterator[Candidate]:
    """The files to try: the newest of each dataset, then the direct addresses.

    What fails on the way is added to `faults`, as short French phrases.
    """
    tried: set[str] = set()
    for name in addresses.names:
        for candidate in _of_dataset(client, addresses.dataset.format(name), timeout, faults):
            if candidate.address not in tried:
                tried.add(candidate.address)
                yield candidate
    for address in addresses.direct:
        yield Candidate(address, None)


def _of_dataset(client: httpx.Client, address: str, timeout: float, faults: list[str]) -> list[Candidate]:
    try:
        resources = fetch_json(client, address, timeout)["resources"]
        files = [item for item in resources if isinstance(item, dict) and _is_csv(item)]
    except (DirectoryError, KeyError, TypeError):
        faults.append("le catalogue data.gouv.fr n'a pas donné de réponse utilisable")
        return []
    # Stable sorts: the newest first, and before all those whose title is that of the list.
    files.sort(key=lambda item: str(item.get("last_modified") or ""), reverse=True)
    files.sort(key=lambda item: "structures" not in str(item.get("title", "")).lower())
    return [Candidate(str(item["url"]), _day(item.get("last_modified"))) for item in files]


def _is_csv(resource: dict[str, Any]) -> bool:
    url = str(resource.get("url") or "")
    form = str(resource.get("format") or "").lower()
    return url.startswith(("http://", "https://")) and (form == "csv" or url.endswith(".csv"))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None
