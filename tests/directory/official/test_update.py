"""The update, against a server on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official.catalogue import Addresses
from bot.directory.official.update import update
from bot.directory.sites.store import load_sites
from tests.directory.lists import GUERET, many, table

TODAY = date(2026, 11, 21)


@dataclass
class Server:
    """What to answer: path to (status, headers, body). `cut` bytes are announced but not sent."""

    base: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    cut: int = 0
    delay: float = 0.0

    def file(self, path: str, text: str, **headers: str) -> None:
        self.pages[path] = (200, headers, text.encode())

    def catalogue(self, *resources: dict[str, str], name: str = "jeu") -> None:
        self.pages[f"/api/{name}/"] = (200, {}, json.dumps({"resources": resources}).encode())

    @property
    def addresses(self) -> Addresses:
        return Addresses(f"{self.base}/api/{{}}/", ("jeu", "ancien-jeu"), (f"{self.base}/r/direct",))


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = state.pages.get(self.path, (404, {}, b"absent"))
            time.sleep(state.delay)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body) + (state.cut if "csv" in self.path else 0)))
            self.end_headers()
            with suppress(OSError):  # the client may have hung up, that is what some tests are about
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.base = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    http.shutdown()
    http.server_close()


@pytest.fixture(scope="module")
def whole() -> str:
    return many(1_200)


def resource(server: Server, path: str, **said: str) -> dict[str, str]:
    return {"title": "Liste des structures", "format": "csv", "url": server.base + path} | said


def refused(server: Server, folder: Path, words: str, timeout: float = 5.0) -> None:
    """The update fails in one line, and what was there before still is."""
    folder.mkdir(exist_ok=True)
    before = table(GUERET)
    (folder / "france_services.csv").write_text(before, encoding="utf-8")
    with pytest.raises(DirectoryError, match=words) as caught:
        update(folder, timeout=timeout, addresses=server.addresses, today=TODAY)
    assert "\n" not in str(caught.value)
    assert (folder / "france_services.csv").read_text(encoding="utf-8") == before
    assert [path.name for path in folder.iterdir()] == ["france_services.csv"]


def test_the_newest_list_of_the_catalogue_is_installed(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(
        resource(server, "/vieux.csv", last_modified="2024-08-01T00:00:00"),
        resource(server, "/neuf.csv", last_modified="2026-10-02T00:00:00"),
        resource(server, "/carte.gpkg", format="gpkg", last_modified="2026-11-01T00:00:00"),
        resource(server, "/communes.csv", title="Communes dotées", last_modified="2026-11-01T00:00:00"),
    )
    server.file("/neuf.csv", whole)
    report = update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY)
    assert (report.sites, report.previous, report.date) == (1_200, None, date(2026, 10, 2))
    loaded = load_sites(data_dir=tmp_path, environment={})
    assert len(loaded.sites) == 1_200 and not loaded.partial and loaded.date == date(2026, 10, 2)
    told = json.loads((tmp_path / "france_services.json").read_text(encoding="utf-8"))
    assert told["downloaded_on"] == "2026-11-21" and told["address"] == f"{server.base}/neuf.csv"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["france_services.csv", "france_services.json"]


def test_a_second_update_says_how_many_there_were(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/neuf.csv"))
    server.file("/neuf.csv", whole)
    update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY)
    assert update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY).previous == 1_200


def test_the_direct_address_serves_when_the_catalogue_does_not(server: Server, tmp_path: Path, whole: str) -> None:
    server.pages["/api/jeu/"] = (200, {}, b"<html>maintenance</html>")
    server.pages["/api/ancien-jeu/"] = (200, {}, b'{"resources": [null, {"url": null}, {"format": "csv"}]}')
    server.pages["/r/direct"] = (302, {"Location": "/static/liste.csv"}, b"")
    server.file("/static/liste.csv", whole, Last_Modified="Fri, 02 Oct 2026 08:00:00 GMT")
    report = update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY)
    assert report.sites == 1_200 and report.date == date(2026, 10, 2)


def test_a_file_with_a_wrong_header_gives_way_to_the_next(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/autre.csv", last_modified="2026-11-01"), resource(server, "/bonne.csv"))
    server.file("/autre.csv", "insee;commune\n23096;Guéret\n")
    server.file("/bonne.csv", "\ufeff" + whole)
    assert update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY).sites == 1_200


def test_a_wrong_header_is_refused(server: Server, tmp_path: Path) -> None:
    server.file("/r/direct", "insee;commune\n" + "23096;Guéret\n" * 2_000)
    refused(server, tmp_path, "colonnes attendues")


def test_a_web_page_is_refused(server: Server, tmp_path: Path) -> None:
    server.file("/r/direct", "\n<!doctype html><html><body>Bientôt</body></html>")
    refused(server, tmp_path, "page web")


def test_too_few_sites_are_refused(server: Server, tmp_path: Path) -> None:
    server.file("/r/direct", many(40))
    refused(server, tmp_path, "40 lieux")


def test_a_file_cut_in_the_middle_of_a_row_is_refused(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/r/direct", whole[: len(whole) - 60])
    refused(server, tmp_path, "incomplet")


def test_a_connection_cut_before_the_end_is_refused(server: Server, tmp_path: Path, whole: str) -> None:
    server.cut = 500
    server.pages["/r/direct"] = (302, {"Location": "/static/liste.csv"}, b"")
    server.file("/static/liste.csv", whole)
    refused(server, tmp_path, "coupe la connexion")


def test_a_slow_server_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    server.delay = 1.0
    refused(server, tmp_path, "ne répond pas à temps", timeout=0.2)


def test_an_absent_file_is_said(server: Server, tmp_path: Path) -> None:
    refused(server, tmp_path, "répond 404")


def test_no_server_at_all(tmp_path: Path) -> None:
    refused(Server(base="http://127.0.0.1:9"), tmp_path, "injoignable")


def test_a_list_that_shrank_is_refused(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/r/direct", many(1_700))
    update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY)
    server.file("/r/direct", many(1_010))
    with pytest.raises(DirectoryError, match="au lieu de 1700"):
        update(tmp_path, timeout=5, addresses=server.addresses, today=TODAY)
    assert len(load_sites(data_dir=tmp_path, environment={}).sites) == 1_700
