"""Sources, contacts and forms: whole, reachable, and honest about what was not read again."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

import pytest
import yaml

from bot.answers.markdown import blocks
from bot.answers.message import Source
from bot.answers.plain_text import block_text
from bot.answers.registry import Contact, Form, registry
from bot.settings import CONTENT

KNOWN = registry()
OFFICIAL = (".gouv.fr", ".ameli.fr", "service-public.fr", "cramif.fr", "cleiss.fr", "msa.fr", "monespacesante.fr",
            "lassuranceretraite.fr", ".ameli-cpam21.fr", ".securite-sociale.fr", ".francetravail.org",
            ".pole-emploi.fr", "info-retraite.fr")  # fmt: skip


@pytest.mark.parametrize("source", KNOWN.sources.values(), ids=list(KNOWN.sources))
def test_a_source_has_a_title_an_official_address_and_the_day_it_was_read(source: Source) -> None:
    address = urlsplit(source.url)
    assert source.title.strip()
    assert address.scheme == "https"
    assert (address.hostname or "").endswith(OFFICIAL)
    assert source.date is None or source.date <= source.seen


def test_no_id_is_given_twice() -> None:
    sources = yaml.safe_load((CONTENT / "sources.yaml").read_text(encoding="utf-8"))
    assert len(KNOWN.sources) == len(sources["pages"]) + len(sources["articles"])
    # YAML itself silently keeps the last of two equal keys.
    for name in ("sources", "contacts", "forms"):
        lines = (CONTENT / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
        indent = "  " if name == "sources" else ""
        keys = [line.split(":")[0] for line in lines if line.startswith(indent) and line[len(indent) :][:1].isalpha()]
        assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("contact", KNOWN.contacts.values(), ids=list(KNOWN.contacts))
def test_a_contact_can_be_reached(contact: Contact) -> None:
    assert contact.name.strip()
    assert contact.phone or contact.url
    assert not contact.url or contact.url.startswith("https://")


@pytest.mark.parametrize(("contact", "phone"), [("suicide", "3114"), ("samu", "15"), ("urgences", "112")])
def test_the_numbers_that_save_lives_are_right(contact: str, phone: str) -> None:
    assert KNOWN.contacts[contact].phone == phone


def test_the_number_for_the_deaf_is_right() -> None:
    assert KNOWN.contacts["urgence_sourds"].phone == "114"


def test_a_verified_form_is_named_with_its_number() -> None:
    form = Form("Demande inventée", "Cerfa 00000*01", "verified", ())
    assert str(form) == "« Demande inventée » (Cerfa 00000\\*01)"


def test_the_star_of_a_form_number_is_shown_as_it_is() -> None:
    form = Form("Demande", "00000*01", "verified", ())
    assert block_text(blocks(f"{form} et {form}")[0]).count("00000*01") == 2


def test_a_form_not_read_again_carries_a_reservation() -> None:
    assert str(Form("Demande inventée", "S0000", "inferred", ())).endswith("(S0000, version à vérifier)")


def test_every_form_is_complete() -> None:
    assert all(form.title and form.number and form.facts for form in KNOWN.forms.values())
