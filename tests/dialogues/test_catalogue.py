"""Every conversation of the catalogue, with the really trained model: tired, contradicting people get through."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.dialogue.guides import guides
from tests.dialogues.catalogue import Conversation, Player, conversations
from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model

FEWEST, FEWEST_A_GUIDE = 120, 10


@pytest.mark.parametrize("conversation", conversations(), ids=lambda one: one.id)
def test_the_conversation_gets_through(conversation: Conversation, talk: Talk) -> None:
    Player(conversation, talk).play()


def test_the_catalogue_is_large_and_covers_every_guide() -> None:
    each = Counter(one.guide for one in conversations())
    assert sum(each.values()) >= FEWEST
    assert all(each[guide] >= FEWEST_A_GUIDE for guide in guides())


def test_no_two_conversations_have_the_same_name() -> None:
    names = Counter(one.id for one in conversations())
    assert [name for name, times in names.items() if times > 1] == []
