"""Which answers were found useful: two counts a topic, and nothing of who said so, when, or about what question."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

NAME = "feedback.json"
_KINDS = ("useful", "not_useful")


class Feedback:
    """Counts kept in `folder`/feedback.json; what cannot be written is only lost."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def count(self, topic: str, useful: bool, *, changed: bool = False) -> None:
        """Add one; `changed`: somebody thought otherwise before, which no longer counts."""
        counts = self.counts()
        kept = counts.setdefault(topic, dict.fromkeys(_KINDS, 0))
        now, before = _KINDS if useful else reversed(_KINDS)
        kept[now] += 1
        if changed:
            kept[before] = max(0, kept[before] - 1)
        self._write(counts)

    def counts(self) -> dict[str, dict[str, int]]:
        """The counts by topic; none when there is no file, or it cannot be read."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return {
                str(topic): {key: int(one[key]) for key in ("useful", "not_useful")} for topic, one in found.items()
            }
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            return {}

    def _write(self, counts: dict[str, dict[str, int]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".feedback-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(counts, file, ensure_ascii=False, indent=1, sort_keys=True)
            Path(name).replace(self._path)
        except OSError:
            return
