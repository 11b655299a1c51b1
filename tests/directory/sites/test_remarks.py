"""The free text of sites: readable, without what is past, and telling when the hours of the week do not hold."""

from __future__ import annotations

from datetime import date

import pytest

from bot.directory.sites.remarks import makes_hours_unsure, readable

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("Sur rendez-vous\u00a0le  mardi", "Sur rendez-vous le mardi."),
        ("Uniquement sur rdv. Sonner à gauche !", "Uniquement sur rdv. Sonner à gauche !"),
        ("Le\\x20lundi\\x20\\xE0\\x2012\\x3A45", "Le lundi à 12:45."),
        ("L\\u2019agent passe le mardi", "L’agent passe le mardi."),
        ("Écrire à mehun@france-serendez-vousices.gouv.fr", "Écrire à mehun@france-services.gouv.fr."),
        ("384255406", ""),
        ("02.31.00.00.00", ""),
        ("essai@example.org", ""),
        (".", ""),
        ("", ""),
        ("Fermeture exceptionnelle le 30 Novembre 2023", ""),
        ("Horaires d'été du 09/07/2023 au 25/08/2023", ""),
        ("Fermé le mercredi. Fermé aussi le 3 mai 2024.", "Fermé le mercredi."),
        ("Fermé jusqu'au 30 novembre 2026", "Fermé jusqu'au 30 novembre 2026."),
        ("Nouvelle adresse au 1er juillet 2024", "Nouvelle adresse au 1er juillet 2024."),
        ("Uniquement sur rdv à partir du 17/05/2024", "Uniquement sur rdv à partir du 17/05/2024."),
        ("Fermé le 31/02/2024", ""),
    ],
)
def test_a_remark_is_made_readable(remark: str, said: str) -> None:
    assert readable(remark, ON) == said


@pytest.mark.parametrize(
    "remark",
    [
        "Fermé les semaines paires",
        "Ouvert le 1er samedi du mois",
        "Sur rendez-vous l'après-midi",
        "Fermeture pendant les vacances scolaires",
        "Permanence à la mairie de 9h à 12h",
    ],
)
def test_what_speaks_of_days_makes_the_week_unsure(remark: str) -> None:
    assert makes_hours_unsure(remark)


@pytest.mark.parametrize("remark", ["", "Maison du Droit.", "Prise de rendez-vous conseillée.", "Sonner à gauche."])
def test_the_rest_does_not(remark: str) -> None:
    assert not makes_hours_unsure(remark)
