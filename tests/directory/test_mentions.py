"""Whether a sentence mentions a place; most questions about the pension do not."""

from __future__ import annotations

import pytest

from bot.directory.mentions import departments_in
from bot.directory.places import PlaceKind, mentions_place

WITHOUT_PLACE = """
Qu'est-ce que la pension d'invalidité ?
Quelle est la différence entre la catégorie 1 et la catégorie 2 ?
Combien vais-je toucher en catégorie 2 si je gagnais 24 000 euros par an ?
mon salaire annuel moyen est de 23000 euros
Je gagne 12 000 € par an, ai-je droit à l'ASI ?
J'ai 58 ans, puis-je demander ma retraite ?
Est-ce que je peux travailler à temps partiel ?
Je suis en arrêt de travail depuis mars 2024, que dois-je faire ?
Mon médecin traitant veut remplir le dossier à ma place.
Qui décide de la catégorie ?
à qui envoyer la demande d'invalidité
il a mis une croix au mauvais endroit
Le médecin-conseil m'a convoquée le 15 avril, à quoi m'attendre ?
J'ai reçu une lettre de refus, je veux faire appel.
Combien de temps ai-je pour contester ?
Est-ce que ma pension compte pour la retraite ?
J'ai oublié de déclarer mes ressources du mois de juillet.
Ma pension a été suspendue, pourquoi ?
Je suis à bout, je n'en peux plus.
ma femme est à ma charge, est-ce que ça change quelque chose ?
Peut-on cumuler l'AAH et la pension ?
La CPAM ne répond jamais au téléphone.
Je voudrais parler à un conseiller.
Où est ma demande ?
Qui est Pierre Laroque ?
Monsieur Vincent Durand m'a dit d'appeler.
Docteur Martin dit que je suis inapte.
Je touche 890 euros par mois, est-ce imposable ?
Quel est le plafond de ressources en 2026 ?
aide à la déclaration
pension et salaire
Est-ce que je dois payer la CSG sur ma pension ?
Mon fils a eu un accident, il ne travaille plus.
J'ai eu un cancer en 2021 et j'ai repris à mi-temps.
Puis-je partir vivre au Portugal avec ma pension ?
La pension est-elle versée à l'étranger ?
Ma pension continue-t-elle si je m'installe en Espagne ?
Je veux changer de compte bancaire.
Est-ce qu'on peut m'aider à remplir le formulaire S4150 ?
Mon employeur a-t-il le droit de me licencier ?
Que se passe-t-il à 62 ans ?
y a-t-il un délai à respecter ?
C'est trop compliqué pour moi, je ne sais pas par où commencer.
Merci beaucoup et bonne journée
En catégorie 3, qui paie la tierce personne ?
Mes droits sont-ils revus chaque année au 1er avril ?
Bonjour, je suis Orange de colère !
Je suis allée à la mairie avec mon dossier.
quand la sécu verse-t-elle l'argent
Est-ce qu'une rente d'accident du travail se cumule avec la pension ?
POURQUOI MA PENSION A BAISSE EN MARS ?
On m'a parlé de l'Aide à domicile et de la Pension de veuve.
J'ai travaillé 30 ans dans le bâtiment, mon dos est fichu.
""".strip().splitlines()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("france services st etienne", "Saint-Étienne"),
        ("france service gueret", "Guéret"),
        ("maison france services saint malo", "Saint-Malo"),
    ],
)
def test_the_name_after_france_services_is_a_place(text: str, place: str) -> None:
    found = mentions_place(text)
    assert found is not None
    assert found.places[0].name == place


@pytest.mark.parametrize("text", ["france services", "france services près de chez moi", "france services c'est quoi"])
def test_france_services_alone_is_no_place(text: str) -> None:
    assert mentions_place(text) is None


@pytest.mark.parametrize("text", WITHOUT_PLACE)
def test_an_ordinary_question_mentions_no_place(text: str) -> None:
    assert mentions_place(text) is None


@pytest.mark.parametrize(
    ("text", "insee"),
    [
        ("Où est la maison France Services la plus proche de 23000 Guéret ?", "23096"),
        ("Où est l'espace France services le plus proche de Guéret ?", "23096"),
        ("je cherche de l'aide pour ma déclaration à Brive", "19031"),
        ("j'habite à limoges et je ne sais pas remplir mon dossier", "87085"),
        ("Qui peut m'aider près de Saint-Malo ?", "35288"),
        ("qui peut m'aider vers st malo ?", "35288"),
        ("La maison France Services du Havre est-elle ouverte ?", "76351"),
        ("Y a-t-il quelqu'un pour m'aider à La Rochelle ?", "17300"),
        ("je suis dans le 18e à Paris, où aller ?", "75118"),
        ("un guichet pour le 48000 svp", "48095"),
        ("Je gagne 12000 euros et je vis à Rodez", "12202"),
        ("J'habite à Perpignant, où déposer mon dossier ?", "66136"),
        ("Rendez-vous possible sur Aurillac ?", "15014"),
        ("Je vis à Eu et je cherche un guichet", "76255"),
        ("Où aller à Saint-Pierre de la Réunion ?", "97416"),
        ("France services Aubusson (23)", "23008"),
        ("mairie de Mende", "48095"),
        ("france services 23000", "23096"),
        ("France service 97400 svp", "97411"),
    ],
)
def test_a_place_is_found_in_a_sentence(text: str, insee: str) -> None:
    match = mentions_place(text)
    assert match is not None and match.reference is not None
    assert match.reference.insee == insee


def test_homonyms_in_a_sentence_call_for_a_question() -> None:
    match = mentions_place("Où trouver un guichet à Saint-Denis ?")
    assert match is not None and match.kind is PlaceKind.AMBIGUOUS


def test_somebody_who_lives_abroad_says_so() -> None:
    match = mentions_place("Je vis à Lisbonne et j'ai une question sur ma pension")
    assert match is not None and match.kind is PlaceKind.ABROAD


def test_a_bare_postal_code_is_a_place_but_not_a_round_sum() -> None:
    assert mentions_place("23000") is not None
    assert mentions_place("23 000") is None
    assert mentions_place("23 000 €") is None


@pytest.mark.parametrize(
    ("text", "departments"),
    [
        ("je suis exploitant agricole dans la creuse", {"23"}),
        ("ma caisse c'est celle du 93", {"93"}),
        ("j'habite en Mayenne", {"53"}),
        ("je suis en Corse", {"2A", "2B"}),
        ("je vis près de Vienne", set()),
        ("j'ai touché 93 euros", set()),
        ("pas dans la Creuse, dans le Lot", {"46"}),
    ],
)
def test_departments_named_as_such(text: str, departments: set[str]) -> None:
    assert departments_in(text) == departments
