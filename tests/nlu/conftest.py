"""A second look whose weights are learnt from six messages, with rankings given by hand."""

from __future__ import annotations

import pytest

from bot.nlu.labelled import Labelled
from bot.nlu.reading import read
from bot.nlu.second_look import SecondLook
from tests.nlu.rankings import by_word, is_topic

LEARNT_FROM = {
    "Quel montant ?": ("montant",),
    "Quelle demande faire ?": ("demande",),
    "Ma retraite, c'est quand ?": ("retraite",),
    "Quel montant ? Et comment faire la demande ?": ("montant", "demande"),
    "C'est quoi la retraite ? Et le montant ?": ("retraite", "montant"),
    "Bonjour à vous tous": (),
}


@pytest.fixture(scope="module")
def look() -> SecondLook:
    learning = SecondLook()
    readings = [read(text, by_word([text])[0], by_word, is_topic) for text in LEARNT_FROM]
    labels = [Labelled(text, asked, frozenset(asked)) for text, asked in LEARNT_FROM.items()]
    learning.train(readings, labels)
    return learning
