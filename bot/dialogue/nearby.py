"""France services near somebody, as a message: cards, what an agent can do, other doors, where the official list is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.answers import french
from bot.answers.figures import Recorder
from bot.answers.french import at, hard_spaces, of
from bot.answers.markdown import blocks
from bot.answers.message import Block, Choice, Message, PlaceCard, paragraph
from bot.answers.person import NOBODY, Person
from bot.answers.registry import registry
from bot.answers.templates import fill
from bot.dialogue.asking import explain_error
from bot.dialogue.counter import at_home_in, at_the_counter, contacts_of, counter_words, other_doors
from bot.dialogue.place_cards import card, card_nearby
from bot.dialogue.questions import questions
from bot.dialogue.replies.places import read_place
from bot.dialogue.replies.reading import Ambiguous, Refused, Value
from bot.directory.communes.around import place_around
from bot.directory.communes.gazetteer import gazetteer
from bot.directory.communes.place import Place
from bot.directory.errors import DirectoryError
from bot.directory.sites.nearest import known_in_commune, known_in_department, nearest, nearest_fixed
from bot.directory.sites.site import Site, SiteList
from bot.directory.sites.store import load_sites
from bot.settings import data_dir, sites_file

TOPIC = "france_services"
MOST_CARDS, MOST_COMMUNES = 3, 4
OLD = timedelta(days=90)
DECIMALS = 2  # of degrees of a position: about a kilometre
FINDER = "Téléphones et horaires à jour : {url}."
CALL_FIRST = "Appelez avant de vous déplacer."
MAY_HAVE_CHANGED = f"Depuis, un lieu a pu fermer ou changer d'horaires. {CALL_FIRST}"
ANOTHER = Choice("Une autre commune", '/ouvrir_un_guide{"guide": "nearest_france_services"}')


@dataclass(frozen=True)
class _Told:
    """What is said first, the cards, what is said of the list, and whether it knows that there is no site at all."""

    first: tuple[Block, ...]
    cards: tuple[PlaceCard, ...] = ()
    note: str = ""
    none_there: bool = False


def places_of(codes: str) -> tuple[Place, ...]:
    """The communes of INSEE codes separated by "|"; unknown codes are left out."""
    known = gazetteer()
    return tuple(known.place(known.by_insee[code]) for code in codes.split("|") if code in known.by_insee)


def places_message(codes: str, moment: datetime, about: Iterable[str] = (), person: Person = NOBODY) -> Message:
    """The three nearest sites, or what a partial list allows to say; the official finder in any case.

    Args:
        codes: as for `places_of`, the reference first.
        moment: with a time zone.
        about: the topics spoken of before, the last one first.
    """
    return message_around(places_of(codes), moment, about, person)


def message_around(
    places: tuple[Place, ...], moment: datetime, about: Iterable[str] = (), person: Person = NOBODY
) -> Message:
    """As `places_message`, around the first of these places."""
    if not places:
        return _without_place(moment.date())
    told, on = _told(places, moment), moment.date()
    person = at_home_in(places[0], person)
    closing = (*(() if told.none_there else at_the_counter(about, person, on)), *other_doors(places[0], person, on))
    return Message(
        "places",
        told.first,
        topic=TOPIC,
        title="France services près de chez vous",
        places=told.cards,
        closing=(*closing, paragraph(hard_spaces(f"{told.note} {_finder()}".strip()))),
        contacts=contacts_of(person),
        sources=(registry().sources["france_services"],),
        choices=(ANOTHER,),
        result={"sites": [card.name for card in told.cards]},
    )


def found_for(text: str, moment: datetime) -> tuple[str, Message]:
    """What words say of a place ("resolved", "ambiguous", "unknown" or "abroad"), and the message that it calls for."""
    reading = read_place(text)
    question = questions()["place"]
    if isinstance(reading, Value):
        return "resolved", places_message(reading.value, moment)
    if isinstance(reading, Ambiguous):
        choices = tuple(Choice(label, label) for label in reading.labels)
        return "ambiguous", Message("question", (paragraph(hard_spaces(reading.question)),), choices=choices)
    reason = reading.reason if isinstance(reading, Refused) else "unreadable"
    kind = "abroad" if reason == "abroad" else "unknown"
    return kind, explain_error(question, reason, None, moment.date(), again=False)


def found_around(latitude: float, longitude: float, moment: datetime) -> tuple[str, Message]:
    """As `found_for`, around a position in decimal degrees, which is rounded to about a kilometre and kept nowhere."""
    place = place_around(round(latitude, DECIMALS), round(longitude, DECIMALS))
    if place is None:
        return "abroad", explain_error(questions()["place"], "abroad", None, moment.date(), again=False)
    return "resolved", message_around((place,), moment)


def _told(places: tuple[Place, ...], moment: datetime) -> _Told:
    sites = _list()
    if sites is None:
        return _said(f"J'ai bien compris : {places[0].label}. Mais je n'ai pas la liste des espaces France services.")
    return _partial(places, sites, moment) if sites.partial else _whole(places, sites, moment)


def _list() -> SiteList | None:
    """The list in use, None when the one that the operator chose cannot be read."""
    try:
        return load_sites(sites_file(), data_dir())
    except DirectoryError:
        return None


def sites_near(places: tuple[Place, ...]) -> tuple[Site, ...]:
    """The sites whose cards are given there, by distance; none when no list tells which are the nearest."""
    sites = _list()
    if sites is None or sites.partial:
        return ()
    return tuple(near.site for near in nearest_fixed(places, sites, MOST_CARDS))


def simpler(codes: str, moment: datetime) -> Message | None:
    """The nearest site alone, in few words; None when it is not known."""
    sites = sites_near(places_of(codes))
    if not sites:
        return None
    nearest_card = replace(card(sites[0], moment), hours=(), note="")
    first = paragraph("Voici le lieu le plus proche. Appelez-le : il vous dira quand venir.")
    return Message("places", (first,), topic=TOPIC, places=(nearest_card,), choices=(ANOTHER,))


def _without_place(on: date) -> Message:
    """The person would rather not say, or does not know: what helps all the same."""
    text = fill(counter_words().without_place, on, Recorder())
    return Message("places", blocks(text), topic=TOPIC, choices=(ANOTHER,), result={"sites": []})


def _whole(places: tuple[Place, ...], sites: SiteList, moment: datetime) -> _Told:
    found = nearest_fixed(places, sites, MOST_CARDS)
    cards = [card_nearby(near, moment, sites.date) for near in found]
    closest = nearest(places, sites, 1)
    # A bus may be nearer than any counter: say so, after the counters one can walk into.
    if closest and closest[0].site.itinerant:
        cards.append(card_nearby(closest[0], moment, sites.date))
    note = said_of_list(sites, moment.date())
    if not cards:
        told = _said(f"Je ne connais pas d'espace France services près {of(places[0].label)}.", note=note)
        return replace(told, none_there=True)
    near = of(places[0].label) if places[0].insee else f"de votre position, du côté {of(places[0].label)}"
    return _said(f"Les espaces France services les plus proches {near} :", cards=tuple(cards), note=note)


def said_of_list(sites: SiteList, on: date) -> str:
    """Where the list comes from, its date, and a reservation when it is old."""
    dated = f"liste du {french.day(sites.date)}" if sites.date else "liste sans date"
    source = f"Source : {sites.source}, {dated}, {sites.licence}."
    old = sites.date is None or on - sites.date > OLD
    return f"{source} {MAY_HAVE_CHANGED if old else CALL_FIRST}"


def _partial(places: tuple[Place, ...], sites: SiteList, moment: datetime) -> _Told:
    limits = "Ma liste est partielle : il peut y avoir d'autres espaces, plus près de chez vous."
    here = known_in_commune(places, sites)
    if here:
        intro = f"Je sais qu'un espace France services existe {at(places[0].label)}."
        return _said(intro, cards=tuple(card(site, moment) for site in here[:MOST_CARDS]), note=limits)
    around = known_in_department(places[0].department, sites)
    intro = f"Je ne sais pas quel est l'espace France services {of(places[0].label)} ou des environs."
    if not around:
        return _said(intro, note=limits)
    communes = french.joined([at(name) for name in dict.fromkeys(site.commune for site in around)][:MOST_COMMUNES])
    return _said(intro, f"Dans le même département, il en existe par exemple {communes}.", note=limits)


def _said(*texts: str, cards: tuple[PlaceCard, ...] = (), note: str = "") -> _Told:
    return _Told(tuple(paragraph(hard_spaces(text)) for text in texts), cards, note)


def _finder() -> str:
    return FINDER.format(url=registry().contacts["france_services"].url)
