"""The trace says why, without a word of the message."""

from __future__ import annotations

import json
import pickle

import pytest

from bot.cli.chat import trace_line
from bot.nlu.bands import Bands
from bot.nlu.reading import read
from bot.nlu.second_look import SecondLook
from bot.nlu.stored import FORMAT, OtherVersionError, from_bytes
from bot.nlu.trace import traced
from bot.nlu.understanding import Meaning
from tests.nlu.rankings import by_word, is_topic


def a_meaning(look: SecondLook, text: str) -> Meaning:
    whole = by_word([text])[0]
    reading = read(text, whole, by_word, is_topic)
    asked = look.judge(reading)
    topics = Bands(answer=0.3, beside=0.3).several(asked)
    return Meaning(asked[0].topic, asked[0].probability, whole, topics, by="several", reading=reading, asked=asked)


def test_no_word_of_the_message_is_in_the_trace(look: SecondLook) -> None:
    said = json.dumps(traced(a_meaning(look, "Quel montant pour Gaspard ? Et ma demande à Guéret ?")))
    assert "Gaspard" not in said
    assert "Guéret" not in said


def test_the_line_names_what_decided_the_clauses_and_the_clues(look: SecondLook) -> None:
    found = a_meaning(look, "Quel montant ? Et comment faire la demande ?")
    ranking = [{"name": c.topic, "confidence": c.confidence} for c in found.ranking]
    line = trace_line(
        {"intent": {"name": found.intent}, "intent_ranking": ranking, "topics": found.topics, "trace": traced(found)}
    )
    assert "décidé par plusieurs questions" in line
    assert "morceaux : montant" in line
    assert "indices : " in line


def test_a_model_of_another_version_is_refused() -> None:
    with pytest.raises(OtherVersionError):
        from_bytes(pickle.dumps((FORMAT - 1, None)))
