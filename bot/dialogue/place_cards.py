"""A France services site in words; nothing that is not sure is shown as if it were."""

from __future__ import annotations

from datetime import date, datetime

from bot.answers import french
from bot.answers.french import hard_spaces
from bot.answers.message import PlaceCard
from bot.directory.sites.hours import BY_TELEPHONE, open_status, weekly_hours_in_words
from bot.directory.sites.nearest import NearbySite, distance_in_words
from bot.directory.sites.remarks import makes_hours_unsure, readable
from bot.directory.sites.site import Site

BUS = "Service itinérant : l'adresse est celle du dépôt. Appelez pour connaître les passages près de chez vous."
APPOINTMENT = "Rendez-vous possible ou demandé : appelez."
ACCESSIBLE = "Accessible en fauteuil roulant."
NOT_ACCESSIBLE = "Pas accessible en fauteuil roulant : demandez de l'aide par téléphone."
UNSURE = f"Ces horaires changent selon les jours ou les semaines : {BY_TELEPHONE}."
# Only the place to go to is in the address, and it is followed by who picks it.
_ROUTE = "https://www.openstreetmap.org/directions?from=&to={}%2C{}"


def card_nearby(near: NearbySite, moment: datetime, listed_on: date | None = None) -> PlaceCard:
    """The card of a site with its distance, which of a bus would only be that of its depot."""
    distance = "" if near.site.itinerant else distance_in_words(near.distance_km, near.in_commune)
    return card(near.site, moment, distance, listed_on)


def card(site: Site, moment: datetime, distance: str = "", listed_on: date | None = None) -> PlaceCard:
    """The card of a site.

    Args:
        moment: with a time zone, any; without one, the local time of the site.
        listed_on: the date of the list, by which its remarks are dated.
    """
    remark = readable(site.comment, moment.date())
    keeps_hours = bool(site.hours) and not site.itinerant
    unsure = keeps_hours and makes_hours_unsure(remark)
    notes = (
        BUS if site.itinerant else "",
        UNSURE if unsure else "",
        APPOINTMENT if site.by_appointment else "",
        "" if site.accessible is None else ACCESSIBLE if site.accessible else NOT_ACCESSIBLE,
        _quoted(remark, listed_on),
    )
    return PlaceCard(
        name=f"{site.name}, {site.commune} ({site.department})",
        address=(*site.address, site.place_line),
        distance=distance,
        telephone=site.telephone,
        hours=weekly_hours_in_words(site.hours) if keeps_hours else (),
        status=status(site, moment),
        note=hard_spaces(" ".join(note for note in notes if note)),
        route=_route(site),
    )


def status(site: Site, moment: datetime) -> str:
    """Open or not, until or from when; a bus has no hours at its depot, and hours that change are a usual week's."""
    if site.itinerant:
        return ""
    if not (site.hours or site.telephone):
        return "horaires non connus"
    said = open_status(site.hours, moment, site.department)
    unsure = makes_hours_unsure(readable(site.comment, moment.date()))
    return f"d'après ses horaires habituels : {said}" if unsure and BY_TELEPHONE not in said else said


def _quoted(remark: str, listed_on: date | None) -> str:
    """The site's own words, as such."""
    if not remark:
        return ""
    dated = f" ({french.day(listed_on)})" if listed_on else ""
    return f"Précisions données par le lieu{dated} : « {remark} »"


def _route(site: Site) -> str:
    """The way to the door; none to a depot, nor to the middle of a commune."""
    if site.itinerant or not site.precise_location or site.point is None:
        return ""
    return _ROUTE.format(*(f"{degrees:.5f}" for degrees in site.point))
