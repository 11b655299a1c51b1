"""The second look, cross-validated on the labelled messages: thresholds that hold for messages it has not seen."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

import numpy as np

from bot.nlu.bands import Bands
from bot.nlu.labelled import Labelled
from bot.nlu.second_look import Asked, SecondLook
from bot.nlu.stored import FILE, from_bytes
from bot.nlu.understanding import Understanding

FOLDS, SEED = 10, 3
ANSWER = (0.30, 0.40, 0.45, 0.50, 0.55, 0.60, 0.70, 0.80)
BESIDE = (0.20, 0.25, 0.30, 0.35, 0.40, 0.50, 0.60)


@dataclass(frozen=True)
class Looked:
    """A labelled message, and the topics judged by weights that have not seen it."""

    label: Labelled
    asked: Sequence[Asked]


def trained_understanding(archive: Path) -> Understanding:
    """The understanding of a trained model's archive.

    Raises:
        FileNotFoundError: there is no such archive, or no understanding in it.
        OtherVersionError: it was trained by another version.
    """
    with tarfile.open(archive) as files:
        for member in files.getmembers():
            if member.name.endswith(FILE):
                content = files.extractfile(member)
                if content is not None:
                    return from_bytes(content.read())
    raise FileNotFoundError(f"no {FILE} in {archive}")


def cross_validated(understanding: Understanding, labels: Sequence[Labelled]) -> list[Looked]:
    """Each labelled message, judged by weights learnt from the others."""
    readings = [understanding.reading(label.text) for label in labels]
    folds = np.random.default_rng(SEED).integers(0, FOLDS, len(labels))
    looked: list[Looked | None] = [None] * len(labels)
    for fold in range(FOLDS):
        look = SecondLook()
        known = [i for i in range(len(labels)) if folds[i] != fold]
        look.train([readings[i] for i in known], [labels[i] for i in known])
        for i in np.flatnonzero(folds == fold):
            looked[i] = Looked(labels[i], look.judge(readings[i]))
    return [one for one in looked if one is not None]


def look_report(looked: Sequence[Looked], bands: Bands) -> Iterator[str]:
    """Tables of the thresholds, the ones in use marked with a star. The ranking's own bands come before these."""
    one = [x for x in looked if len(x.label.asked) == 1]
    several = [x for x in looked if len(x.label.asked) > 1]
    yield f"== Second look, {FOLDS} folds of {len(looked)} labelled messages"
    yield f"   {len(one)} ask one thing, {len(several)} ask more"
    yield "  answer   right   wrong  offered  (messages that ask one thing)"
    for value in ANSWER:
        chosen = [_first(x, replace(bands, answer=value)) for x in one]
        right = mean(first in x.label.accepted for first, x in zip(chosen, one, strict=True))
        offered = mean(first is None for first in chosen)
        yield f"{_mark(value, bands.answer)} {right:8.1%}{1 - right - offered:8.1%}{offered:9.1%}"
    yield "  beside  one answer  answered of several  nobody asked"
    for value in BESIDE:
        chosen_bands = replace(bands, beside=value)
        alone = mean(not chosen_bands.several(x.asked) for x in one)
        shares = [_all(x, chosen_bands) for x in several]
        recall = mean(
            len(set(x.label.asked) & all_) / len(x.label.asked) for x, all_ in zip(several, shares, strict=True)
        )
        extra = mean(len(all_ - set(x.label.asked)) for x, all_ in zip(several, shares, strict=True))
        yield f"{_mark(value, bands.beside)} {alone:11.1%}{recall:20.1%}{extra:14.2f}"


def _first(x: Looked, bands: Bands) -> str | None:
    several = bands.several(x.asked)
    if several:
        return several[0]
    return x.asked[0].topic if x.asked[0].probability >= bands.answer else None


def _all(x: Looked, bands: Bands) -> set[str]:
    first = _first(x, bands)
    return set(bands.several(x.asked)) or ({first} if first else set())


def _mark(value: float, used: float) -> str:
    return f"  {value:4.2f} {'*' if abs(value - used) < 1e-9 else ' '}"
