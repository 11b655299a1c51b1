"""Measure understanding: the topic model, the second look, and the trained assistant as a whole.

    python -m scripts.evaluate [--questions FILE.jsonl] [--no-folds] [--errors] [--write]

Each example of data/nlu is judged by a model that has not seen it nor any written nearly alike (five folds, about two
minutes each), each message of data/judged by a second look that has not. The trained assistant as a whole is measured
on our own messages (tests/data/understanding.yaml, data/judged) and, with --questions, on labelled questions kept
apart. Thresholds are those of config.yml. With --write the measures of the whole go to docs/quality.md.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path

import yaml

from bot.cli.runtime import start
from bot.cli.train import NAME
from bot.nlu.bands import Bands
from bot.nlu.labelled import FOLDER, labelled_messages
from bot.settings import ROOT, models_dir, today
from scripts.evaluation import look
from scripts.evaluation.judged import cross_validated, read_examples
from scripts.evaluation.page import page
from scripts.evaluation.questions import read_questions
from scripts.evaluation.report import details, errors, report
from scripts.evaluation.whole import measured

OWN = ROOT / "tests" / "data" / "understanding.yaml"
CLASSIFIER = "bot.nlu.topic_classifier.TopicClassifier"


def configured_bands(config: Path) -> Bands:
    """The thresholds in use."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    settings = next(component for component in pipeline if component["name"] == CLASSIFIER)
    return Bands(**{field.name: settings[field.name] for field in fields(Bands)})


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="labelled questions kept apart, one JSON object a line")
    parser.add_argument("--no-folds", action="store_true", help="leave the cross-validation out")
    parser.add_argument("--errors", action="store_true", help="also print our misunderstood examples")
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    arguments = parser.parse_args()
    agent, bands = start(), configured_bands(ROOT / "config.yml")
    if not arguments.no_folds:
        texts, intents = read_examples(ROOT / "data" / "nlu")
        judged = list(cross_validated(texts, intents))
        print(*report(judged, bands, "Cross-validation"), *details(judged), sep="\n")
        if arguments.errors:
            print("-- misunderstood examples", *errors(judged), sep="\n")
    looked = look.cross_validated(look.trained_understanding(models_dir() / f"{NAME}.tar.gz"), labelled_messages())
    print(*look.look_report(looked, bands), sep="\n")
    sets = {"Our own messages, never learnt from": measured(read_questions(OWN), agent)}
    judged_questions = [question for path in sorted(FOLDER.glob("*.yml")) for question in read_questions(path)]
    sets["Our own messages, which also set the weights of the second look"] = measured(judged_questions, agent)
    if arguments.questions:
        sets["Labelled questions kept apart"] = measured(read_questions(arguments.questions), agent)
    text = page(sets, today())
    print(text)
    if arguments.write:
        (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
