"""The labelled messages: known topics, several for what asks several things, none of them a training example."""

from __future__ import annotations

from bot.answers.catalogue import catalogue
from bot.nlu.labelled import FOLDER, entries, labelled_messages
from bot.nlu.normalise import fold
from scripts.evaluate import OWN
from scripts.evaluation.judged import read_examples
from scripts.evaluation.questions import read_questions


def test_every_topic_is_asked_about_and_every_label_is_a_topic() -> None:
    asked = {topic for label in labelled_messages() for topic in label.asked}
    assert asked == set(catalogue().ids("answers"))
    assert all(catalogue().is_topic(topic) for label in labelled_messages() for topic in label.accepted)


def test_there_are_messages_of_each_kind() -> None:
    sizes = [len(label.asked) for label in labelled_messages()]
    assert {0, 1, 2, 3} <= set(sizes)
    assert {kind for kind, _ in entries()} == {"single", "several", "outside", "follow_ups"}


def test_none_is_a_training_example() -> None:
    texts, _ = read_examples(FOLDER.parent / "nlu")
    learnt = {fold(text) for text in texts}
    own = [question.text for question in read_questions(OWN) if question.kind != "follow_up"]
    alone = own + [label.text for label in labelled_messages()]
    assert not [text for text in alone if fold(text) in learnt]


def test_what_was_never_learnt_from_does_not_set_the_weights() -> None:
    own = {fold(question.text) for question in read_questions(OWN) if question.kind != "follow_up"}
    assert not [label.text for label in labelled_messages() if fold(label.text) in own]
