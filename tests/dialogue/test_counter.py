"""What an agent can do for a need, what to bring, and the other doors."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.person import VALUES, Person
from bot.answers.plain_text import block_text
from bot.cli.content_checks import literal_figures
from bot.dialogue.counter import (
    at_home_in,
    at_the_counter,
    contacts_of,
    counter_words,
    need_of,
    other_doors,
    topic_of_words,
)
from bot.dialogue.guides import guides
from bot.directory.communes.gazetteer import place_of_insee
from bot.directory.communes.place import Place

ON = date(2026, 11, 22)
GUERET, MONTREUIL, MELUN, CAYENNE, MAMOUDZOU, PAPEETE = "23096", "93048", "77288", "97302", "97611", "98735"


def place(insee: str) -> Place:
    found = place_of_insee(insee)
    assert found is not None
    return found


def doors(insee: str, **facts: object) -> str:
    person = at_home_in(place(insee), Person(**facts))  # type: ignore[arg-type]
    return " ".join(block_text(block) for block in other_doors(place(insee), person, ON))


@pytest.mark.parametrize(
    ("topics", "words"),
    [
        (["declaration_comment"], "déclaration de ressources"),
        (["compte_ameli"], "compte ameli"),
        (["mon_espace_sante_complement_dossier"], "numériser"),
        (["refus_recours", "declaration_comment"], "lettre de la caisse"),
        (["definition", "asi"], "allocation supplémentaire"),
        ([], "démarches en ligne"),
        (["definition"], "démarches en ligne"),
    ],
)
def test_the_last_thing_spoken_of_says_what_the_agent_can_do(topics: list[str], words: str) -> None:
    helps, brings = at_the_counter(topics, Person(), ON)
    assert words in block_text(helps)
    assert "gratuit" in block_text(helps)
    assert need_of(topics).bring in block_text(brings)
    assert "pièce d'identité" in block_text(brings)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("qui peut m'aider à faire le recours près de moi", "refus_recours"),
        ("un france services pour ma déclaration", "ressources_a_declarer"),
        ("pour scanner des papiers", "mon_espace_sante_complement_dossier"),
        ("bonjour", ""),
    ],
)
def test_the_words_of_the_request_name_the_need(text: str, topic: str) -> None:
    assert topic_of_words(text) == topic


def test_what_the_agent_does_depends_on_the_account() -> None:
    without, having = (block_text(at_the_counter(["compte_ameli"], Person(account=a), ON)[0]) for a in (False, True))
    assert "créer votre compte" in without
    assert "créer" not in having


def test_needs_name_topics_that_exist_and_those_of_all_guides() -> None:
    named = [topic for need in counter_words().needs for topic in need.topics]
    assert all(catalogue().is_topic(topic) for topic in named)
    assert len(named) == len(set(named))
    assert counter_words().needs[-1].topics == ()


def test_no_figure_is_written_in_clear() -> None:
    words = counter_words()
    texts = [words.free, words.bring, words.doors, *(text for need in words.needs for text in (need.helps, need.bring))]
    assert [figure for text in texts for figure in literal_figures(text)] == []


@pytest.mark.parametrize(
    ("insee", "fund"),
    [(GUERET, "CPAM (Creuse)"), (MELUN, "CPAM (Seine-et-Marne)"), (CAYENNE, "CGSS (Guyane)"), (MAMOUDZOU, "CSSM")],
)
def test_the_fund_of_the_place_is_named_in_principle(insee: str, fund: str) -> None:
    assert fund in doors(insee)
    assert "en principe" in doors(insee)


def test_in_ile_de_france_it_is_the_cramif() -> None:
    assert "la Cramif, et non la CPAM" in doors(MONTREUIL)
    assert contacts_of(at_home_in(place(MONTREUIL), Person()))[0].name.startswith("Cramif")


def test_where_the_fund_is_not_known_none_is_named() -> None:
    assert "CPAM" not in doors(PAPEETE)
    assert "ameli" not in doors(PAPEETE)
    assert contacts_of(at_home_in(place(PAPEETE), Person())) == ()


def test_the_doctor_is_not_named_to_other_schemes() -> None:
    assert "médecin-conseil" in block_text(at_the_counter([], Person(), ON)[0])
    assert "médecin-conseil" not in block_text(at_the_counter([], Person(scheme="civil_servant"), ON)[0])


def test_farming_has_its_own_fund_everywhere() -> None:
    assert "MSA (Creuse)" in doors(GUERET, scheme="agri_employee")
    assert "Mon espace privé" in doors(GUERET, scheme="agri_self_employed")
    assert [one.name for one in contacts_of(at_home_in(place(GUERET), Person(scheme="agri_employee")))] == [
        "MSA (régime agricole)"
    ]


def test_overseas_farming_has_the_fund_of_everybody() -> None:
    assert "CGSS (Guyane)" in doors(CAYENNE, scheme="agri_employee")
    assert "MSA" not in doors(CAYENNE)


def test_who_has_not_said_the_scheme_hears_of_the_msa() -> None:
    assert "Au régime agricole, c'est la MSA" in doors(GUERET)
    assert "MSA" not in doors(GUERET, scheme="general_employee")


def test_without_an_account_no_messaging_is_offered() -> None:
    assert "messagerie" in doors(GUERET)
    assert "messagerie" not in doors(GUERET, account=False)


@pytest.mark.parametrize("scheme", ["civil_servant", "special_scheme"])
def test_other_schemes_are_sent_to_their_own_fund(scheme: str) -> None:
    assert "caisse de votre régime" in doors(GUERET, scheme=scheme)
    assert "CPAM" not in doors(GUERET, scheme=scheme)


def test_everybody_hears_something_everywhere() -> None:
    for insee in (GUERET, MONTREUIL, CAYENNE, MAMOUDZOU, PAPEETE):
        for scheme in VALUES["scheme"]:
            for account in (None, True, False):
                assert doors(insee, scheme=scheme, account=account)


def test_every_guide_leads_to_a_need_of_its_own() -> None:
    general = {"france_services", "cumul_salaire", "montant_calcul"}
    for guide in guides().values():
        assert need_of([guide.topic]).topics or guide.topic in general, guide.id
