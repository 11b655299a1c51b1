"""Reading lists of sites, with the faults they come with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.sites.hours import weekly_hours_in_words
from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import Site
from tests.directory.lists import AUBUSSON, BUS, GUERET, HEADER, table


def written(folder: Path, text: str, name: str = "liste.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def only(folder: Path, **changes: str) -> Site:
    (site,) = read_sites(written(folder, table(GUERET | changes))).sites
    return site


def test_a_site_is_read(tmp_path: Path) -> None:
    site = only(tmp_path)
    assert (site.id, site.name, site.commune, site.insee, site.department) == (
        "1", "France services de Guéret", "Guéret", "23096", "23",
    )  # fmt: skip
    assert site.address == ("1 rue des Essais",)
    assert site.place_line == "23000 Guéret"
    assert site.point == (46.1706, 1.8713) and site.precise_location
    assert (site.telephone, site.email) == ("05 55 00 00 01", "essai@example.fr")
    assert site.by_appointment is True and not site.itinerant
    assert weekly_hours_in_words(site.hours) == ("lundi : 9 h – 12 h et 14 h – 17 h",)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separator_and_encoding_do_not_matter(tmp_path: Path, separator: str, encoding: str) -> None:
    path = written(tmp_path, table(GUERET, AUBUSSON, separator=separator), encoding=encoding)
    assert [site.commune for site in read_sites(path).sites] == ["Guéret", "Aubusson"]


def test_the_order_and_case_of_columns_do_not_matter(tmp_path: Path) -> None:
    text = table(GUERET, header=list(reversed(HEADER)))
    head, rest = text.split("\n", 1)
    (site,) = read_sites(written(tmp_path, f"{head.upper()}\n{rest}")).sites
    assert site.name == "France services de Guéret"


def test_an_older_release_is_read(tmp_path: Path) -> None:
    header = "matricule;lib_fs;code_postal;lib_com;latitude;longitude;itinerance"
    text = f"{header}\n7;Essai;1000;BOURG EN BRESSE;46,2;5,2;Oui\n"
    (site,) = read_sites(written(tmp_path, text)).sites
    assert (site.insee, site.postal_code, site.point, site.itinerant) == ("01053", "01000", (46.2, 5.2), True)


def test_decimal_commas_and_swapped_coordinates(tmp_path: Path) -> None:
    assert only(tmp_path, latitude="46,1706", longitude="1,8713").point == (46.1706, 1.8713)
    assert only(tmp_path, latitude="1.8713", longitude="46.1706").point == (46.1706, 1.8713)


@pytest.mark.parametrize(("latitude", "longitude"), [("", ""), ("0", "0"), ("abc", "1"), ("48.85", "2.35")])
def test_a_bad_point_gives_way_to_the_commune(tmp_path: Path, latitude: str, longitude: str) -> None:
    site = only(tmp_path, latitude=latitude, longitude=longitude)
    assert not site.precise_location
    assert site.point is not None and abs(site.point[0] - 46.17) < 0.05


def test_lost_zeros_and_wrong_postal_codes(tmp_path: Path) -> None:
    bourg = {"insee_com": "1053", "code_postal": "1000", "lib_com": "Bourg-en-Bresse", "latitude": "46.2"}
    site = only(tmp_path, **bourg, longitude="5.22")
    assert (site.insee, site.postal_code, site.department) == ("01053", "01000", "01")
    assert only(tmp_path, code_postal="02300").postal_code == "23000"
    assert only(tmp_path, lib_com="GUERET CEDEX 3").commune == "GUERET"


def test_a_former_commune_becomes_the_current_one(tmp_path: Path) -> None:
    site = only(tmp_path, insee_com="93059", code_postal="93380", lib_com="Pierrefitte", latitude="", longitude="")
    assert (site.insee, site.department) == ("93066", "93")


def test_spaces_lines_and_contacts_are_tidied(tmp_path: Path) -> None:
    site = only(
        tmp_path,
        lib_fs=" France\u00a0services  de Guéret ",
        adresse="Mairie\n 1  rue des Essais",
        mail="un@example.fr - deux@example.fr",
        telephone="+33 5 55 00 00 01",
    )
    assert site.name == "France services de Guéret"
    assert site.address == ("Mairie", "1 rue des Essais")
    assert site.email == "un@example.fr"
    assert site.telephone == "05 55 00 00 01"
    assert only(tmp_path, telephone="555000001").telephone == "05 55 00 00 01"
    assert only(tmp_path, telephone="bientôt").telephone == ""


def test_empty_hours_are_unknown(tmp_path: Path) -> None:
    assert not only(tmp_path, h_lundi="00:00 - 00:00").hours


def test_itinerant_sites_are_told(tmp_path: Path) -> None:
    (bus,) = read_sites(written(tmp_path, table(BUS))).sites
    assert bus.itinerant and bus.comment == "Le 1er mardi à Ahun\nLe 2e mardi à Ajain"
    assert only(tmp_path, lib_fs="France services itinérante de la Creuse").itinerant
    assert not only(tmp_path, lib_fs="France services de Busserolles").itinerant


def test_twins_are_joined_but_not_a_bus_and_its_depot(tmp_path: Path) -> None:
    twin = GUERET | {"id_fs": "9", "latitude": "46.1708", "h_mardi": "09:00 - 12:00", "mail": ""}
    other = GUERET | {"id_fs": "10", "lib_fs": "France services La Poste de Guéret - Beauregard"}
    sites = read_sites(written(tmp_path, table(GUERET, twin, other, BUS))).sites
    assert [site.id for site in sites] == ["9", "10", "3"]
    assert sites[0].email == "essai@example.fr"


def test_rows_that_say_nothing_are_dropped(tmp_path: Path) -> None:
    nowhere = GUERET | {"id_fs": "8", "insee_com": "", "code_postal": "99999", "lib_com": "Ailleurs"}
    rows = (GUERET, GUERET, GUERET | {"id_fs": ""}, GUERET | {"id_fs": "7", "lib_fs": " "}, nowhere)
    assert len(read_sites(written(tmp_path, table(*rows))).sites) == 1


def test_date_source_and_licence(tmp_path: Path) -> None:
    found = read_sites(written(tmp_path, table(GUERET), name="liste-fs-20240801.csv"))
    assert found.date == date(2024, 8, 1) and not found.partial
    assert "ANCT" in found.source and found.licence == "Licence Ouverte 2.0"
    (tmp_path / "liste-fs-20240801.json").write_text('{"date": "2026-10-02", "source": "Essai"}', encoding="utf-8")
    told = read_sites(tmp_path / "liste-fs-20240801.csv")
    assert (told.date, told.source) == (date(2026, 10, 2), "Essai")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "est vide"),
        (" \n\n", "est vide"),
        ("a,b,c\n1,2,3\n", "colonnes absentes : id_fs, lib_fs, lib_com"),
        ("<!DOCTYPE html>\n<html></html>", "page web"),
        ("PK\x03\x04\0\0", "n'est pas un fichier de texte"),
        (table(), "aucun lieu"),
    ],
)
def test_an_unreadable_file_is_said_in_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DirectoryError, match=words) as caught:
        read_sites(written(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="introuvable"):
        read_sites(tmp_path / "absent.csv")
    with pytest.raises(DirectoryError, match="illisible"):
        read_sites(tmp_path)


def test_the_name_of_the_commune_is_enough_when_it_is_the_only_one(tmp_path: Path) -> None:
    header = "id_fs;lib_fs;lib_com;insee_dep;latitude;longitude\n"
    text = header + "1;Essai;Guéret;;;\n2;Essai;Saint-Denis;93;;\n3;Essai;Saint-Denis;;-20,88;55,45\n"
    text += "4;Essai;Saint-Denis;;;\n5;Essai;Nulle-Part;23;46;2\n6;Essai;Bourg en Bresse;1;;\n"
    found = read_sites(written(tmp_path, text)).sites
    assert {site.id: site.insee for site in found} == {"1": "23096", "2": "93066", "3": "97411", "6": "01053"}


def test_one_bad_byte_does_not_spoil_the_other_lines(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(table(GUERET | {"lib_com": ""}, AUBUSSON).encode().replace(b"d'Aubusson", b"d\xe9"))
    assert [site.name for site in read_sites(path).sites] == ["France services de Guéret", "France services dé"]


def test_blank_lines_and_a_mark_before_the_header(tmp_path: Path) -> None:
    assert len(read_sites(written(tmp_path, "\ufeff\r\n\n\ufeff" + table(GUERET))).sites) == 1


def test_no_postal_code_rather_than_a_wrong_one(tmp_path: Path) -> None:
    marseille = {"insee_com": "13055", "lib_com": "Marseille", "latitude": "", "longitude": ""}
    assert only(tmp_path, **marseille, code_postal="").postal_code == ""


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e400", "9" * 400, "1_0", "46.1.2"])
def test_what_is_no_angle(tmp_path: Path, number: str) -> None:
    for where in ({"latitude": number}, {"longitude": number}, {"latitude": number, "longitude": number}):
        assert not only(tmp_path, **where).precise_location


def test_the_whole_official_list(sites_file: Path) -> None:
    found = read_sites(sites_file)
    assert len(found.sites) > 2_500 and not found.partial
    assert all(site.point and site.insee and site.department for site in found.sites)
    hours = [interval for site in found.sites for day in site.hours.days for interval in day]
    assert all(interval.start < interval.end for interval in hours)
