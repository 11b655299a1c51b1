"""The pay of several civil years: "2019 : 21 000, 2020 : 22 500", "20 000 par an de 2015 à 2019", a copied table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.answers import french
from bot.dialogue.replies.amounts import Amount, added, as_value, in_words
from bot.dialogue.replies.digits import words_to_digits
from bot.dialogue.replies.euros import MOST_PAY, NONE, Money, Say, a_month, a_year, is_net, money_in
from bot.dialogue.replies.numbers import is_doubtful, yearly_pay
from bot.dialogue.replies.quantities import quantities
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value

OLDEST = 80  # years: nobody worked before
FRANCS = Decimal("6.55957")  # of one euro
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|[.,']\d{1,3}(?!\d))")
# "2000 par mois", "2000 €" and "2000 en 2019" are sums, whatever follows "en 2019".
_SUM_AFTER = re.compile(
    r"\s?(?:€|(?:euros?|eur|e|k|brut|net|francs?|mois|(?:par|chaque|/) ?(?:mois|an))\b)|"
    r"\s*(?:en|pour|l'annee)\s+(?:l'annee\s+)?(?:19|20)\d\d(?!\d)"
)
_CALLED_YEAR = re.compile(r"\b(?:en|annee|depuis|l'an) $")
_SHORT = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/–]\s?(\d\d)\b(?!\s?[\d€k])")
_TO = re.compile(r"^\s*(?:a|au|-|–|/|jusqu'?(?:a|en|au)?|jusqu'a l'annee)\s*$")
_NOW = re.compile(r"\s*(?:a|jusqu'a) (?:aujourd'hui|maintenant|l'an dernier|l'annee derniere)\b")
_SINCE = re.compile(r"\bdepuis (?:l'annee |l'an |janvier |debut )?$")
_BETWEEN = re.compile(r"\bentre (?:l'annee )?$")
_COLON = re.compile(r"\s*[:=]")
_TOGETHER = re.compile(r"^(?:\s|[,;&+]|et\b|puis\b|en\b|pour\b|de\b|l'annee\b)+$")
_NOTHING = re.compile(r"\b(?:rien|aucun (?:salaire|revenu)|pas travaille|sans emploi)\b")
_SEPARATORS = " ,;:.=-\t\n"
_TOTAL = re.compile(r"\b(?:en tout|au total|cumules?)\b")
_LAST_YEARS = re.compile(
    r"\b(?:depuis|(?:sur |pendant |durant )?(?:ces|les|mes)(?= ?\d+ dernieres)) (\d+) (?:dernieres )?(?:ans|annees)\b"
)
_LAST_YEAR = re.compile(r"\bl'an(?:nee)? (?:derniere?|passee?)\b")
_NEXT_SUM = re.compile(r"[;\n]|,(?!\d)|\b(?:et|puis)\b")
_BETWEEN_SUMS = re.compile(r"\bentre\b")
FEWEST_MIXED = 3  # years: of two, it is not clear enough whose two sums side by side are
_OTHER_NUMBERS = re.compile(r"\b\d+ ?(?:trimestres?|trim|points?|pts?|t)\b")
_FRANCS = re.compile(r"\b(?:francs?|frs?|ff?)\b")
_CORRECTS = re.compile(r"\b(?:non|pardon|plutot|en fait|erreur)\b")


class _Years(NamedTuple):
    """Civil years told together, and from where to where."""

    years: tuple[int, ...]
    start: int
    end: int


def read_yearly_pays(text: str, on: date) -> Reading:
    """The gross pay of each civil year, as a JSON object; net is refused, monthly multiplied, doubtful asked."""
    if is_net(text):
        return Refused("net")
    written = _written(text, on)
    groups = _groups(written, on)
    if any(year > on.year for group in groups for year in group.years):
        return Refused("future")
    told = _in_mixed_order(written, on) or _paired(written, groups)
    if told is None:
        return Refused()
    if any(money.amount.highest > MOST_PAY for _, money in told):
        return Refused("impossible")
    if all(is_doubtful(money) for _, money in told):
        pays = {year: money.amount for years, money in told for year in years}
        return Ambiguous("Est-ce par mois, ou par an ?", (_said(pays, a_month), _said(pays, a_year)))
    yearly = [(years, amount) for years, money in told if (amount := yearly_pay(money)) is not None]
    return _as_value(yearly, written, on) if len(yearly) == len(told) else Refused()


def _written(text: str, on: date) -> str:
    """The text in digits, with "depuis 10 ans" and "l'an dernier" as civil years."""
    written = _OTHER_NUMBERS.sub(" ", words_to_digits(text))
    written = _NOW.sub(f" a {on.year - 1}", written)
    written = _LAST_YEARS.sub(lambda match: f"de {on.year - min(int(match[1]), OLDEST)} a {on.year - 1}", written)
    written = _LAST_YEAR.sub(str(on.year - 1), written)
    return _SHORT.sub(lambda match: f"{match[1]} a {match[1][:2]}{match[2]}", written)


def _told_years(written: str) -> Iterator[re.Match[str]]:
    """The numbers that are years: of "2019 : 2000" the first, of "2000 en 2019" the second."""
    found = list(_YEAR.finditer(written))
    lists = any(_COLON.match(written, match.end()) for match in found)
    for match in found:
        before = written[: match.start()]
        after_colon = lists and before.rstrip().endswith((":", "="))
        if _CALLED_YEAR.search(before) or not (after_colon or _SUM_AFTER.match(written, match.end())):
            yield match


def _groups(written: str, on: date, *, shared: bool = True) -> list[_Years]:
    """The civil years of a text; those that only a comma or "et" parts share their pay, if any may be shared."""
    groups: list[_Years] = []
    for match in _told_years(written):
        year, last = int(match[1]), groups[-1] if groups else None
        between = written[last.end : match.start()] if last else ""
        if last and (_TO.match(between) or (between.strip() == "et" and _BETWEEN.search(written[: last.start]))):
            groups[-1] = _Years((*last.years, *range(last.years[-1] + 1, year + 1)), last.start, match.end())
        elif shared and last and _TOGETHER.match(between):
            groups[-1] = _Years((*last.years, year), last.start, match.end())
        else:
            groups.append(_Years((year,), match.start(), match.end()))
    if len(groups) == 1 and len(groups[0].years) == 1 and _SINCE.search(written[: groups[0].start]):
        groups[0] = groups[0]._replace(years=tuple(range(groups[0].years[0], on.year)))
    return groups


def _parts(written: str, groups: Sequence[_Years]) -> list[str]:
    """What stands before, between and after the years."""
    starts, ends = [group.start for group in groups], [group.end for group in groups]
    return [written[end:start] for end, start in zip([0, *ends], [*starts, len(written)], strict=True)]


def _in_mixed_order(written: str, on: date) -> list[tuple[tuple[int, ...], Money]] | None:
    """ "2019 21 000, 2020 : 22 500 et 23 000 en 2021": a year before its sum, another after; None for other texts."""
    groups = _groups(written, on, shared=False)
    if len(groups) < 2:
        return None
    parts = [_sums(part) for part in _parts(written, groups)]
    if len(groups) < FEWEST_MIXED and any(len(sums) > 1 for sums in parts):
        return None
    told: list[_Years | Money] = [*parts[0]]
    for group, sums in zip(groups, parts[1:], strict=True):
        told += [group, *sums]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    year_first = {
        isinstance(first, _Years) for first, second in pairs if isinstance(first, _Years) != isinstance(second, _Years)
    }
    one_each = all(isinstance(first, _Years) != isinstance(second, _Years) for first, second in pairs)
    if len(told) != 2 * len(groups) or not one_each or len(year_first) < 2:
        return None
    moneys = _at_one_rate([item for item in told if isinstance(item, Money)])
    return [(group.years, money) for group, money in zip(groups, moneys, strict=True)]


def _sums(part: str) -> list[Money]:
    """The sums of a part, each parted from the next by a comma or "et"."""
    pieces = [part] if _BETWEEN_SUMS.search(part) else _NEXT_SUM.split(part)
    several = [money for piece in pieces if (money := _money(piece) or _no_money(piece)) is not None]
    whole = _money(part) or _no_money(part)
    return several if len(several) > 1 or whole is None else [whole]


def _at_one_rate(moneys: list[Money]) -> list[Money]:
    """ "2019 : 1750, 2020 : 1800 par mois": the only rate told is that of all."""
    rates = {money.rate for money in moneys} - {""}
    if len(rates) != 1:
        return moneys
    rate = next(iter(rates))
    return [replace(money, rate=rate) if is_doubtful(money) else money for money in moneys]


def _paired(written: str, groups: Sequence[_Years]) -> list[tuple[tuple[int, ...], Money]] | None:
    """Each group of years with its pay, told before it or after it; None when one has none."""
    if not groups:
        return None
    parts = _parts(written, groups)
    if any(len(_sums(part)) > 1 for part in parts):
        return None
    if _money(parts[0]) and not any(char.isdigit() for char in parts[-1]):
        parts = [*parts[:-2], f"{parts[-2]} {parts[-1]}"]  # the rate may come last
    else:
        parts = parts[1:]
    moneys = [money for part in parts if (money := _money(part) or _no_money(part)) is not None]
    if len(moneys) != len(groups):
        return None
    moneys = _at_one_rate(moneys)
    if any(len(group.years) > 1 and _TOTAL.search(part) for group, part in zip(groups, parts, strict=True)):
        return None
    return [(group.years, money) for group, money in zip(groups, moneys, strict=True)]


def _money(part: str) -> Money | None:
    money = money_in(quantities(part.lstrip(_SEPARATORS)))
    if money is None or not _FRANCS.search(part):
        return money
    amount = money.amount.times(1 / FRANCS)
    return replace(money, amount=amount.whole())


def _no_money(part: str) -> Money | None:
    """ "2021 : rien"."""
    return Money(NONE, "year", ()) if _NOTHING.search(part) else None


def _as_value(yearly: Sequence[tuple[tuple[int, ...], Amount]], written: str, on: date) -> Reading:
    """All the years in one JSON object; two pays of one year are added, unless the second corrects the first."""
    corrects = bool(_CORRECTS.search(written))
    pays: dict[int, Amount] = {}
    for years, amount in yearly:
        for year in years:
            pays[year] = added(pays[year], amount) if year in pays and not corrects else amount
    if not pays or min(pays) < on.year - OLDEST or any(amount.highest > MOST_PAY for amount in pays.values()):
        return Refused("impossible")
    values = {str(year): as_value(pays[year], french.euros).value for year in sorted(pays)}
    return Value(json.dumps(values), _said(pays, french.euros))


def _said(pays: Mapping[int, Amount], say: Say) -> str:
    """ "20 000 € de 2015 à 2019, 22 500 € en 2020"."""
    rows: list[list[int]] = []
    for year in sorted(pays):
        if rows and rows[-1][-1] == year - 1 and pays[year] == pays[rows[-1][0]]:
            rows[-1].append(year)
        else:
            rows.append([year])
    return ", ".join(f"{in_words(pays[row[0]], say)} {_of_years(row)}" for row in rows)


def _of_years(row: Sequence[int]) -> str:
    return f"en {row[0]}" if len(row) == 1 else f"de {row[0]} à {row[-1]}"
