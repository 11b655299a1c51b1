"""A message whose right meaning is known, beside what the model thinks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedGroupKFold

from bot.answers.catalogue import catalogue
from bot.nlu.bands import DISTRESS
from bot.nlu.distress import has_distress_cue
from bot.nlu.normalise import fold
from bot.nlu.topic_model import Candidate, TopicModel

FOLDS = 5
# From which distance of their letters (unit vectors) two examples are no longer one wording.
FAR = 1.15
SEED = 11


class Family(Enum):
    """What kind of reply a message calls for."""

    TOPIC = "topic"
    OUTSIDE = "outside"
    DISTRESS = "distress"
    CONVERSATION = "conversation"


@dataclass(frozen=True)
class Judged:
    """One message: its family, its label, the labels that would also do, the model's ranking and the distress cue."""

    text: str
    family: Family
    label: str
    accepted: frozenset[str]
    ranking: tuple[Candidate, ...]
    cue: bool

    @property
    def best(self) -> str:
        """The first of the ranking."""
        return self.ranking[0].topic


def family_of(intent: str) -> Family:
    """The family of an intent, from the folder its answer stands in."""
    if intent == DISTRESS:
        return Family.DISTRESS
    if catalogue().is_topic(intent):
        return Family.TOPIC
    return Family.OUTSIDE if intent in catalogue().ids("neighbours") else Family.CONVERSATION


def read_examples(folder: Path) -> tuple[list[str], list[str]]:
    """The texts and the intents of all example files of a folder."""
    texts, intents = [], []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line.removeprefix("- ").strip() for line in entry["examples"].splitlines() if line.strip()]
            texts += lines
            intents += [entry["intent"]] * len(lines)
    return texts, intents


def wording_families(texts: Sequence[str], intents: Sequence[str]) -> npt.NDArray[np.int64]:
    """The family of each text: those of one intent that are written nearly alike, by their letters."""
    labels, families = np.array(intents), np.zeros(len(texts), dtype=np.int64)
    for intent in sorted(set(intents)):
        own = np.flatnonzero(labels == intent)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True)
        vectors = letters.fit_transform([fold(texts[i]) for i in own]).toarray()
        alike = AgglomerativeClustering(n_clusters=None, distance_threshold=FAR, linkage="average")
        families[own] = families.max() + 1 + alike.fit_predict(vectors)
    return families


def cross_validated(texts: Sequence[str], intents: Sequence[str]) -> Iterator[Judged]:
    """Each example, judged by a model that has not seen it, nor any example written nearly alike."""
    labels, all_texts = np.array(intents), np.array(texts, dtype=object)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for known, new in folds.split(all_texts, labels, wording_families(texts, intents)):
        model = TopicModel()
        model.train(list(all_texts[known]), list(labels[known]))
        rankings = model.rank_all(list(all_texts[new]))
        for text, label, ranking in zip(all_texts[new], labels[new], rankings, strict=True):
            yield Judged(
                text, family_of(label), str(label), frozenset({str(label)}), tuple(ranking), has_distress_cue(text)
            )
