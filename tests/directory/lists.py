"""Small lists of sites made by hand for the tests; none of these sites exists."""

from __future__ import annotations

import csv
import io

HEADER = str.split(
    "id_fs insee_dep lib_fs adresse complement_adresse insee_com code_postal lib_com latitude longitude mail telephone "
    "h_lundi h_mardi h_mercredi h_jeudi h_vendredi h_samedi prise_rdv commentaire type_fs format_fs groupe_fs "
    "labellisation_fs"
)
GUERET = {
    "id_fs": "1", "insee_dep": "23", "lib_fs": "France services de Guéret", "adresse": "1 rue des Essais",
    "insee_com": "23096", "code_postal": "23000", "lib_com": "Guéret", "latitude": "46.1706", "longitude": "1.8713",
    "mail": "essai@example.fr", "telephone": "05 55 00 00 01", "h_lundi": "09:00 - 12:00 / 14:00 - 17:00",
    "prise_rdv": "Oui", "type_fs": "Principal", "format_fs": "Fixe",
}  # fmt: skip
AUBUSSON = GUERET | {
    "id_fs": "2", "lib_fs": "France services d'Aubusson", "insee_com": "23008", "code_postal": "23200",
    "lib_com": "Aubusson", "latitude": "45.9572", "longitude": "2.1687", "adresse": "2 place des Essais",
}  # fmt: skip
BUS = GUERET | {
    "id_fs": "3", "lib_fs": "Bus France services des Essais", "latitude": "46.1701", "longitude": "1.8700",
    "format_fs": "Bus_équivalent", "commentaire": "Le 1er mardi à Ahun\nLe 2e mardi à Ajain",
}  # fmt: skip


def table(*rows: dict[str, str], separator: str = ",", header: list[str] | None = None) -> str:
    """The text of a CSV file in the official form."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, header or HEADER, restval="", extrasaction="ignore", delimiter=separator, lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def many(count: int) -> str:
    """A list of `count` sites, spread over the country's communes."""
    from bot.directory.communes.gazetteer import gazetteer

    known = gazetteer()
    rows = []
    for number in range(count):
        place = known.place(number * 20)
        rows.append(
            GUERET | {
                "id_fs": str(number), "lib_fs": f"France services de {place.name}", "insee_com": place.insee,
                "code_postal": (place.postal_codes or ("",))[0], "lib_com": place.name,
                "latitude": str(place.latitude), "longitude": str(place.longitude),
            }
        )  # fmt: skip
    return table(*rows)
