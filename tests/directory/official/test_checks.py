"""What a list must be before it may replace the one in use, and the faults that do not matter."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official.checks import checked
from tests.directory.lists import HEADER, table

Row = dict[str, str]


def rows(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text)))


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "liste.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_separator_and_encoding_do_not_matter(tmp_path: Path, whole: str, separator: str, encoding: str) -> None:
    kept = [row for row in rows(whole) if "\u0153" not in row["lib_com"]]
    text = table(*kept, separator=separator).replace("\n", "\r\n")
    assert len(checked(written(tmp_path, text, encoding), 1_200).sites.sites) == len(kept)


def test_only_number_name_and_commune_are_indispensable(tmp_path: Path, whole: str) -> None:
    header = ["id_fs", "lib_fs", "lib_com", "code_postal"]
    found = checked(written(tmp_path, table(*rows(whole), header=header)), 1_200)
    assert found.located == 0 and found.kept == 1_200
    assert all(site.point and not site.precise_location for site in found.sites.sites)


def test_renamed_columns_decimal_commas_and_lost_zeros(tmp_path: Path, whole: str) -> None:
    names = {"id_fs": "Identifiant", "lib_fs": "Nom structure", "lib_com": "Nom commune", "insee_com": "Code INSEE",
             "code_postal": "CP", "latitude": "Lat", "longitude": "Lon"}  # fmt: skip
    changed = [
        {names[key]: value for key, value in row.items() if key in names}
        | {"Lat": row["latitude"].replace(".", ","), "Lon": row["longitude"].replace(".", ",")}
        | {"CP": row["code_postal"].lstrip("0"), "Code INSEE": row["insee_com"].lstrip("0")}
        for row in rows(whole)
    ]
    found = checked(written(tmp_path, table(*changed, header=[*names.values()], separator=";")), None)
    assert (found.kept, found.located, found.in_place) == (1_200, 1_200, 1_200)
    assert {len(site.insee) for site in found.sites.sites} == {5}


def spoilt(every: int, change: Callable[[int, Row], Row]) -> Callable[[str], str]:
    def spoil(whole: str) -> str:
        read = rows(whole)
        return table(*(change(at, row) if at % every == 0 else row for at, row in enumerate(read)))

    return spoil


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda text: "<html>" + text, "page web"),
        (lambda text: "", "est vide"),
        (lambda text: text[:-70], "dernière ligne est coupée"),
        (lambda text: text[:-1] + ',"12 rue', "dernière ligne est coupée"),
        (lambda text: text + '"', "dernière ligne est coupée"),
        (lambda text: "\n".join(text.splitlines()[:700]) + "\n", "n'a que 699 lieux"),
        (lambda text: text.replace("rue des Essais,,", "rue des Essais,,,", 300), "nombre de colonnes"),
        (lambda text: text + text.split("\n", 1)[1], "1200 lignes sur 2400"),
        (spoilt(7, lambda at, row: row | {"insee_com": "", "code_postal": "", "lib_com": "Nulle-Part"}), "lignes sur"),
        (spoilt(7, lambda at, row: row | {"latitude": "0.5", "longitude": "0.5"}), "près de leur commune"),
        (spoilt(7, lambda at, row: row | {"latitude": "inf", "longitude": "-1e999"}), "1200 lignes|commune"),
        (spoilt(7, lambda at, row: row | {"latitude": "46° 10' N"}), "près de leur commune"),
        (spoilt(1, lambda at, row: row | {"lib_fs": row["lib_com"]}), "liste de communes"),
        (lambda text: text.replace("groupe_fs", "source_url", 1), "extrait"),
    ],
)
def test_a_list_that_may_not_replace_another(
    tmp_path: Path, whole: str, spoil: Callable[[str], str], words: str
) -> None:
    with pytest.raises(DirectoryError, match=words):
        checked(written(tmp_path, spoil(whole)), 1_200, force=True)


def test_coordinates_of_another_row_are_noticed(tmp_path: Path, whole: str) -> None:
    read = rows(whole)
    shifted = [row | {"latitude": read[at - 100]["latitude"]} for at, row in enumerate(read)]
    with pytest.raises(DirectoryError, match="près de leur commune"):
        checked(written(tmp_path, table(*shifted)), 1_200)


def test_a_few_faults_are_borne(tmp_path: Path, whole: str) -> None:
    spoil = spoilt(20, lambda at, row: row | {"latitude": "3", "lib_com": "Nulle-Part", "insee_com": row["insee_com"]})
    assert len(checked(written(tmp_path, spoil(whole)), 1_200).sites.sites) == 1_200


def test_the_official_list_passes(tmp_path: Path, sites_file: Path) -> None:
    found = checked(sites_file, None)
    assert (found.rows, found.kept, found.located, found.in_place) == (2_845,) * 4
    assert found.whole and found.odd == 0 and len(HEADER) == 24
