"""Privacy and accessibility, as the law wants them said."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from bot.channels.sessions import FORGET_AFTER_SECONDS
from bot.channels.website.pages.operated_by import Operator, operator_set
from bot.channels.website.pages.render import accessibility_page, conversation_page, privacy_page
from bot.settings import ROOT, SettingError
from tests.channels.website.pages.reading import HOSTILE, Page, check_whole

KNOWN = Operator(
    "Association Exemple", "aide.exemple.fr", "aide@exemple.fr", "https://exemple.fr/contact", "1 rue, 23000 Guéret",
    "dpo@exemple.fr", "votre accord explicite", "Hébergeur Exemple", "gardés une semaine.", "https://exemple.fr/plan",
    date(2026, 11, 1), date(2026, 11, 21),
)  # fmt: skip
TO_FILL = "à indiquer par le responsable du service"
CRITERIA = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)  # of the RGAA 4.1, in each of its thirteen themes
GRID = (ROOT / "docs" / "rgaa.md").read_text("utf-8")


def evaluated() -> dict[str, str]:
    """The state of each criterion, by its number, as the grid has it; without what WCAG 2.2 adds."""
    rows = re.findall(r"^\| (\d+\.\d+) [^|]+ \| (\w+) \| [^|]+ \|$", GRID, re.MULTILINE)
    return dict(rows)


@pytest.mark.parametrize("write", [privacy_page, accessibility_page])
def test_what_the_operator_did_not_set_is_said_to_be_missing(write: Callable[[Operator], str]) -> None:
    assert TO_FILL in check_whole(write(Operator())).text.replace("\u00a0", " ")
    page = check_whole(write(KNOWN))
    assert TO_FILL not in page.text
    assert "Association Exemple" in page.text
    assert {"mailto:aide@exemple.fr", "https://exemple.fr/contact"} <= set(page.links)


@pytest.mark.parametrize("write", [privacy_page, accessibility_page])
def test_settings_are_words_too(write: Callable[[Operator], str]) -> None:
    page = check_whole(write(Operator(*[HOSTILE] * 10)))
    own = ("https://www.cnil.fr/", "https://www.defenseurdesdroits.fr/")
    followed = [link for link in page.links if link.startswith(("https:", "mailto:", "javascript:"))]
    assert [link for link in followed if not link.startswith(own)] == []


def test_the_accessibility_statement_has_the_parts_of_the_model_in_their_order() -> None:
    page = Page(accessibility_page(KNOWN))
    assert page.of("h2") == [
        "État de conformité", "Contenus non accessibles", "Établissement de cette déclaration d'accessibilité",
        "Retour d'information et contact", "Voies de recours",
    ]  # fmt: skip
    assert page.of("h3") == [
        "Résultats des tests", "Non-conformités", "Dérogations pour charge disproportionnée",
        "Contenus non soumis à l'obligation d'accessibilité", "Technologies utilisées",
    ]  # fmt: skip
    assert "établie le 1er novembre 2026. Elle a été mise à jour le 21 novembre 2026." in page.text
    assert "https://exemple.fr/plan" in page.links


def test_without_an_audit_the_service_says_that_it_does_not_conform() -> None:
    page = Page(accessibility_page(KNOWN))
    assert "non conforme" in page.of("strong")
    assert "non conforme" in page.of("title")[0]
    assert "%" not in page.text


def test_the_grid_has_every_criterion_once_in_order() -> None:
    rows = re.findall(r"^\| (\d+\.\d+) ", GRID, re.MULTILINE)
    assert rows == [f"{theme}.{rank}" for theme, count in enumerate(CRITERIA, 1) for rank in range(1, count + 1)]
    assert list(evaluated()) == rows
    assert set(evaluated().values()) == {"C", "NC", "NA", "NT"}


def test_the_statement_says_what_the_grid_found() -> None:
    page = Page(accessibility_page(KNOWN))
    found = Counter(evaluated().values())
    words = {
        "C": "sont respectés",
        "NC": "ne sont pas respectés",
        "NT": "ne peuvent être vérifiés",
        "NA": "sont sans objet",
    }
    for state, said in words.items():
        assert f"{found[state]} {said}" in page.text.replace("\u00a0", " ")
    named = re.findall(r"\((?:critère\s)?(\d+\.\d+)\)", page.text)
    assert sorted(named) == sorted(number for number, state in evaluated().items() if state in ("NC", "NT"))


def test_the_state_of_conformity_stands_on_every_page() -> None:
    for html in (conversation_page([]), privacy_page(), accessibility_page()):
        footer = html.partition("<footer>")[2]
        assert '<a href="accessibilite"' in footer
        assert "Accessibilité&nbsp;: non conforme" in footer
        assert '<a href="confidentialite"' in footer
        assert footer.count('aria-current="page"') == 1


def test_the_delay_told_is_that_of_the_sessions() -> None:
    assert FORGET_AFTER_SECONDS == 2 * 60 * 60
    assert "deux heures de silence" in Page(privacy_page()).text
    assert "vous attend deux heures" in Page(conversation_page([])).text


@pytest.mark.parametrize(
    "subject",
    ["Qui est responsable", "Des données sur votre santé", "Ce qui est gardé, et combien de temps", "Le cookie",
     "Votre position", "Qui d'autre reçoit vos données", "Comment tout effacer", "Vos droits"],
)  # fmt: skip
def test_the_privacy_notice_tells_each_subject(subject: str) -> None:
    assert subject in Page(privacy_page()).of("h2")


def test_the_operator_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if "_OPERATOR_" in name or "_ACCESSIBILITY_" in name]:
        monkeypatch.delenv(name)
    assert operator_set() == Operator()
    monkeypatch.setenv("ASSISTANT_OPERATOR_NAME", "  Association\nExemple ")
    monkeypatch.setenv("ASSISTANT_ACCESSIBILITY_STATED_ON", "2026-11-01")
    assert operator_set() == Operator("Association Exemple", stated_on=date(2026, 11, 1))
    assert "Service proposé par Association Exemple." in Page(conversation_page([])).text
    monkeypatch.setenv("ASSISTANT_ACCESSIBILITY_STATED_ON", "hier")
    with pytest.raises(SettingError, match="ASSISTANT_ACCESSIBILITY_STATED_ON"):
        operator_set()
