"""The page to print, read back as a browser would."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bot.answers.figures import ShownFigure
from bot.answers.message import Block, Contact, Message, PlaceCard, Source, Span, paragraph
from bot.answers.pictures.curve import cumul_curve
from bot.answers.take_away.summary import Summary, policy, summary_page

MADE_ON = date(2026, 11, 21)
CURVE = [(Decimal(0), Decimal(800)), (Decimal(2000), Decimal(2400))]
FUND = Contact("Assurance maladie", "https://www.ameli.fr", "36 46", "service gratuit", "+33 1 84 90 36 46")
MESSAGE = Message(
    "verdict",
    (
        paragraph("D'après vos réponses, tout semble rempli."),
        Block("heading", ((Span("Le détail"),),)),
        Block("list", ((Span("Âge : ", strong=True), Span("vous avez moins de 62 ans.")),)),
        Block("numbered", ((Span("D'abord."),), (Span("Ensuite."),))),
    ),
    title="Les conditions semblent remplies",
    figures=(ShownFigure("Minimum", "338,31 €", date(2026, 4, 1), "uncertain", "css"),),
    sources=(Source("CSS, article L341-1", "https://www.legifrance.gouv.fr/a?b=1&c=2", date(2016, 1, 1), MADE_ON),),
    contacts=(FUND,),
    places=(PlaceCard("France services de Guéret", ("1 rue", "23000 Guéret"), telephone="05 55 00 00 00"),),
    closing=(paragraph("Appelez avant de vous déplacer."),),
)
SUMMARY = Summary(
    "Mon récapitulatif",
    MADE_ON,
    (("Votre régime", "Salarié du privé"),),
    MESSAGE,
    (("Dernier jour pour demander", "5 mars 2027"),),
    cumul_curve(CURVE, None, CURVE[1]),
)
_VOID = {"meta", "link", "img", "br", "hr", "input"}
_LOADED = {"src", "srcset", "action", "formaction", "data", "poster", "background", "style", "xlink:href"}


class Page(HTMLParser):
    """Elements with their attributes, words by element, and elements closed as they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._open[-1] if self._open else "", " ".join(data.split())))

    def of(self, *tags: str) -> list[str]:
        return [text for tag, text in self.words if tag in tags]

    @property
    def text(self) -> str:
        return " ".join(text for tag, text in self.words if tag != "style")


PAGE = Page(summary_page(SUMMARY))


def test_the_page_is_whole_and_in_french() -> None:
    html = summary_page(SUMMARY)
    assert html.lstrip().startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert ("html", {"lang": "fr"}) in PAGE.elements
    assert PAGE.of("title")[0] == "Mon récapitulatif"
    assert ("meta", {"charset": "utf-8"}) in PAGE.elements


def test_headings_come_in_order_without_a_gap() -> None:
    assert PAGE.of("h1") == ["Mon récapitulatif"]
    assert PAGE.of("h2") == [
        "Ce que j'ai indiqué", "Résultat", "Votre salaire et votre pension, par mois", "Dates",
        "Sources", "Contacts", "Mes notes",
    ]  # fmt: skip
    levels = [int(tag[1]) for tag, _ in PAGE.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_is_loaded_and_nothing_acts() -> None:
    tags = {tag for tag, _ in PAGE.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
    for tag, attributes in PAGE.elements:
        assert not _LOADED & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert "href" not in attributes or (tag == "a" and str(attributes["href"]).startswith(("https://", "tel:")))
    style = " ".join(PAGE.of("style"))
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_lets_only_the_style_of_the_page() -> None:
    html = summary_page(SUMMARY)
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy()
    assert policy().startswith("default-src 'none';")
    declared = [a["content"] for _, a in PAGE.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert declared == [policy()]


def test_it_says_that_it_decides_nothing_and_can_be_shown() -> None:
    assert "Ce document est une information, pas une décision." in PAGE.text
    assert "Seule la caisse décide." in PAGE.text
    assert "un conseiller France services" in PAGE.text
    assert "Fait le 21 novembre 2026." in PAGE.text


@pytest.mark.parametrize(
    "words",
    [
        "Votre régime Salarié du privé",
        "Les conditions semblent remplies D'après vos réponses, tout semble rempli. Le détail Âge : vous avez moins",
        "D'abord. Ensuite.",
        "Minimum : 338,31 €, depuis le 1er avril 2026 (à vérifier auprès de votre caisse)",
        "France services de Guéret 1 rue 23000 Guéret Téléphone : 05 55 00 00 00 Appelez avant de vous déplacer.",
        "Dernier jour pour demander 5 mars 2027",
        "CSS, article L341-1, 1er janvier 2016 : https://www.legifrance.gouv.fr/a?b=1&c=2 (lu le 21 novembre 2026)",
        "Assurance maladie : 36 46 (service gratuit), depuis l'étranger +33 1 84 90 36 46 , https://www.ameli.fr",
    ],
)
def test_all_that_was_given_is_there(words: str) -> None:
    assert words in PAGE.text


def test_the_picture_comes_with_its_words_and_its_table() -> None:
    assert SUMMARY.picture is not None
    assert SUMMARY.picture.svg in summary_page(SUMMARY)
    assert " ".join(SUMMARY.picture.description.split()) in PAGE.of("p")
    cells = [[" ".join(cell.split()) for cell in row] for row in SUMMARY.picture.rows]
    assert PAGE.of("th") == [*SUMMARY.picture.columns, *(first for first, *_ in cells)]
    assert PAGE.of("td") == [cell for _, *others in cells for cell in others]


def test_numbers_can_be_called_and_a_body_is_named_once() -> None:
    addresses = [attributes["href"] for tag, attributes in PAGE.elements if tag == "a"]
    assert {"tel:3646", "tel:+33184903646", "tel:0555000000"} <= set(addresses)
    assert PAGE.text.count("Assurance maladie") == 1


def test_what_there_is_nothing_of_has_no_heading() -> None:
    page = Page(summary_page(Summary("Titre", MADE_ON, (), Message("verdict", (paragraph("Texte."),)))))
    assert page.of("h2") == ["Résultat", "Mes notes"]
    assert not any(tag in {"svg", "table", "dl", "ul"} for tag, _ in page.elements)


HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(1)> & {{ 7 * 7 }}"


def test_words_are_never_anything_else_than_words() -> None:
    spans = ((Span(HOSTILE, strong=True), Span(HOSTILE)),)
    blocks = (Block("paragraph", spans), Block("heading", spans), Block("list", spans))
    message = Message(
        "verdict", blocks, title=HOSTILE, figures=(ShownFigure(HOSTILE, HOSTILE, MADE_ON, HOSTILE, HOSTILE),),
        sources=(Source(HOSTILE, HOSTILE, None, MADE_ON),),
        contacts=(Contact(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        places=(PlaceCard(HOSTILE, (HOSTILE,), HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, HOSTILE),),
    )  # fmt: skip
    page = Page(summary_page(Summary(HOSTILE, MADE_ON, ((HOSTILE, HOSTILE),), message, ((HOSTILE, HOSTILE),))))
    assert not {tag for tag, _ in page.elements} & {"script", "img", "a"}
    assert page.text.count("{{ 7 * 7 }}") >= 20


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://www.ameli.fr", "//www.ameli.fr", "data:text/html,x", ""]
)
def test_an_address_that_is_not_safe_is_not_followed(url: str) -> None:
    message = Message("verdict", sources=(Source("Page", url, None, MADE_ON),))
    page = Page(summary_page(Summary("Titre", MADE_ON, (), message)))
    assert not any(tag == "a" for tag, _ in page.elements)
    assert url in page.text
