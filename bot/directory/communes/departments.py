"""Departments and regions, by number or by name."""

from __future__ import annotations

from collections.abc import Mapping

from bot.directory.text import name_words

# The regions of 2016 and the older names still in use, with their departments.
_REGIONS = {
    "Auvergne-Rhône-Alpes": "01 03 07 15 26 38 42 43 63 69 73 74",
    "Bourgogne-Franche-Comté": "21 25 39 58 70 71 89 90",
    "Bretagne": "22 29 35 56",
    "Centre-Val de Loire": "18 28 36 37 41 45",
    "Corse": "2A 2B",
    "Grand Est": "08 10 51 52 54 55 57 67 68 88",
    "Hauts-de-France": "02 59 60 62 80",
    "Île-de-France": "75 77 78 91 92 93 94 95",
    "Normandie": "14 27 50 61 76",
    "Nouvelle-Aquitaine": "16 17 19 23 24 33 40 47 64 79 86 87",
    "Occitanie": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "Pays de la Loire": "44 49 53 72 85",
    "Provence-Alpes-Côte d'Azur": "04 05 06 13 83 84",
    "Auvergne": "03 15 43 63",
    "Rhône-Alpes": "01 07 26 38 42 69 73 74",
    "Bourgogne": "21 58 71 89",
    "Franche-Comté": "25 39 70 90",
    "Alsace": "67 68",
    "Lorraine": "54 55 57 88",
    "Champagne-Ardenne": "08 10 51 52",
    "Nord-Pas-de-Calais": "59 62",
    "Picardie": "02 60 80",
    "Haute-Normandie": "27 76",
    "Basse-Normandie": "14 50 61",
    "Aquitaine": "24 33 40 47 64",
    "Limousin": "19 23 87",
    "Poitou-Charentes": "16 17 79 86",
    "Midi-Pyrénées": "09 12 31 32 46 65 81 82",
    "Languedoc-Roussillon": "11 30 34 48 66",
    "Côte d'Azur": "06 83",
    "IDF": "75 77 78 91 92 93 94 95",
    "PACA": "04 05 06 13 83 84",
    "Région parisienne": "75 77 78 91 92 93 94 95",
    "Pays basque": "64",
    "Béarn": "64",
    "Périgord": "24",
    "Quercy": "46",
    "Berry": "18 36",
    "Anjou": "49",
    "Touraine": "37",
    "Perche": "28 61",
    "Bresse": "01 71",
    "Haute-Corse": "2B",
    "Réunion": "974",
    "Antilles": "971 972 977 978",
    "Guyane française": "973",
    "Tahiti": "987",
    "Côtes-du-Nord": "22",
    "Loire-Inférieure": "44",
    "Charente-Inférieure": "17",
    "Basses-Alpes": "04",
    "Basses-Pyrénées": "64",
    "Seine-Inférieure": "76",
}


def area_index(departments: Mapping[str, str]) -> dict[tuple[str, ...], frozenset[str]]:
    """From the folded words of an area's name to the numbers of its departments.

    departments: number to name. Link words count ("val de marne"), leading articles do not.
    """
    index = {tuple(name_words(name)): frozenset(numbers.split()) for name, numbers in _REGIONS.items()}
    # A department wins over a region of the same name (La Réunion, Mayotte...).
    for number, name in departments.items():
        words = name_words(name)
        index[tuple(words)] = frozenset({number})
        if words[0] in ("la", "le", "les", "l"):
            index[tuple(words[1:])] = frozenset({number})
    return index


_OVERSEAS_FUNDS = {"971": "cgss", "972": "cgss", "973": "cgss", "974": "cgss", "976": "cssm"}
_CRAMIF = frozenset({"75", "78", "91", "92", "93", "94", "95"})  # Île-de-France without Seine-et-Marne (F-6.10)


def fund_of(department: str) -> str | None:
    """Who serves the pension there, farming apart: cpam, cramif, cgss or cssm; None where it is not known."""
    if department in _CRAMIF:
        return "cramif"
    if department.startswith(("97", "98")):
        return _OVERSEAS_FUNDS.get(department)
    return "cpam"
