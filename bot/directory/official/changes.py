"""What changed from one list to the next, in the eyes of somebody who goes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.directory.sites.site import Site
from bot.directory.text import name_key


@dataclass(frozen=True)
class Changes:
    """Sites as they are now, those that went as they were. A site may have changed in several ways."""

    came: tuple[Site, ...] = ()
    went: tuple[Site, ...] = ()
    hours: tuple[Site, ...] = ()
    telephone: tuple[Site, ...] = ()
    address: tuple[Site, ...] = ()
    name: tuple[Site, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any((self.came, self.went, self.hours, self.telephone, self.address, self.name))


def changes(before: Iterable[Site], after: Iterable[Site]) -> Changes:
    """What changed; a site is known by its number, or by its name and commune when only the number changed."""
    old = {site.id: site for site in before}
    new = {site.id: site for site in after}
    pairs = [(old[number], site) for number, site in new.items() if number in old]
    gone = {_who(site): site for number, site in old.items() if number not in new}
    came = []
    for number, site in new.items():
        if number in old:
            continue
        twin = gone.pop(_who(site), None)
        if twin is None:
            came.append(site)
        else:
            pairs.append((twin, site))
    paired = {one.id for one, _ in pairs}
    return Changes(
        came=tuple(came),
        went=tuple(site for number, site in old.items() if number not in paired),
        hours=tuple(now for then, now in pairs if then.hours != now.hours),
        telephone=tuple(now for then, now in pairs if then.telephone != now.telephone),
        address=tuple(now for then, now in pairs if _where(then) != _where(now)),
        name=tuple(now for then, now in pairs if name_key(then.name) != name_key(now.name)),
    )


def _who(site: Site) -> tuple[str, str]:
    return (name_key(site.name), site.insee)


def _where(site: Site) -> tuple[str, ...]:
    """The address without what only its writing changes."""
    return (*filter(None, map(name_key, site.address)), site.postal_code, site.insee)
