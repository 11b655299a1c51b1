"""Identifiers are masked at the door; sums, dates, hours and post codes that the rules need are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.redaction import iban_key_is_right, nir_key_is_right, redact

NIR, IBAN, PHONE, EMAIL = (
    "numéro de Sécurité sociale",
    "compte bancaire",
    "numéro de téléphone",
    "adresse électronique",
)
quick = settings(max_examples=200, deadline=None, database=None)


def nir(body: str) -> str:
    """An invented number with its key: 97 less the remainder, Corsica counting as 19 (2A) and 18 (2B)."""
    counted = body.upper().replace("2A", "19").replace("2B", "18")
    return f"{body}{97 - int(counted) % 97:02d}"


def iban(country: str, account: str) -> str:
    """An invented account with its key (ISO 13616)."""
    moved = "".join(str(int(char, 36)) for char in f"{account}{country}00")
    return f"{country}{98 - int(moved) % 97:02d}{account}"


def wrong_key(number: str) -> str:
    return f"{number[:-2]}{(int(number[-2:]) % 97) + 1:02d}"


def grouped(number: str, *sizes: int, by: str = " ") -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return by.join(parts)


# Nobody's numbers: commune 999 or 990 does not exist.
BODIES = ["1850399999001", "2991299990123", "785032A999001", "199072B999999"]
ACCOUNT = iban("FR", "99999999990000000000X99")


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("separator", ["", " ", ".", "-", "\u00a0", "\u202f"])
def test_a_social_security_number_is_masked_with_its_key_and_without(body: str, separator: str) -> None:
    whole = grouped(nir(body), 1, 2, 2, 2, 3, 3, 2, by=separator)
    bare = grouped(body, 1, 2, 2, 2, 3, 3, by=separator)
    for written in (whole, bare, whole.lower()):
        masked = redact(f"mon numéro est {written}, merci")
        assert masked.text == f"mon numéro est [{NIR}], merci"
        assert masked.found == (NIR,)


@pytest.mark.parametrize("body", BODIES)
def test_the_key_decides(body: str) -> None:
    assert nir_key_is_right(nir(body))
    assert not nir_key_is_right(wrong_key(nir(body)))
    assert not nir_key_is_right(body)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("separator", ["", " "])
def test_fifteen_digits_whose_key_is_wrong_are_another_number_and_are_kept(body: str, separator: str) -> None:
    text = f"dossier {grouped(wrong_key(nir(body)), 1, 2, 2, 2, 3, 3, 2, by=separator)} reçu"
    assert redact(text).text == text
    assert redact(text).found == ()


def test_a_number_without_key_is_masked_even_before_another_number() -> None:
    assert redact(f"{BODIES[0]} 62 ans").text == f"[{NIR}] 62 ans"
    assert redact(f"{BODIES[0]} 600 heures").text == f"[{NIR}] 600 heures"


@quick
@given(
    st.from_regex(r"[12][0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[1-8][0-9]|9[0-5]|2A|2B)[0-9]{6}", fullmatch=True),
    st.sampled_from(["", " ", "-"]),
)
def test_no_digit_of_a_social_security_number_remains(body: str, separator: str) -> None:
    masked = redact(f"voici : {grouped(nir(body), 1, 2, 2, 2, 3, 3, 2, by=separator)}.")
    assert masked.text == f"voici : [{NIR}]."


@pytest.mark.parametrize(
    "written",
    [
        ACCOUNT,
        ACCOUNT.lower(),
        grouped(ACCOUNT, 4, 4, 4, 4, 4, 4, 3),
        grouped(ACCOUNT, 4, 4, 4, 4, 4, 4, 3, by="\u00a0"),
        grouped(ACCOUNT, 4, 4, 4, 4, 4, 4, 3, by="-"),
        iban("BE", "999999999999"),
        iban("DE", "999999999999999999"),
        grouped(iban("ES", "99999999999999999999"), 4, 4, 4, 4, 4, 4),
    ],
)
@pytest.mark.parametrize("after", ["", ".", ".Merci", " merci", " pour moi", " 2 500 €"])
def test_a_bank_account_is_masked_whatever_follows(written: str, after: str) -> None:
    assert redact(f"mon IBAN : {written}{after}").text == f"mon IBAN : [{IBAN}]{after}"


def test_two_bank_accounts_are_both_masked() -> None:
    first = grouped(iban("BE", "999999999999"), 4, 4, 4, 4)
    assert redact(f"{first} {grouped(ACCOUNT, 4, 4, 4, 4, 4, 4, 3)}").text == f"[{IBAN}] [{IBAN}]"


def test_words_that_look_like_the_start_of_an_account_do_not_hide_the_real_one() -> None:
    account = grouped(ACCOUNT, 4, 4, 4, 4, 4, 4, 3)
    assert redact(f"le no12 mars 2024 {account}").text == f"le no12 mars 2024 [{IBAN}]"


def test_an_account_whose_key_is_wrong_is_kept() -> None:
    wrong = f"FR{(int(ACCOUNT[2:4]) % 97) + 1:02d}{ACCOUNT[4:]}"
    assert iban_key_is_right(ACCOUNT)
    assert not iban_key_is_right(wrong)
    assert redact(f"réf {wrong}").text == f"réf {wrong}"


@pytest.mark.parametrize(
    "written",
    [
        # Numbers kept for fiction by the telephone regulator (01 99 00, 06 39 98…).
        "0639981234", "06 39 98 12 34", "06.39.98.12.34", "06-39-98-12-34", "06/39/98/12/34",
        "01\u00a099\u00a000\u00a012\u00a034", "0639 98 12 34", "0639 981 234",
        "+33639981234", "+33 6 39 98 12 34", "+33 (0)6 39 98 12 34", "+33 639 981 234", "+330639981234",
        "0033 6 39 98 12 34", "+262 639 98 12 34", "+32 470 99 99 99", "+41799999999",
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", ".", " merci", " 75011 Paris"])
def test_a_telephone_number_is_masked(written: str, after: str) -> None:
    masked = redact(f"appelez le {written}{after}")
    assert masked.text == f"appelez le [{PHONE}]{after}"
    assert masked.found == (PHONE,)


@pytest.mark.parametrize(
    "written", ["jean.dupont@exemple.fr", "j+d_1@mail.exemple-site.com", "J.DUPONT@EXEMPLE.FR", "a@b.co.uk"]
)
def test_an_e_mail_address_is_masked_and_the_stop_is_kept(written: str) -> None:
    assert redact(f"écrivez à {written}.").text == f"écrivez à [{EMAIL}]."


def test_each_kind_is_told_once() -> None:
    masked = redact(f"a@b.fr, c@d.fr, 06 39 98 12 34 et {nir(BODIES[0])}")
    assert masked.found == (EMAIL, NIR, PHONE)
    assert masked.text == f"[{EMAIL}], [{EMAIL}], [{PHONE}] et [{NIR}]"


@pytest.mark.parametrize(
    "text",
    [
        "J'ai gagné 22 878,10 € puis 23 649,50 € et 1 200 000 euros",
        "1500 1600 1700 1800 1900 2000 euros par mois",
        "environ 1.234.567,89 euros",
        "né le 05/12/1975 à 75011 Paris, arrêt le 10.06.2024",
        "arrêt le 01-02-2024 10 h, reprise le 2024-03-04 08:30",
        "né le 05 12 1975 75 kilos",
        "en 09 2023 1500 euros, en 10 2023 1600 euros",
        "du 05.12.24-08.01.25 et 01/02/24 03/04/25",
        "1 607 heures par an, 35 heures, 151,67 h par mois, 600 h",
        "je vis à 01000 Bourg-en-Bresse, 20000 Ajaccio, 97400 Saint-Denis",
        "appelez le 3646, le 15 ou le 114",
        "formulaire Cerfa 11174*05, S4150",
        "né en 1964, 62 ans, catégorie 2, 30 %",
        "SIRET 362 521 879 00034",
        "@moi et toi@",
    ],
)
def test_what_the_rules_need_is_left_alone(text: str) -> None:
    assert redact(text).text == text
    assert redact(text).found == ()


@quick
@given(st.lists(st.integers(0, 3_000_000), min_size=1, max_size=4), st.sampled_from([" ", "\u202f", "\u00a0", "", "."]))
def test_sums_are_never_masked(sums: list[int], thousands: str) -> None:
    text = " euros, puis ".join(f"{value:,}".replace(",", thousands) for value in sums)
    assert redact(text).found == ()


@quick
@given(
    st.dates(date(1930, 1, 1), date(2035, 12, 31)),
    st.dates(date(1930, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d", "%d%m%Y", "%m/%Y", "%d/%m/%y"]),
    st.integers(0, 2000),
)
def test_dates_followed_by_hours_are_never_masked(start: date, end: date, form: str, hours: int) -> None:
    text = f"du {start.strftime(form)} au {end.strftime(form)} {hours} heures"
    assert redact(text).found == ()


@quick
@given(st.text(alphabet="0123456789 .-+/@aFR€,", max_size=60))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once
