"""Payloads bent out of shape: any JSON value in the place of any other."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
Path = tuple[Any, ...]


def paths(value: Any, so_far: Path = ()) -> Iterator[Path]:
    """Where each value of a payload stands."""
    if so_far:
        yield so_far
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from paths(inner, (*so_far, key))


def changed(payload: Any, path: Path, value: Any) -> Any:
    """A copy with another value there."""
    whole = copy.deepcopy(payload)
    inner = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return whole
