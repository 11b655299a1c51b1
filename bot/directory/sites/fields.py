"""Repair of the fields of the official list: spaces, lost zeros, telephones, coordinates."""

from __future__ import annotations

import re
from math import isfinite

from bot.directory.communes.gazetteer import (
    departments_named,
    gazetteer,
    place_of_insee,
    places_named,
    places_of_postal_code,
)
from bot.directory.communes.place import Place
from bot.directory.geometry import distance_km
from bot.directory.text import name_key, plain

_SPACES = re.compile(r"[^\S\n]+")
_CEDEX = re.compile(r"\s*\bcedex\b(\s*\d{1,2})?\s*$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_ITINERANT_NAME = re.compile(r"\b(?:bus|itinerante?s?|camion|camionnette|fourgon|mobile)\b")
# A site farther than that from its own commune was badly located.
_FARTHEST_KM = 60.0
# The town centre of a large commune may be that far from one of its sites (19 km at most in 2024).
_SURROUNDINGS_KM = 25.0


def clean(text: str | None) -> str:
    """The text with ordinary single spaces and no blank line."""
    lines = (_SPACES.sub(" ", line).strip() for line in (text or "").splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str | None) -> str:
    """The same on one line."""
    return clean(text).replace("\n", " ")


def code(text: str | None) -> str:
    """An INSEE or postal code of five characters, its lost zero given back; "" when none."""
    letters = re.sub(r"\s|\.0$", "", text or "").upper()
    if re.fullmatch(r"[0-9]{4,5}|2[AB][0-9]{3}", letters):
        return letters.zfill(5)
    return ""


def commune_of(
    insee: str, postal_code: str, name: str, department: str = "", point: tuple[float, float] | None = None
) -> Place | None:
    """The current commune of a site: by its code, else by postal code and name, else by name when that is enough.

    department, point: choose among communes of one name; None rather than a guess.
    """
    found = place_of_insee(insee) if insee else None
    if found is not None:
        return found
    name = _CEDEX.sub("", name)
    key = name_key(name)
    around = places_of_postal_code(postal_code)
    same = next((p for p in around if name_key(p.name) == key), None)
    if same is not None or not key:
        return same
    namesakes = places_named(name)
    if numbers := departments_named(department.strip().zfill(2)) or _departments(postal_code):
        namesakes = tuple(p for p in namesakes if p.department in numbers)
    if len(namesakes) > 1 and point is not None:
        namesakes = tuple(p for p in namesakes if is_near(point, p))
    return namesakes[0] if len(namesakes) == 1 else None


def _departments(postal_code: str) -> frozenset[str]:
    """Those that a postal code may lie in."""
    number = postal_code[:3] if postal_code.startswith(("97", "98")) else postal_code[:2]
    return frozenset({"2A", "2B"}) if number == "20" else departments_named(number)


def commune_name(name: str, place: Place) -> str:
    """The name to show: as given without its CEDEX, else the official one."""
    return _CEDEX.sub("", name) or place.name


def postal_code(given: str, place: Place) -> str:
    """The code as given when it is one of the commune's, or a plausible one for its department."""
    known = gazetteer()
    if given in place.postal_codes or not place.postal_codes:
        return given
    if not given and len(place.postal_codes) > 1:
        return ""  # Marseille has sixteen: none rather than the wrong one
    same_department = given[:2] == place.postal_codes[0][:2]
    if given in known.by_postal and same_department:
        return given  # a neighbouring office's code, right on an envelope
    return place.postal_codes[0] if len(place.postal_codes) == 1 or not same_department else given


def telephone(text: str | None) -> str:
    """Ten digits in pairs ("05 55 61 13 70"), or "" when there are not ten."""
    digits = re.sub(r"[^0-9]", "", re.sub(r"\(0\)", "", text or ""))
    digits = re.sub(r"^(?:00)?(33|590|594|596|262)(?=\d{9}$)", "0", digits)
    digits = f"0{digits}" if len(digits) == 9 and digits[0] != "0" else digits
    if len(digits) != 10 or digits[0] != "0":
        return ""
    return " ".join(digits[at : at + 2] for at in range(0, 10, 2))


def email(text: str | None) -> str:
    """The first address of the field."""
    found = _MAIL.search(text or "")
    return found[0] if found else ""


def yes(text: str | None) -> bool | None:
    """True for "Oui", False for "Non", None when nothing is said."""
    return {"oui": True, "non": False, "true": True, "false": False, "1": True, "0": False}.get(plain(clean(text)))


def is_itinerant(kind: str, itinerance: str, name: str) -> bool:
    """By the format, by the older column, or by the name."""
    folded = plain(kind)
    if "bus" in folded or "itiner" in folded or yes(itinerance):
        return True
    return _ITINERANT_NAME.search(plain(name)) is not None


def degrees(text: str | None) -> float | None:
    """Decimal degrees, written with a point or a comma; None when it is no angle."""
    try:
        found = float((text or "").strip().replace(",", "."))
    except ValueError:
        return None
    return found if isfinite(found) and abs(found) <= 180 else None


def gives_coordinates(latitude: str | None, longitude: str | None) -> bool:
    """Whether something is written where the coordinates go, right or wrong; zeros mean nothing."""
    return any(re.search(r"[1-9]", text or "") for text in (latitude, longitude))


def is_near(point: tuple[float, float], place: Place, within_km: float = _SURROUNDINGS_KM) -> bool:
    """Whether a point lies around the commune."""
    return abs(point[0]) <= 90 and distance_km(point, place.point) <= within_km


def is_around_its_commune(insee: str, point: tuple[float, float] | None) -> bool:
    """Whether a site lies around the commune that it names."""
    place = place_of_insee(insee)
    return place is not None and point is not None and is_near(point, place)


def location(
    latitude: float | None, longitude: float | None, place: Place | None
) -> tuple[float | None, float | None, bool]:
    """Where the site is: latitude, longitude, and whether that is the site and not its commune."""
    given = (latitude, longitude) if latitude is not None and longitude is not None else None
    if given in (None, (0.0, 0.0)):
        return (place.latitude, place.longitude, False) if place else (None, None, False)
    assert given is not None
    if place is None:
        return (*given, abs(given[0]) <= 90)
    for point in (given, given[::-1]):  # latitude and longitude are sometimes swapped
        if is_near(point, place, _FARTHEST_KM):
            return (*point, True)
    return (place.latitude, place.longitude, False)
