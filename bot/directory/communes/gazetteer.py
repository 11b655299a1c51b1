"""The communes of France, loaded once from the embedded data and looked up in memory."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache

from bot.directory.communes.departments import area_index
from bot.directory.communes.place import Place
from bot.directory.communes.tables import Cell, Row, cedex_codes, communes, former_names
from bot.directory.text import loose, name_key, name_words, skeleton, sound, squashed, without_article

Rows = tuple[int, ...]
# What stands before them does not make a name: "Saint-Martin" is not called Martin.
_COMMON_BEGINNINGS = frozenset({"saint", "sainte", "mont", "bourg", "val", "notre", "grand", "grande", "vieux", "pont"})


class Gazetteer:
    """Communes by code, by name and by former name. Row numbers go in and out of the methods."""

    def __init__(self, rows: list[Row], former: list[Row], cedex: list[Row]) -> None:
        self.rows = rows
        self.by_insee = {row[Cell.INSEE]: number for number, row in enumerate(rows)}
        self.by_postal: dict[str, Rows] = {}
        self.by_key: dict[str, Rows] = {}
        self.former: dict[str, Rows] = {}
        name, kind, codes = int(Cell.NAME), int(Cell.KIND), int(Cell.CODES)  # read 35,000 times
        for number, row in enumerate(rows):
            for code in row[codes].split("|"):
                _file(self.by_postal, code, number)
            if row[kind] == "commune":
                _file(self.by_key, name_key(row[name]), number)
        for old_code, old_name, _, insee in former:
            self._add_former(old_code, old_name, self.by_insee[insee])
        self.cedex = {code: self.by_insee[insee] for code, insee in cedex if insee in self.by_insee}
        self.departments = {row[Cell.DEPARTMENT]: row[Cell.DEPARTMENT_NAME] for row in rows}
        self.areas = area_index(self.departments)

    def _add_former(self, old_code: str, name: str, number: int) -> None:
        if old_code:
            self.by_insee.setdefault(old_code, number)
        key = name_key(name)
        if key and number not in self.by_key.get(key, ()):
            _file(self.former, key, number)

    def warm_up(self) -> None:
        """Build what misspelt names need (half a second): a server does so before it opens."""
        for index in (self.letters_pool, self.by_loose, self.by_sound, self.by_skeleton, self._sorted_keys):
            len(index)

    def place(self, number: int) -> Place:
        """The place of a row."""
        row = self.rows[number]
        return Place(
            insee=row[Cell.INSEE],
            name=row[Cell.NAME],
            department=row[Cell.DEPARTMENT],
            department_name=row[Cell.DEPARTMENT_NAME],
            postal_codes=tuple(filter(None, row[Cell.CODES].split("|"))),
            population=self.population(number),
            latitude=float(row[Cell.LAT]),
            longitude=float(row[Cell.LON]),
        )

    def population(self, number: int) -> int:
        """Inhabitants; 0 when nobody counted them."""
        return int(self.rows[number][Cell.POPULATION] or 0)

    def department(self, number: int) -> str:
        """The number of the department: 23, 2A, 974."""
        return self.rows[number][Cell.DEPARTMENT]

    def words(self, number: int) -> list[str]:
        """The folded words of the official name, its article included."""
        return name_words(self.rows[number][Cell.NAME])

    def is_arrondissement(self, number: int) -> bool:
        """Whether the row is a part of Paris, Lyon or Marseille."""
        return self.rows[number][Cell.KIND] == "arrondissement"

    def with_postal_code(self, code: str) -> Rows:
        """The communes of a postal code; within a big city, its arrondissement alone."""
        found = self.by_postal.get(code, ())
        parts = tuple(number for number in found if self.is_arrondissement(number))
        return parts or found

    def extending(self, key: str, both: bool = False) -> Rows:
        """The communes whose key is `key` and at least one more word; else (or also, for `both`) the former ones."""
        current: list[int] = []
        former: list[int] = []
        start = f"{key} "
        index = bisect_left(self._sorted_keys, start)
        while index < len(self._sorted_keys) and self._sorted_keys[index].startswith(start):
            name = self._sorted_keys[index]
            current.extend(self.by_key.get(name, ()))
            former.extend(self.former.get(name, ()))
            index += 1
        return tuple(dict.fromkeys((*current, *former) if both else current or former))

    def ending(self, word: str) -> Rows:
        """The communes whose name of two parts ends with this word: "Hossegor" for Soorts-Hossegor."""
        return self._by_last_word.get(word, ())

    @cached_property
    def _by_last_word(self) -> dict[str, Rows]:
        index: dict[str, Rows] = {}
        for key, rows in self.by_key.items():
            words = key.split()
            if len(words) == 2 and words[0] not in _COMMON_BEGINNINGS:
                for number in rows:
                    _file(index, words[1], number)
        return index

    @cached_property
    def _sorted_keys(self) -> list[str]:
        return sorted({*self.by_key, *self.former})

    @cached_property
    def by_letters(self) -> dict[str, Rows]:
        """Rows by the letters alone of the name, with and without its article."""
        index: dict[str, Rows] = {}
        for key, rows in self._all_names():
            for number in rows:
                _file(index, key.replace(" ", ""), number)
                _file(index, squashed(self.words(number)), number)
        return index

    @cached_property
    def letters_pool(self) -> list[str]:
        """All spellings without spaces, to be compared with misspelt words."""
        return list(self.by_letters)

    def spellings(self, number: int) -> list[str]:
        """The letters of the official name, with and without its article."""
        words = self.words(number)
        return [squashed(words), squashed(without_article(words))]

    @cached_property
    def by_loose(self) -> dict[str, Rows]:
        """Rows by the words of the name that do not merely link."""
        index: dict[str, Rows] = {}
        for key, rows in self._all_names():
            for number in rows:
                _file(index, loose(key.split()), number)
        return index

    @cached_property
    def by_sound(self) -> dict[str, Rows]:
        """Rows by the rough sound of the name."""
        index: dict[str, Rows] = {}
        for key, rows in self._all_names():
            words = key.split()
            for number in rows:
                _file(index, sound(words), number)
                _file(index, sound([squashed(words)]), number)  # in one word, links between words are heard
        return index

    @cached_property
    def by_skeleton(self) -> dict[str, Rows]:
        """Rows by the consonants that are heard in the name."""
        index: dict[str, Rows] = {}
        for key, rows in self._all_names():
            for number in rows:
                _file(index, skeleton(key.split()), number)
        return index

    def _all_names(self) -> list[tuple[str, Rows]]:
        return [*self.by_key.items(), *self.former.items()]


def _file(index: dict[str, Rows], key: str, number: int) -> None:
    present = index.get(key, ())
    if key and number not in present:
        index[key] = (*present, number)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The embedded gazetteer, read on first use (about a quarter of a second)."""
    return Gazetteer(
        communes(),
        former_names(),
        cedex_codes(),
    )


def place_of_insee(code: str) -> Place | None:
    """The commune of an INSEE code, a former one included."""
    found = gazetteer().by_insee.get(code.upper())
    return None if found is None else gazetteer().place(found)


def places_of_postal_code(code: str) -> tuple[Place, ...]:
    """The communes of a postal code of five digits, the most populous first."""
    places = map(gazetteer().place, gazetteer().with_postal_code(code))
    return tuple(sorted(places, key=lambda place: -place.population))


def places_named(name: str) -> tuple[Place, ...]:
    """The communes of that name, whatever its accents, hyphens, article or abbreviations.

    A current name wins over a former one; the most populous comes first.
    """
    known = gazetteer()
    key = " ".join(without_article(name_words(name)))
    places = map(known.place, known.by_key.get(key) or known.former.get(key, ()))
    return tuple(sorted(places, key=lambda place: -place.population))


def departments_named(text: str) -> frozenset[str]:
    """The departments of an area: "23", "2a", "Creuse", "la Réunion", "Bretagne"."""
    known = gazetteer()
    number = text.strip().upper()
    if number in known.departments:
        return frozenset({number})
    words = name_words(text)
    return known.areas.get(tuple(words)) or known.areas.get(tuple(without_article(words)), frozenset())
