"""Where one question ends and the next begins, whatever the punctuation."""

from __future__ import annotations

import pytest

from bot.nlu.clauses import asks, clauses


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Bonjour. Combien vais-je toucher ?", ["Bonjour.", "Combien vais-je toucher ?"]),
        ("c koi la cat 1 et cmt on demande", ["c koi la cat 1", "cmt on demande"]),
        ("quels papiers et jusqua quand je peux deposer", ["quels papiers", "jusqua quand je peux deposer"]),
        ("Peut-on refuser, et est-ce que les IJ s'arrêtent ?", ["Peut-on refuser", "est-ce que les IJ s'arrêtent ?"]),
        ("je déménage faut prévenir qui autre chose comment changer mon rib",
         ["je déménage faut prévenir qui", "autre chose comment changer mon rib"]),
        ("mon mari et moi vivons à Brest", ["mon mari et moi vivons à Brest"]),
        ("j'ai travaillé en 2019, 2020 et 2021", ["j'ai travaillé en 2019, 2020 et 2021"]),
        ("", []),
        ("?!", []),
    ],
)  # fmt: skip
def test_a_message_is_cut_where_a_new_question_opens(text: str, pieces: list[str]) -> None:
    assert clauses(text) == pieces


@pytest.mark.parametrize(
    "text", ["c'est combien ?", "cmt on demande", "fo il prevenir la caisse", "et est-ce que ça baisse"]
)
def test_what_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["bonjour", "mon arrêt dure depuis trois ans", "j'habite à Brest", "merci beaucoup"])
def test_what_only_tells(text: str) -> None:
    assert not asks(text)
