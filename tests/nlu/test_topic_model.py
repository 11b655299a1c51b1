"""The topic model on a tiny data set of its own, with and without the sentence embedding."""

from __future__ import annotations

import math
import pickle

import pytest

from bot.nlu.embedding import load_embedding
from bot.nlu.topic_model import TopicModel

EXAMPLES = {
    "montant": """
        combien vais-je toucher
        quel est le montant de la pension
        calcul du montant de ma pension
        combien d'euros par mois
        à combien s'élève la pension
        la pension fait combien
    """,
    "declaration": """
        comment déclarer mes ressources
        je dois faire ma déclaration de ressources
        où déclarer mes revenus
        déclaration de ressources en ligne
        déclarer mes revenus sur internet
        ma déclaration de ressources du mois
    """,
    "meteo": """
        quel temps fait-il demain
        va-t-il pleuvoir ce week-end
        la météo de lyon
        il neige à grenoble
        y aura-t-il du soleil demain
        quel temps à brest ce week-end
    """,
}
TEXTS = [line.strip() for lines in EXAMPLES.values() for line in lines.strip().splitlines()]
LABELS = [topic for topic, lines in EXAMPLES.items() for _ in lines.strip().splitlines()]


@pytest.fixture(scope="module", params=[False, True], ids=["words only", "with embedding"])
def model(request: pytest.FixtureRequest) -> TopicModel:
    if request.param and load_embedding() is None:
        pytest.skip("the sentence embedding is not installed")
    trained = TopicModel(use_embedding=request.param)
    trained.train(TEXTS, LABELS)
    return trained


def test_new_wordings_go_to_their_topic(model: TopicModel) -> None:
    assert model.rank("le montant de la pension par mois, c'est combien ?")[0].topic == "montant"
    assert model.rank("JE VEUX FAIRE LA DECLARATION DE MES RESSOURCES")[0].topic == "declaration"
    assert model.rank("météo de demain : du soleil ?")[0].topic == "meteo"


@pytest.mark.parametrize("text", ["combien", "zzzz qqqq", "", "👍", "ressources " * 200])
def test_confidences_are_probabilities_in_order(model: TopicModel, text: str) -> None:
    ranking = model.rank(text)
    confidences = [candidate.confidence for candidate in ranking]
    assert {candidate.topic for candidate in ranking} == set(EXAMPLES)
    assert math.isclose(sum(confidences), 1.0, abs_tol=1e-9)
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in confidences)


def test_accents_and_case_do_not_change_the_topic(model: TopicModel) -> None:
    written, shouted = model.rank("déclaration de ressources"), model.rank("DECLARATION DE RESSOURCES")
    assert written[0].topic == shouted[0].topic == "declaration"


def test_several_texts_are_ranked_as_one_by_one(model: TopicModel) -> None:
    together = model.rank_all(["combien", "la météo"])
    for ranking, text in zip(together, ["combien", "la météo"], strict=True):
        alone = model.rank(text)
        assert [c.topic for c in ranking] == [c.topic for c in alone]
        assert ranking[0].confidence == pytest.approx(alone[0].confidence, abs=1e-5)


def test_a_stored_model_ranks_as_before(model: TopicModel) -> None:
    again: TopicModel = pickle.loads(pickle.dumps(model))
    assert again.rank("où déclarer") == model.rank("où déclarer")


def test_training_twice_gives_the_same_model() -> None:
    first, second = TopicModel(use_embedding=False), TopicModel(use_embedding=False)
    first.train(TEXTS, LABELS)
    second.train(TEXTS, LABELS)
    assert first.rank("le montant") == second.rank("le montant")


def test_the_temperature_is_learned_on_held_out_examples() -> None:
    """Labels that words cannot explain must not leave the model sure of itself."""
    noise = TopicModel(use_embedding=False)
    noise.train(TEXTS, ["pile", "face"] * (len(TEXTS) // 2))
    assert noise.rank("le montant")[0].confidence < 0.75


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["un", "deux", "trois"], ["seul"] * 3),
        (["un", "deux", "trois", "quatre"], ["a", "a", "a", "b"]),
    ],
    ids=["one topic", "a topic with a single example"],
)
def test_data_too_small_to_calibrate_is_refused(texts: list[str], labels: list[str]) -> None:
    with pytest.raises(ValueError):
        TopicModel(use_embedding=False).train(texts, labels)
