"""Measure understanding by cross-validation on our own examples.

    python -m scripts.evaluate [--questions FILE.jsonl] [--no-folds] [--errors] [--write]

Each example of data/nlu is judged by a model that has not seen it (five folds, about a minute each). The trained
assistant as a whole is measured on tests/data/understanding.yaml and, with --questions, on labelled questions kept
apart; their texts are never shown, so that nobody learns from them. Thresholds are those of config.yml. With --write
the measures of the whole go to docs/quality.md.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import yaml

from bot.nlu.bands import Bands
from bot.settings import ROOT, today
from scripts.evaluation.judged import cross_validated, read_examples
from scripts.evaluation.report import details, errors, report
from scripts.evaluation.whole import Measures, own_set, question_file

OWN = ROOT / "tests" / "data" / "understanding.yaml"
CLASSIFIER = "bot.nlu.topic_classifier.TopicClassifier"


def configured_bands(config: Path) -> Bands:
    """The thresholds in use."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    settings = next(component for component in pipeline if component["name"] == CLASSIFIER)
    return Bands(settings["answer"], settings["offer"], settings["distress"])


def page(own: Measures, asked: Measures | None, day: date) -> str:
    """docs/quality.md."""
    lines = [
        "# How well it understands",
        "",
        f"Measured on {day.isoformat()} with the trained assistant as a whole, by `make eval`.",
        "No message here is a training example; but the weighing of clauses was chosen on our own messages, and the",
        "answer threshold with the labelled questions in sight: on messages nobody has seen, expect a little less.",
        "",
        "## Our own messages: several questions, one story, follow-ups",
        "",
        *_table(own),
    ]
    if asked:
        lines += ["", "## Labelled questions kept apart", "", *_table(asked)]
    return "\n".join([*lines, ""])


def _table(measures: Measures) -> list[str]:
    rows = [f"| {name} | {_share(name, value)} | {count} |" for name, value, count in measures.rows()]
    return ["| Measure | Value | Messages |", "|---|---|---|", *rows]


def _share(name: str, value: float) -> str:
    return f"{value:.2f}" if "nobody asked for" in name else f"{100 * value:.1f} %"


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="labelled questions kept apart, one JSON object a line")
    parser.add_argument("--no-folds", action="store_true", help="leave the cross-validation out")
    parser.add_argument("--errors", action="store_true", help="also print our misunderstood examples")
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    arguments = parser.parse_args()
    if not arguments.no_folds:
        texts, intents = read_examples(ROOT / "data" / "nlu")
        judged = list(cross_validated(texts, intents))
        print(*report(judged, configured_bands(ROOT / "config.yml"), "Cross-validation"), *details(judged), sep="\n")
        if arguments.errors:
            print("-- misunderstood examples", *errors(judged), sep="\n")
    asked = question_file(arguments.questions) if arguments.questions else None
    text = page(own_set(OWN), asked, today())
    print(text)
    if arguments.write:
        (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
