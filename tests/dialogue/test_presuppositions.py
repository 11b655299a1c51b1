"""False beliefs are set right, and only those that the message takes for true."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.plain_text import block_text
from bot.cli.content_checks import literal_figures
from bot.dialogue.presuppositions import presuppositions, set_right

ON = date(2026, 11, 21)
HELD = {
    "travail_interdit": "catégorie 2, je n'ai pas le droit de travailler, alors comment payer mon loyer ?",
    "faux_message": "j'ai reçu un sms qui me demande mon rib pour ma pension, je clique ?",
    "tout_perdu": "si je travaille une heure je perds tout, alors à quoi bon ?",
    "medecin_traitant": "mon médecin traitant m'a mis en invalidité, quand suis-je payé ?",
    "mdph_attribue": "ma rente invalidité de la MDPH est imposable ?",
    "taux_mdph_categorie": "j'ai 80 % d'incapacité donc catégorie 2, je touche combien ?",
    "heures_anciennes": "il faut les 800 heures, je ne les ai pas",
    "dernier_salaire": "on touche 50 % du dernier salaire je crois, ça fait combien ?",
    "conjoint_compte": "mon mari gagne bien sa vie donc j'ai pas droit à la pension ?",
    "rien_change": "rien n'a changé donc pas besoin de déclarer, si ?",
    "silence_accord": "pas de réponse depuis trois mois, c'est donc accepté ?",
    "trois_ans_indemnites": "il faut attendre la fin des 3 ans pour demander",
    "pension_definitive": "ma pension est à vie, ils peuvent me convoquer ?",
    "asi_recuperable": "l'ASI est récupérable sur ma succession",
    "acs": "comment demander l'ACS",
    "etranger_supprime": "si je pars au Portugal je perds ma pension",
    "chomage_exclut": "je suis au chômage donc je n'ai pas droit à la pension ?",
    "demi_part_categorie": "catégorie 2 donc j'ai une demi-part en plus ?",
    "net_a_declarer": "je déclare mon salaire net à la CPAM comme d'habitude",
}


def test_every_false_belief_has_its_message() -> None:
    assert set(HELD) == {one.id for one in presuppositions()}


@pytest.mark.parametrize("key", HELD)
def test_a_message_that_takes_it_for_true_shows_it(key: str) -> None:
    assert [one.id for one in presuppositions() if one.held_in(HELD[key])] == [key]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("faux_message", "mail ameli avec un lien pour mettre à jour ma carte bancaire, arnaque ?"),
        ("faux_message", "c une arnaque ce texto de la cpam"),
        ("tout_perdu", "une heure de ménage et ils me suppriment la pension en entier"),
        ("tout_perdu", "dès que je bosse ils me coupent tout, je perds tout"),
        ("medecin_traitant", "mon généraliste veut me mettre en invalidité, combien je vais avoir ?"),
        ("medecin_traitant", "mon medecin veux me metre en inval 2"),
        ("medecin_traitant", "il suffit qu'il me fasse un papier et j'ai la pension"),
        ("medecin_traitant", "il suffit que mon docteur signe un certificat non ?"),
        ("taux_mdph_categorie", "MDPH 80 donc cat 2"),
        ("taux_mdph_categorie", "j'ai 80 % à la MDPH, c'est bien catégorie 2 non ?"),
        ("taux_mdph_categorie", "taux de 79 alors deuxieme categorie"),
        ("conjoint_compte", "mon mari gagne 3 000 euros et ils me la refusent à cause de son salaire"),
        ("conjoint_compte", "ma femme travaille, j'ai rien à cause de ses revenus"),
        ("rien_change", "rien n'a changé, pourquoi je devrais encore déclarer"),
        ("rien_change", "pourquoi encore déclarer alors que j'ai aucun revenu"),
        ("asi_recuperable", "il faudra rendre l'ASI au-delà de 39 000 euros"),
    ],
)
def test_other_words_show_it_too(key: str, text: str) -> None:
    assert [one.id for one in presuppositions() if one.held_in(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Quel est le montant maximum de la pension ?", "j'ai travaillé 800 heures", "ma carte d'invalidité de la MDPH",
        "je n'ai pas le droit de travailler pendant mon arrêt", "est-ce que la pension est à vie ?",
        "on m'a dit que je n'avais pas le droit de travailler, c'est vrai ?", "je déclare mon brut, pas mon net",
        "mon médecin traitant m'a conseillé de demander l'invalidité", "",
        "j'ai 58 ans donc catégorie 2 jusqu'à la retraite", "le médecin-conseil veut me mettre en catégorie 2",
        "mon mari gagne trop pour l'ASI, refusée à cause de son salaire", "est-ce que je perds tout si je travaille ?",
        "l'ASI est-elle récupérable sur ma succession ?", "l'ASI n'est plus récupérable je crois",
        "la carte invalidité donne-t-elle une demi-part ?", "j'ai travaillé une heure hier, que déclarer ?",
        "pourquoi déclarer mes ressources ?",
    ],
)  # fmt: skip
def test_other_messages_are_left_alone(text: str) -> None:
    assert set_right(text, ON) is None


@pytest.mark.parametrize("one", presuppositions(), ids=lambda one: one.id)
def test_a_correction_is_one_sentence_with_its_facts_and_no_written_figure(one: object) -> None:
    text = one.text  # type: ignore[attr-defined]
    assert text.startswith(("Une précision d'abord : ", "Attention d'abord aux faux messages : "))
    assert text.endswith(".")
    assert literal_figures(text) == []
    assert one.facts  # type: ignore[attr-defined]


def test_a_figure_of_a_correction_is_the_one_of_the_day() -> None:
    right = set_right("on touche 50 % du dernier salaire, non ?", ON)
    assert right is not None
    assert "10 meilleures années" in block_text(right[0]).replace("\u00a0", " ")
