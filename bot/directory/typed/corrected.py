"""What somebody says once they have corrected themselves: "à Lyon, non pardon, à Grenoble"."""

from __future__ import annotations

import re

_CORRECTS = re.compile(
    r"\b(?:pardon|plut[oô]t|enfin non|finalement|maintenant|je me suis tromp\w*)\b[\s,:]*(?:c['’ ]?est\b|je suis\b)?",
    re.IGNORECASE,
)


def after_corrections(text: str) -> list[str]:
    """What follows each word that corrects, the last one first; nothing when none does, or nothing follows."""
    ends = [match.end() for match in _CORRECTS.finditer(text)]
    return [rest for end in reversed(ends) if len(rest := text[end:].strip(" ,.;:!?\u00a0")) > 1]
