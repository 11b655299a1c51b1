"""France services near somebody, as a message: cards, what is sure of them, and where the official list is."""

from __future__ import annotations

from datetime import datetime

from bot.answers import french
from bot.answers.french import at, of
from bot.answers.message import Block, Choice, Message, PlaceCard, Span, paragraph
from bot.answers.registry import registry
from bot.answers.templates import hard_spaces
from bot.directory.communes.gazetteer import gazetteer
from bot.directory.communes.place import Place
from bot.directory.errors import DirectoryError
from bot.directory.sites.hours import open_status, weekly_hours_in_words
from bot.directory.sites.nearest import (
    distance_in_words,
    known_in_commune,
    known_in_department,
    nearest,
    nearest_fixed,
)
from bot.directory.sites.site import Site, SiteList
from bot.directory.sites.store import load_sites
from bot.settings import data_dir, sites_file

TOPIC = "france_services"
MOST_CARDS, MOST_COMMUNES = 3, 4
BUS = "Service itinérant : l'adresse est celle du dépôt. Appelez pour connaître les passages près de chez vous."
FINDER = "Téléphones et horaires à jour : {url}. Vous pouvez aussi appeler l'Assurance maladie au {phone}."


# What is said first, the cards, and what is said of the list.
Told = tuple[tuple[Block, ...], tuple[PlaceCard, ...], tuple[Block, ...]]


def places_of(codes: str) -> tuple[Place, ...]:
    """The communes of INSEE codes separated by "|"; unknown codes are left out."""
    known = gazetteer()
    return tuple(known.place(known.by_insee[code]) for code in codes.split("|") if code in known.by_insee)


def places_message(codes: str, moment: datetime) -> Message:
    """The three nearest sites, or what a partial list allows to say; the official finder in any case."""
    places = places_of(codes)
    try:
        sites = load_sites(sites_file(), data_dir())
    except DirectoryError:
        sites = None
    blocks, cards, note = _told(places, sites, moment)
    return Message(
        "places",
        blocks,
        topic=TOPIC,
        title="France services près de chez vous",
        places=cards,
        closing=(*note, _finder()),
        sources=(registry().sources["france_services"],),
        choices=(Choice("Une autre commune", '/ouvrir_un_guide{"guide": "nearest_france_services"}'),),
        result={"sites": [card.name for card in cards]},
    )


def _told(places: tuple[Place, ...], sites: SiteList | None, moment: datetime) -> Told:
    if sites is None or not places:
        return _without_list(places), (), ()
    return _partial(places, sites, moment) if sites.partial else _whole(places, sites, moment)


def _whole(places: tuple[Place, ...], sites: SiteList, moment: datetime) -> Told:
    found = nearest_fixed(places, sites, MOST_CARDS)
    cards = [card(n.site, moment, distance_in_words(n.distance_km, n.in_commune)) for n in found]
    closest = nearest(places, sites, 1)
    # A bus may be nearer than any counter: say so, after the counters one can walk into.
    if closest and closest[0].site.itinerant:
        cards.append(card(closest[0].site, moment, ""))
    dated = f", liste du {french.day(sites.date)}" if sites.date else ""
    if not cards:
        return (paragraph(f"Je ne connais pas d'espace France services près {of(places[0].label)}."),), (), ()
    intro = f"Les espaces France services les plus proches {of(places[0].label)} :"
    note = f"Source : {sites.source}{dated}, {sites.licence}. Appelez avant de vous déplacer."
    return (paragraph(hard_spaces(intro)),), tuple(cards), (paragraph(note),)


def _partial(places: tuple[Place, ...], sites: SiteList, moment: datetime) -> Told:
    limits = paragraph("Ma liste est partielle : il peut y avoir d'autres espaces, plus près de chez vous.")
    here = known_in_commune(places, sites)
    if here:
        intro = f"Je sais qu'un espace France services existe {at(places[0].label)}."
        return (paragraph(intro),), tuple(card(site, moment, "") for site in here[:MOST_CARDS]), (limits,)
    around = known_in_department(places[0].department, sites)
    intro = f"Je ne sais pas quel est l'espace France services {of(places[0].label)} ou des environs."
    if not around:
        return (paragraph(intro),), (), (limits,)
    communes = french.joined([at(name) for name in dict.fromkeys(site.commune for site in around)][:MOST_COMMUNES])
    also = f"Dans le même département, il en existe par exemple {communes}."
    return (paragraph(intro), paragraph(also)), (), (limits,)


def _without_list(places: tuple[Place, ...]) -> tuple[Block, ...]:
    if not places:
        return (paragraph("Je n'ai pas retrouvé votre commune."),)
    return (
        paragraph(f"J'ai bien compris : {places[0].label}. Mais je n'ai pas la liste des espaces France services."),
    )


def _finder() -> Block:
    contacts = registry().contacts
    text = FINDER.format(url=contacts["france_services"].url, phone=contacts["assurance_maladie"].phone)
    return Block("paragraph", ((Span(text),),))


def card(site: Site, moment: datetime, distance: str) -> PlaceCard:
    """A site in words; nothing that is not sure is shown as if it were."""
    notes = [BUS if site.itinerant else "", site.comment]
    if site.by_appointment:
        notes.insert(0, "Sur rendez-vous possible ou demandé : appelez.")
    return PlaceCard(
        name=f"{site.name}, {site.commune} ({site.department})",
        address=(*site.address, site.place_line),
        distance=distance,
        telephone=site.telephone,
        hours=weekly_hours_in_words(site.hours) if site.hours and not site.itinerant else (),
        status=open_status(site.hours, moment, site.department) if site.hours and not site.itinerant else "",
        note=" ".join(note for note in notes if note),
    )
