"""Measure understanding by cross-validation on our own examples.

    python -m scripts.evaluate [--questions FILE.jsonl [--only-questions]] [--errors]

Each example of data/nlu is judged by a model that has not seen it (five folds, less than a minute each). With
--questions, a model trained on all examples is also measured on labelled questions kept apart (fields text, kind,
topic, also_ok); their texts are never shown, so that nobody learns from them. Thresholds are those of config.yml.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from bot.nlu.bands import Bands
from bot.nlu.topic_model import TopicModel
from bot.settings import ROOT
from scripts.evaluation.judged import cross_validated, judged_questions, read_examples
from scripts.evaluation.report import details, errors, report

CLASSIFIER = "bot.nlu.topic_classifier.TopicClassifier"


def configured_bands(config: Path) -> Bands:
    """The thresholds in use."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    settings = next(component for component in pipeline if component["name"] == CLASSIFIER)
    return Bands(settings["answer"], settings["offer"], settings["distress"])


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="labelled questions kept apart, one JSON object a line")
    parser.add_argument("--only-questions", action="store_true", help="leave the cross-validation out")
    parser.add_argument("--errors", action="store_true", help="also print our misunderstood examples")
    arguments = parser.parse_args()
    texts, intents = read_examples(ROOT / "data" / "nlu")
    bands = configured_bands(ROOT / "config.yml")
    if not arguments.only_questions:
        judged = list(cross_validated(texts, intents))
        print(*report(judged, bands, "Cross-validation"), *details(judged), sep="\n")
        if arguments.errors:
            print("-- misunderstood examples", *errors(judged), sep="\n")
    if arguments.questions:
        model = TopicModel()
        model.train(texts, intents)
        asked = list(judged_questions(arguments.questions, model))
        print(*report(asked, bands, f"Questions of {arguments.questions.name}"), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
