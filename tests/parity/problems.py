"""Everything that is wrong with a message on a channel: what is lost of it, what should not be there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from tests.parity.channels import CHANNELS, entry
from tests.parity.missing import missing
from tests.parity.oracle import told
from tests.parity.sound import unsound


def problems(said: Mapping[str, Any]) -> list[str]:
    """Of a canonical message, on all channels; none when all is well. The same message is not looked at twice."""
    return list(_problems(json.dumps(said, ensure_ascii=False, sort_keys=True)))


@cache
def _problems(as_json: str) -> tuple[str, ...]:
    found = []
    one = entry(json.loads(as_json))
    for channel in CHANNELS:
        got = channel.deliver(one)
        wanted = told(one, files_in_words=not channel.sends_files)
        wrong = [*missing(wanted, got, channel.fold, channel.anyhow), *unsound(channel, one, got)]
        found += [f"{channel.name}: {problem}" for problem in wrong]
    return tuple(found)
