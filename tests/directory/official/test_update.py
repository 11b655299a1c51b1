"""The update, against a server on this machine."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official.update import UpdateReport, Wanted, update
from bot.directory.sites.store import load_sites
from tests.directory.lists import GUERET, many, table
from tests.directory.local_server import Server

TODAY = date(2026, 11, 21)


QUICK = Wanted(timeout=5)


def updated(server: Server, folder: Path, wanted: Wanted = QUICK) -> UpdateReport:
    return update(folder, wanted, addresses=server.addresses, today=TODAY)


def resource(server: Server, path: str, **said: str) -> dict[str, str]:
    return {"title": "Liste des structures", "format": "csv", "url": server.base + path} | said


def refused(server: Server, folder: Path, words: str, timeout: float = 5.0) -> None:
    """The update fails in one line, and what was there before still is."""
    folder.mkdir(exist_ok=True)
    before = table(GUERET)
    (folder / "france_services.csv").write_text(before, encoding="utf-8")
    with pytest.raises(DirectoryError, match=words) as caught:
        updated(server, folder, Wanted(timeout=timeout))
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
    report = updated(server, tmp_path)
    assert (report.sites, report.previous, report.date) == (1_200, None, date(2026, 10, 2))
    loaded = load_sites(data_dir=tmp_path)
    assert len(loaded.sites) == 1_200 and not loaded.partial and loaded.date == date(2026, 10, 2)
    told = json.loads((tmp_path / "france_services.json").read_text(encoding="utf-8"))
    assert told["downloaded_on"] == "2026-11-21" and told["address"] == f"{server.base}/neuf.csv"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["france_services.csv", "france_services.json"]


def test_a_second_update_says_how_many_there_were(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/neuf.csv"))
    server.file("/neuf.csv", whole)
    updated(server, tmp_path)
    assert updated(server, tmp_path).previous == 1_200


def test_the_direct_address_serves_when_the_catalogue_does_not(server: Server, tmp_path: Path, whole: str) -> None:
    server.pages["/api/jeu/"] = (200, {}, b"<html>maintenance</html>")
    server.pages["/api/ancien-jeu/"] = (200, {}, b'{"resources": [null, {"url": null}, {"format": "csv"}]}')
    server.pages["/r/direct"] = (302, {"Location": "/static/liste.csv"}, b"")
    server.file("/static/liste.csv", whole, Last_Modified="Fri, 02 Oct 2026 08:00:00 GMT")
    report = updated(server, tmp_path)
    assert report.sites == 1_200 and report.date == date(2026, 10, 2)


def test_a_file_with_a_wrong_header_gives_way_to_the_next(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/autre.csv", last_modified="2026-11-01"), resource(server, "/bonne.csv"))
    server.file("/autre.csv", "insee;commune\n23096;Guéret\n")
    server.file("/bonne.csv", "\ufeff" + whole)
    assert updated(server, tmp_path).sites == 1_200


def test_a_wrong_header_is_refused(server: Server, tmp_path: Path) -> None:
    server.file("/r/direct", "insee;commune\n" + "23096;Guéret\n" * 2_000)
    refused(server, tmp_path, "colonnes absentes : id_fs, lib_fs")


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


def test_a_list_that_shrank_is_refused_unless_somebody_knows_better(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/r/direct", many(1_750))
    updated(server, tmp_path)
    server.file("/r/direct", whole)
    with pytest.raises(DirectoryError, match=r"au lieu de 1750.*gardée"):
        updated(server, tmp_path)
    assert len(load_sites(data_dir=tmp_path).sites) == 1_750
    assert updated(server, tmp_path, Wanted(timeout=5, force=True)).previous == 1_750
    assert len(load_sites(data_dir=tmp_path).sites) == 1_200


def test_force_does_not_excuse_a_broken_file(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/r/direct", whole[: len(whole) - 60])
    with pytest.raises(DirectoryError, match="incomplet"):
        updated(server, tmp_path, Wanted(timeout=5, force=True))


def test_the_list_of_another_year_does_not_come_back(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/neuf.csv", last_modified="2026-10-02T00:00:00"))
    server.file("/neuf.csv", many(1_300))
    updated(server, tmp_path)
    server.catalogue()
    server.file("/r/direct", whole, Last_Modified="Thu, 01 Aug 2024 08:00:00 GMT")
    with pytest.raises(DirectoryError, match="plus ancienne"):
        updated(server, tmp_path)
    # The same list from an address that dates it earlier is the same list.
    server.file("/r/direct", many(1_300), Last_Modified="Thu, 01 Oct 2026 08:00:00 GMT")
    assert updated(server, tmp_path).date == date(2026, 10, 2)


def test_the_refusal_of_the_newest_list_is_said_rather_than_the_silence_of_another(
    server: Server, tmp_path: Path
) -> None:
    server.catalogue(resource(server, "/neuf.csv"))
    server.file("/neuf.csv", many(40))
    refused(server, tmp_path, "40 lieux")


@pytest.mark.parametrize(
    ("name", "said", "day"),
    [
        ("liste-fs-20240801.csv", None, date(2024, 8, 1)),
        ("liste_2026-10-02.csv", None, date(2026, 10, 2)),
        ("liste-fs-20240801.csv", date(2026, 9, 1), date(2026, 9, 1)),
        ("liste-20249999.csv", None, None),
        ("liste.csv", date(2026, 9, 1), date(2026, 9, 1)),
    ],
)
def test_a_file_of_this_machine(tmp_path: Path, whole: str, name: str, said: date | None, day: date | None) -> None:
    given, folder = tmp_path / name, tmp_path / "var"
    given.write_text(whole, encoding="utf-8")
    assert update(folder, Wanted(str(given), said), today=TODAY).date == day
    assert load_sites(data_dir=folder).date == day
    assert given.read_text(encoding="utf-8") == whole
    assert json.loads((folder / "france_services.json").read_text(encoding="utf-8"))["address"] == name


def test_another_address(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/mes/liste-20260910.csv", whole)
    assert updated(server, tmp_path, Wanted(f"{server.base}/mes/liste-20260910.csv")).date == date(2026, 9, 10)
    server.file("/mes/liste-20260910.csv", whole, Last_Modified="Fri, 02 Oct 2026 08:00:00 GMT")
    assert updated(server, tmp_path, Wanted(f"{server.base}/mes/liste-20260910.csv")).date == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("absent.csv", "absent.csv est introuvable"),
        (".", "n'est pas un fichier"),
        ("/dev/zero", "n'est pas un fichier"),
        ("x" * 5_000, "illisible"),
        ("ftp://example.org/liste.csv", "https"),
        ("http://example.org/liste.csv", "https"),
        ("file:///etc/passwd", "https"),
        ("https://", "adresse|injoignable"),
        ("https://exa mple/", "adresse|injoignable"),
        ("https://" + "é" * 300 + ".fr/", "adresse|injoignable"),
    ],
)
def test_a_source_that_cannot_be_read(tmp_path: Path, source: str, words: str) -> None:
    with pytest.raises(DirectoryError, match=words) as caught:
        update(tmp_path / "var", Wanted(source, timeout=2), today=TODAY)
    assert "\n" not in str(caught.value)
    assert list((tmp_path / "var").iterdir()) == []


def test_a_redirection_out_of_https_is_refused(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.directory.official import download

    asked: list[str] = []
    monkeypatch.setattr(download, "_is_safe", lambda url: asked.append(str(url)) or "static" not in str(url))
    server.pages["/r/direct"] = (302, {"Location": "/static/liste.csv"}, b"")
    server.file("/static/liste.csv", "x")
    refused(server, tmp_path, "sans https")
    assert asked[-1].endswith("/static/liste.csv")


def test_an_unusable_proxy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "foo://bar")
    with pytest.raises(DirectoryError, match="proxy"):
        update(tmp_path, today=TODAY)


def test_a_catalogue_that_is_not_one(server: Server, tmp_path: Path) -> None:
    for body in (b"[" * 100_000, b"[]", b'{"resources": 3}', b'{"resources": {"a": 1}}', b"\xff"):
        server.pages["/api/jeu/"] = (200, {}, body)
        refused(server, tmp_path, "répond 404")


def test_a_folder_where_nothing_can_be_written(tmp_path: Path, server: Server) -> None:
    (tmp_path / "var").write_text("a file")
    with pytest.raises(DirectoryError, match="criture impossible"):
        updated(server, tmp_path / "var")


def test_what_has_come_is_told(server: Server, tmp_path: Path, whole: str) -> None:
    server.file("/r/direct", whole)
    told: list[tuple[int, int | None]] = []
    update(tmp_path, QUICK, addresses=server.addresses, today=TODAY, progress=lambda *said: told.append(said))
    size = len(whole.encode())
    assert told[-1] == (size, size) and told == sorted(told)


def test_a_day_to_come_is_not_believed(server: Server, tmp_path: Path, whole: str) -> None:
    server.catalogue(resource(server, "/neuf.csv", last_modified="2030-01-01T00:00:00"))
    server.file("/neuf.csv", whole)
    assert updated(server, tmp_path).date is None
