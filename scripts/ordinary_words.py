"""Rebuild the list of everyday words that are never taken for a misspelt commune.

    python -m scripts.ordinary_words

Words of the training examples and of the texts of the project, in lower case, that no commune bears; a word that
stands once may be a misspelt town, and is left out when a big one is near. Words already in the list stay: some were
added by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.directory.communes.gazetteer import gazetteer
from bot.directory.text import tokens
from bot.directory.typed.names import LIKELY, TOWN, misspelt
from bot.settings import CONTENT, ROOT

FILE = ROOT / "bot" / "directory" / "data" / "ordinary_words.txt"
SHORTEST = 3  # letters
FEWEST = 2  # times among the examples


def main() -> None:
    """Read examples and texts, write the list."""
    examples = Counter(word for text in _examples(ROOT / "data") for word in _lower_words(text))
    texts = Counter(
        word for path in sorted(CONTENT.rglob("*.md")) for word in _lower_words(path.read_text(encoding="utf-8"))
    )
    known = gazetteer()
    # With the first words of longer names, by which people call them: "Hénin", "Brive".
    borne = {key.split()[0] for key in (*known.by_key, *known.former)}
    kept = {word for word, count in examples.items() if count >= FEWEST or not _like_a_town(word)} | set(texts)
    kept |= set(FILE.read_text(encoding="utf-8").split())
    words = sorted(word for word in kept if len(word) >= SHORTEST and word.isalpha() and word not in borne)
    FILE.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} mots dans {FILE.name}.")


def _like_a_town(word: str) -> bool:
    likely = misspelt([word], None, gazetteer())
    return any(cost <= LIKELY and gazetteer().population(row) >= TOWN for cost, row in likely)


def _examples(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", ()):
            yield str(entry.get("examples", ""))


def _lower_words(text: str) -> Iterator[str]:
    """Names of people and places have a capital; most words have none."""
    return (token.folded for token in tokens(text) if token.raw.islower())


if __name__ == "__main__":
    main()
