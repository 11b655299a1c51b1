"""What a message means, from rankings given by hand: distress first, several questions, follow-ups."""

from __future__ import annotations

import pytest

from bot.nlu.bands import DISTRESS, OFFER, Bands
from bot.nlu.distress import has_distress_cue
from bot.nlu.second_look import SecondLook
from bot.nlu.topic_model import Candidate, TopicModel
from bot.nlu.understanding import Before, Meaning, Understanding
from tests.nlu.rankings import INTENTS, is_topic

# The weights of these tests are learnt from six messages: they are never very sure.
BANDS = Bands(first=0.5)


class Hand(TopicModel):
    """Rankings given by hand: what the messages of these tests resemble."""

    LIKE = (
        ("retombe", {DISTRESS: 0.22, "retraite": 0.4}),
        ("disparaître", {DISTRESS: 0.9}),
        ("tout est fini", {DISTRESS: 20.0}),
        ("location", {"bonjour": 0.85}),
        ("deuxième", {"demande": 0.5, "montant": 0.3}),
        ("montant", {"montant": 0.9}),
        ("montant du montant", {"montant": 2.0}),
        ("demande", {"demande": 0.9}),
        ("retraite", {"retraite": 0.9}),
        ("vérifier", {"verifier_ma_situation": 0.9}),
    )

    def rank_all(self, texts: list[str]) -> list[list[Candidate]]:  # type: ignore[override]
        return [self._ranked(text.lower()) for text in texts]

    def _ranked(self, text: str) -> list[Candidate]:
        shares = dict.fromkeys((*INTENTS, DISTRESS, "verifier_ma_situation"), 0.01)
        named = [found for word, found in self.LIKE if word in text]
        for found in named:
            for name, share in found.items():
                shares[name] += share / len(named)
        total = sum(shares.values())
        ranked = [Candidate(name, share / total) for name, share in shares.items()]
        return sorted(ranked, key=lambda candidate: -candidate.confidence)


@pytest.fixture
def understanding(look: SecondLook) -> Understanding:
    found = Understanding(Hand(use_embedding=False), is_topic)
    found.look = look
    return found


def meaning(understanding: Understanding, text: str, before: str = "", awaited: bool = False) -> Meaning:
    return understanding.meaning(text, BANDS, Before(before, awaited))


def test_one_question(understanding: Understanding) -> None:
    found = meaning(understanding, "Quel est le montant ?")
    assert (found.intent, found.topics) == ("montant", ())
    assert found.ranking[0].topic == "montant"


def test_two_questions_in_their_order(understanding: Understanding) -> None:
    found = meaning(understanding, "Comment faire la demande ? Et quel est le montant ?")
    assert found.topics == ("demande", "montant")
    assert found.intent == "demande"


def test_distress_hides_everything_else(understanding: Understanding) -> None:
    found = meaning(understanding, "Quel montant ? Je voudrais disparaître")
    assert (found.intent, found.topics) == (DISTRESS, ())


def test_after_a_question_an_elliptic_message_is_about_it(understanding: Understanding) -> None:
    assert meaning(understanding, "et si je retombe malade ?").intent == DISTRESS
    assert meaning(understanding, "et si je retombe malade ?", "Quel est le montant ?").intent in (
        "montant",
        "retraite",
    )


@pytest.mark.parametrize("text", ["et si tout est fini ?", "c'est que tout est fini", "tout est fini"])
def test_clear_despair_after_a_question_is_still_despair(understanding: Understanding, text: str) -> None:
    assert not has_distress_cue(text)
    assert meaning(understanding, text, "Quel est le montant ?").intent == DISTRESS


def test_another_category_asks_the_last_question_again(understanding: Understanding) -> None:
    found = meaning(understanding, "et en deuxième catégorie ?", "Quel est le montant ?")
    assert (found.intent, found.category, found.topics) == ("montant", 2, ())
    assert meaning(understanding, "et en deuxième catégorie ?").intent == OFFER


def test_another_category_is_about_the_topic_that_was_answered(understanding: Understanding) -> None:
    before = Before("Quel est le montant ? Et la demande ?", topic="demande")
    found = understanding.meaning("et en deuxième catégorie ?", BANDS, before)
    assert (found.intent, found.category) == ("demande", 2)
    assert found.ranking[0].topic == "demande"


def test_what_looks_like_a_matter_for_others_may_be_about_the_last_question(understanding: Understanding) -> None:
    assert meaning(understanding, "et la location ?").intent == "bonjour"
    assert meaning(understanding, "et la location ?", "Où habitez-vous ?").intent == "bonjour"
    assert meaning(understanding, "et la location ?", "Quel est le montant du montant ?").intent == "montant"


def test_while_a_guide_waits_a_short_reply_is_not_a_follow_up(understanding: Understanding) -> None:
    assert meaning(understanding, "ma deuxième", "Quel est le montant ?").intent == "montant"
    assert meaning(understanding, "ma deuxième", "Quel est le montant ?", awaited=True).intent != "montant"


@pytest.mark.parametrize("text", ["???", ":)", "et toi ?"])
def test_what_says_nothing_is_not_a_follow_up(understanding: Understanding, text: str) -> None:
    assert meaning(understanding, text, "Quel est le montant ?").by != "context"


def test_what_decided_is_known(understanding: Understanding) -> None:
    assert meaning(understanding, "Quel est le montant ?").by == "second look"
    assert meaning(understanding, "Comment faire la demande ? Et quel est le montant ?").by == "several"
    assert meaning(understanding, "et en deuxième catégorie ?", "Quel est le montant ?").by == "context"
    assert meaning(understanding, "Je voudrais disparaître").by == "distress"


def test_nothing_can_be_learnt_without_labelled_messages() -> None:
    with pytest.raises(ValueError, match="nothing to weigh"):
        Understanding(Hand(use_embedding=False), is_topic).train(["a"], ["montant"], [])
