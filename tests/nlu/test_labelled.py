"""The labelled messages: known topics, several for what asks several things, none of them a training example."""

from __future__ import annotations

from bot.answers.catalogue import catalogue
from bot.nlu.labelled import FOLDER, entries, labelled_messages
from bot.nlu.normalise import fold
from scripts.evaluation.judged import read_examples


def test_every_topic_is_asked_about_and_every_label_is_a_topic() -> None:
    asked = {topic for label in labelled_messages() for topic in label.asked}
    assert asked == {name for name in catalogue().ids("answers")}
    assert all(catalogue().is_topic(topic) for label in labelled_messages() for topic in label.accepted)


def test_there_are_messages_of_each_kind() -> None:
    sizes = [len(label.asked) for label in labelled_messages()]
    assert {0, 1, 2, 3} == set(sizes)
    assert {kind for kind, _ in entries()} == {"single", "several", "outside", "follow_ups"}


def test_none_is_a_training_example() -> None:
    texts, _ = read_examples(FOLDER.parent / "nlu")
    learnt = {fold(text) for text in texts}
    assert not [label.text for label in labelled_messages() if fold(label.text) in learnt]
