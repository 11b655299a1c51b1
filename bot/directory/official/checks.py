"""What a list must be before it may replace the one in use."""

from __future__ import annotations

from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.sites.reader import Reading, read
from bot.directory.text import name_key

FEWEST_SITES = 1_000
_KEPT_ROWS = 0.9  # of the rows: a list of which more is lost was misread
_IN_PLACE = 0.9  # of the sites that give coordinates
_ODD_ROWS = 0.1
_KEPT_SHARE = 0.7  # of the list in use: a new one with fewer sites is an accident


def checked(path: Path, in_use: int | None, force: bool = False) -> Reading:
    """The list, read. in_use: number of sites of the one to replace; force: it may have far more than the new one.

    Raises DirectoryError, a French phrase that says what is wrong, when it is not a whole official list.
    """
    try:
        reading = read(path)
    except DirectoryError as error:
        raise DirectoryError(f"le fichier reçu {error}") from error
    for phrase in (*_faults(reading), *(() if force else _shrunk(reading, in_use))):
        if phrase:
            raise DirectoryError(phrase)
    return reading


def _faults(reading: Reading) -> tuple[str, ...]:
    count = len(reading.sites.sites)
    return (
        "le fichier reçu est incomplet : sa dernière ligne est coupée" if not reading.whole else "",
        "le fichier reçu est abîmé : trop de lignes n'ont pas le bon nombre de colonnes"
        if reading.odd > _ODD_ROWS * reading.rows
        else "",
        "le fichier reçu est un extrait, pas la liste entière" if reading.sites.partial else "",
        "le fichier reçu est une liste de communes" if _names_communes(reading) else "",
        f"seules {reading.kept} lignes sur {reading.rows} du fichier reçu sont des lieux connus"
        if reading.kept < _KEPT_ROWS * reading.rows
        else "",
        f"seuls {reading.in_place} lieux sur {reading.located} sont situés près de leur commune"
        if reading.in_place < _IN_PLACE * reading.located
        else "",
        f"le fichier reçu n'a que {count} lieux" if count < FEWEST_SITES else "",
    )


def _shrunk(reading: Reading, in_use: int | None) -> tuple[str, ...]:
    count = len(reading.sites.sites)
    if in_use is None or count >= in_use * _KEPT_SHARE:
        return ()
    return (f"la nouvelle liste n'a que {count} lieux au lieu de {in_use} (--force si c'est bien le cas)",)


def _names_communes(reading: Reading) -> bool:
    """Whether most names are only those of the communes: a table of something else about them."""
    sites = reading.sites.sites
    return sum(name_key(site.name) == name_key(site.commune) for site in sites) * 2 > len(sites)
