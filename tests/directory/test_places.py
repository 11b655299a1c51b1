"""What people type for a place. Our own examples."""

from __future__ import annotations

import pytest

from bot.directory.places import PlaceKind, find_place


@pytest.mark.parametrize(
    ("text", "insee"),
    [
        ("Limoges", "87085"),
        ("limoges", "87085"),
        ("LIMOGES", "87085"),
        ("à Limoges", "87085"),
        ("j'habite Limoges", "87085"),
        ("87000", "87085"),
        ("87 000", "87085"),
        ("87000 Limoges", "87085"),
        ("Limoges 87000", "87085"),
        ("12 rue de la Paix, 87000 Limoges", "87085"),
        ("Limoges cedex", "87085"),
        ("87031 Limoges cedex 1", "87085"),
        ("au Havre", "76351"),
        ("du Havre", "76351"),
        ("au Creusot", "71153"),
        ("aux Herbiers", "85109"),
        ("à la baule escoublac", "44055"),
        ("l'isle sur la sorgue", "84054"),
        ("isle s/ la sorgue", "84054"),
        ("st nazaire 44", "44184"),
        ("Saint Nazaire, Loire-Atlantique", "44184"),
        ("Ste Geneviève des Bois (91)", "91549"),
        ("mt de marsan", "40192"),
        ("Lyon", "69123"),
        ("Lyon 7", "69387"),
        ("Lyon 7ème", "69387"),
        ("lyon 7e arrondissement", "69387"),
        ("69007", "69387"),
        ("Paris XIIe", "75112"),
        ("12e arrondissement de Paris", "75112"),
        ("Paris dix-neuvième", "75119"),
        ("Paris vingtième", "75120"),
        ("dans le 3e à Marseille", "13203"),
        ("Marseille (13)", "13055"),
        ("paris (75)", "75056"),
        ("mon code postal est le 46000", "46042"),
        ("bourg en bresse 1000", "01053"),
        ("code postal 9100, Pamiers", "09225"),
        ("Vezoul", "70550"),
        ("Mulouse", "68224"),
        ("Dunkerke", "59183"),
        ("lhay les roses", "94038"),
        ("villeneuve ascq", "59009"),
        ("clermont fd 63", "63113"),
        ("Brive", "19031"),
        ("Hénin", "62427"),
        ("Châlons-sur-Marne", "51108"),
        ("Montreuil-sous-Bois", "93048"),
        ("Annecy-le-Vieux", "74010"),
        ("Fort de France (Martinique)", "97209"),
        ("St Pierre de la Réunion", "97416"),
        ("Saint-Pierre, Martinique", "97225"),
        ("kourou en Guyane", "97304"),
        ("Dzaoudzi", "97608"),
        ("97150", "97801"),
        ("Nouméa", "98818"),
        ("Porto-Vecchio", "2A247"),
        ("20200 Bastia", "2B033"),
        ("2B033", "2B033"),
        ("code insee 87085", "87085"),
        ("La Souterraine", "23176"),
        ("ma fille habite à Tulle et moi aussi", "19272"),
        ("rue de Paris à Lille", "59350"),
        ("je suis à 10 km de Millau", "12145"),
        ("Oô", "31404"),
        ("j'habite à Us", "95625"),
        ("à Ham dans la Somme", "80410"),
    ],
)
def test_one_place(text: str, insee: str) -> None:
    match = find_place(text)
    assert match.kind is PlaceKind.RESOLVED
    assert match.reference is not None and match.reference.insee == insee


def test_a_shared_postal_code_is_one_match_with_all_its_communes() -> None:
    match = find_place("23000")
    assert match.kind is PlaceKind.RESOLVED
    assert match.places[0].name == "Guéret"
    assert len(match.places) > 3
    populations = [place.population for place in match.places]
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Saint-Denis", ["97411", "93066"]),
        ("Saint-Louis", ["97414", "68297"]),
        ("Clermont", ["63113", "60157"]),
        ("Vitry", ["94081", "51649"]),
        ("La Réunion", ["97411", "97415"]),
        ("dans la Creuse", ["23096", "23176"]),
        ("23", ["23096", "23176"]),
    ],
)
def test_a_question_with_the_most_populous_first(text: str, first: list[str]) -> None:
    match = find_place(text)
    assert match.kind is PlaceKind.AMBIGUOUS
    assert [place.insee for place in match.places[:2]] == first


@pytest.mark.parametrize(
    "text",
    ["", "   ", "?", "oui", "je ne sais pas", "chez moi", "chez ma mère", "à la campagne",
     "nulle part", "merci beaucoup", "5000", "00000", "99999", "qsdfghjklm", "pourquoi ?",
     "Trifouillis-les-Bains-de-Pieds", "c'est privé", "à la mer"],
)  # fmt: skip
def test_no_place(text: str) -> None:
    assert find_place(text).kind is PlaceKind.UNKNOWN


@pytest.mark.parametrize(
    "text",
    ["Londres", "à Lausanne", "en Belgique", "Mons en Belgique", "j'habite au Maroc", "Oran",
     "à l'étranger", "Suisse", "New York"],
)  # fmt: skip
def test_abroad(text: str) -> None:
    assert find_place(text).kind is PlaceKind.ABROAD


def test_a_french_town_wins_over_a_foreign_homonym() -> None:
    assert find_place("Bruges").kind is PlaceKind.RESOLVED
    assert find_place("Barcelone-du-Gers").kind is PlaceKind.RESOLVED


def test_what_is_known_from_before_chooses_among_homonyms() -> None:
    for near in ("93", "Seine-Saint-Denis", "Bobigny", "93000"):
        match = find_place("Saint-Denis", near=near)
        assert match.reference is not None and match.reference.insee == "93066"
    match = find_place("5000", near="Hautes-Alpes")
    assert match.reference is not None and match.reference.name == "Gap"


def test_every_label_is_understood_again() -> None:
    from bot.directory.communes.gazetteer import gazetteer

    known = gazetteer()
    for number in range(0, len(known.rows), 40):
        place = known.place(number)
        match = find_place(place.label)
        assert place in match.places, place.label


def test_a_huge_text_costs_nothing() -> None:
    assert find_place("bla " * 100_000).kind is PlaceKind.UNKNOWN
