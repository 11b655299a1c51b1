"""`assistant directory update`: what it says, its exit status, and that it never harms the list in use."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.directory_summary import ProgressLine
from tests.directory.lists import many
from tests.directory.local_server import running
from tests.directory.official.records import record

ROOT = Path(__file__).resolve().parent.parent.parent
Said = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("ASSISTANT_TODAY", "2026-11-21")
    monkeypatch.delenv("ASSISTANT_SITES_FILE", raising=False)
    return tmp_path / "var"


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A list of 1 August 2024, and one of 2 October 2026 where some sites came, went or changed."""
    folder = tmp_path_factory.mktemp("lists")
    old, new = folder / "liste-20240801.csv", folder / "liste-20261002.csv"
    old.write_text(many(1_200), encoding="utf-8")
    rows = many(1_207).splitlines(keepends=True)
    rows[2] = rows[2].replace("09:00 - 12:00", "08:00 - 12:00")
    rows[3] = rows[3].replace("05 55 00 00 01", "05 55 00 00 02")
    rows[4] = rows[4].replace("1 rue des Essais", "2 rue des Essais")
    rows[5] = rows[5].replace("France services de", "Maison France services de")
    del rows[1]
    new.write_text("".join(rows), encoding="utf-8")
    return old, new


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def command(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["assistant", "directory", "update", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return command


def test_a_first_list_then_its_changes(run: Callable[..., Said], lists: tuple[Path, Path]) -> None:
    status, out, err = run("--from", lists[0])
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "1\u202f200 espaces France services, liste du 1er août 2024, Licence Ouverte 2.0.",
        "Avant : aucune liste téléchargée.",
    ]
    status, out, err = run("--from", lists[1])
    assert (status, err) == (0, "")
    now, before, *kinds = out.splitlines()
    assert now.startswith("1\u202f206 espaces France services, liste du 2 octobre 2026")
    assert before == "Avant : 1\u202f200 espaces France services, liste du 1er août 2024."
    assert [line.split(" : ")[0] for line in kinds] == [
        "Nouveaux (7)", "Disparus (1)", "Horaires changés (1)", "Téléphone changé (1)", "Adresse changée (1)",
        "Nom changé (1)",
    ]  # fmt: skip
    assert kinds[0].count(" ; ") == 5 and kinds[0].endswith(" ; et 2 de plus")
    assert kinds[1] == "Disparus (1) : France services de L'Abergement-Clémenciat, L'Abergement-Clémenciat (01)"
    assert "Aucun changement." in run("--from", lists[1])[1]


def test_the_former_list_is_put_back(run: Callable[..., Said], lists: tuple[Path, Path], folder: Path) -> None:
    assert run("--undo")[0] == 1
    run("--from", lists[0])
    run("--from", lists[1])
    status, out, err = run("--undo")
    assert (status, err) == (0, "") and "remise en place : 1\u202f200 espaces" in out
    assert (folder / "france_services.csv").read_bytes() == lists[0].read_bytes()


def test_a_refusal_is_one_line_and_status_1(run: Callable[..., Said], lists: tuple[Path, Path], folder: Path) -> None:
    run("--from", lists[0])
    short = folder.parent / "courte.csv"
    short.write_text(many(12), encoding="utf-8")
    status, out, err = run("--from", short)
    assert (status, out) == (1, "")
    assert err == (
        "La liste France services n'a pas été mise à jour : le fichier reçu n'a que 12 lieux. "
        "La liste précédente est gardée.\n"
    )
    assert run("--from", short, "--force")[0] == 1
    assert (folder / "france_services.csv").read_bytes() == lists[0].read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--from", "x.csv", "--date", "1/8/2024"), "Date illisible"),
        (("--from", "x.csv", "--date", "2024-13-01"), "Date illisible"),
        (("--from", "x.csv", "--date", "2027-01-01"), "pas encore venue"),
        (("--date", "2024-08-01"), "--from"),
        (("--from", ""), "attendent un fichier"),
        (("--undo", "--from", "x.csv"), "--undo s'emploie seul"),
        (("--undo", "--hours"), "--undo s'emploie seul"),
        (("--timeout", "0"), "Valeur incorrecte"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    run: Callable[..., Said], folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "") and words in err and len(err.splitlines()) == 1
    assert not folder.exists()


def test_the_date_is_said_by_the_operator(run: Callable[..., Said], lists: tuple[Path, Path], folder: Path) -> None:
    plain = folder.parent / "liste.csv"
    plain.write_bytes(lists[0].read_bytes())
    assert "liste sans date" in run("--from", plain)[1]
    assert "liste du 10 septembre 2026" in run("--from", plain, "--date", "2026-09-10")[1]
    assert json.loads((folder / "france_services.json").read_text(encoding="utf-8"))["date"] == "2026-09-10"


def test_the_second_source(run: Callable[..., Said], lists: tuple[Path, Path], folder: Path) -> None:
    export = folder.parent / "export.json"
    export.write_text(json.dumps([record(address={"accessibilite": "NAC"})]), encoding="utf-8")
    with_gueret = folder.parent / "liste.csv"
    rows = lists[0].read_text(encoding="utf-8").replace("05 55 00 00 01", "")
    line = "9999,23,France services de Guéret,1 rue,,23096,23000,Guéret,46.1707,1.8714" + "," * 14 + "\n"
    with_gueret.write_text(rows + line, encoding="utf-8")
    status, out, err = run("--from", with_gueret, "--hours-from", export)
    assert (status, err) == (0, "")
    assert "1 lieu reconnu. Ajouts : 1 lieu avec ses horaires, 1 téléphone, 1 indication d'accessibilité." in out
    export.write_text("<html>")
    status, out, err = run("--from", with_gueret, "--hours-from", export)
    assert status == 0 and "Aucun changement." in out
    assert err.startswith("L'annuaire de l'administration n'a pas complété la liste") and len(err.splitlines()) == 1


def test_the_second_source_is_asked_even_when_no_list_came(run: Callable[..., Said], lists: tuple[Path, Path]) -> None:
    run("--from", lists[0])
    status, out, err = run("--from", "absente.csv", "--hours-from", "absent.json")
    assert (status, out) == (1, "")
    assert [line.split(" : ")[1] for line in err.splitlines()] == [
        "le fichier absente.csv est introuvable. La liste précédente est gardée.",
        "le fichier absent.json est introuvable.",
    ]


def test_a_list_of_the_operator_keeps_serving_and_that_is_said(
    run: Callable[..., Said], lists: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(lists[0]))
    status, _, err = run("--from", lists[1])
    assert status == 0 and "ASSISTANT_SITES_FILE" in err


def test_an_address_of_this_machine(run: Callable[..., Said], lists: tuple[Path, Path]) -> None:
    with running() as server:
        server.file("/liste.csv", lists[0].read_text(encoding="utf-8"), Last_Modified="Thu, 01 Aug 2024 08:00:00 GMT")
        assert "liste du 1er août 2024" in run("--from", f"{server.base}/liste.csv")[1]
        status, _, err = run("--from", f"{server.base}/absente.csv")
    assert status == 1 and "répond 404" in err


def test_progress_is_for_those_who_look() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    seen, unseen = Terminal(), io.StringIO()
    for stream in (seen, unseen):
        line = ProgressLine(stream)
        line(500_000, 1_000_000)
        line(500_001, 1_000_000)
        line(1_200_000, None)
        line.erase()
        line.erase()
    assert unseen.getvalue() == ""
    assert seen.getvalue().count("50 %") == 1 and "1,2 Mo" in seen.getvalue()
    assert seen.getvalue().endswith("\r")


def test_the_command_itself(folder: Path, lists: tuple[Path, Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "directory", "update", "--from", str(lists[0])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "") and "espaces France services" in done.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["france_services.csv", "france_services.json"]
