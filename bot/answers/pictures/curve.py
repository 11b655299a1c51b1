"""The curve of work and pension together: what one receives a month, for each gross pay a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answers import french
from bot.answers.pictures.axes import Axes, round_figures
from bot.answers.pictures.picture import Picture
from bot.answers.pictures.svg import ACCENT, LINE, PAPER, WIDTH, Drawn, diamond, drawing, points, tag, width_of, words

Point = tuple[Decimal, Decimal]
"""Gross pay of a month, total received that month (pay and what is left of the pension), in euros."""

TITLE = "Votre salaire et votre pension, par mois"
COLUMNS = ("Salaire brut par mois", "Pension restante", "Total par mois")
YOU = "Vous"
_PLOT, _MARGIN, _EDGE = 190, 30, 4
_ROWS = 4  # spread over the curve, besides those of the bounds and of the person
_DOTTED: dict[str, str | float] = {"stroke_dasharray": "2 4"}
_DASHED: dict[str, str | float] = {"stroke_dasharray": "7 4"}
_BOTH: dict[str, str | float] = {"stroke": ACCENT, "stroke_width": 3}
_PAY_ALONE: dict[str, str | float] = {"stroke": "currentColor", "stroke_width": 1.5, **_DOTTED}


@dataclass(frozen=True)
class _Case:
    """All that the picture shows; `shown`: the points of the table, marked on the curve."""

    curve: Sequence[Point]
    threshold: Decimal | None
    suspended_from: Decimal | None
    person: Point | None
    shown: Sequence[Point]

    @property
    def everywhere(self) -> list[Point]:
        """The points that must fall inside the drawing."""
        return [*self.curve, *([] if self.person is None else [self.person])]


def cumul_curve(
    curve: Sequence[Point],
    threshold: Decimal | None,
    person: Point | None,
    suspended_from: Decimal | None = None,
) -> Picture:
    """The curve, the pay from which the pension is reduced, the pay from which nothing is left of it, and the person.

    The curve should hold a point at each of these two pays: nothing is guessed between points, in the table neither.

    Raises:
        ValueError: fewer than two points, no pay above zero, or a total lower than its pay.
    """
    curve = sorted(curve)
    case = _Case(curve, threshold, suspended_from, person, _shown(curve, (threshold, suspended_from), person))
    if len(curve) < 2 or curve[-1][0] <= 0:
        raise ValueError("a curve needs two points and a pay above zero")
    if any(total < pay for pay, total in case.everywhere):
        raise ValueError("a total cannot be lower than the pay")
    description = _description(case)
    rows = tuple(_row(point, is_person=point == person) for point in case.shown)
    return Picture(TITLE, _svg(case, description), description, COLUMNS, rows)


def _shown(curve: Sequence[Point], bounds: tuple[Decimal | None, ...], person: Point | None) -> list[Point]:
    """The points of the table: some spread evenly, those of the bounds, and the person's."""
    chosen = {point for point in curve if point[0] in bounds}
    if person is not None:
        chosen.add(person)
    for index in range(_ROWS if curve else 0):
        wanted = curve[0][0] + (curve[-1][0] - curve[0][0]) * index / (_ROWS - 1)
        chosen.add(min(curve, key=lambda point: abs(point[0] - wanted)))
    return sorted(chosen)


def _row(point: Point, *, is_person: bool) -> tuple[str, ...]:
    pay, total = point
    mark = f" ({YOU.lower()})" if is_person else ""
    return french.euros(pay) + mark, french.euros(total - pay), french.euros(total)


def _description(case: _Case) -> str:
    said = ["Cette courbe montre ce que vous recevriez chaque mois, salaire et pension réunis, avant prélèvements."]
    if case.threshold is not None and case.threshold > 0:
        most = french.euros(case.threshold)
        said.append(
            f"D'après vos réponses, la pension reste entière jusqu'à {most} de salaire brut. Au-delà, elle baisse."
        )
    elif case.threshold is not None:  # a small former pay: the pension alone already reaches it
        said.append("D'après vos réponses, la pension baisse dès les premiers euros de salaire.")
    if case.suspended_from is not None:
        said.append(f"À partir de {french.euros(case.suspended_from)}, elle n'est plus versée.")
    if case.person is not None:
        pay, left, total = _row(case.person, is_person=False)
        said.append(f"Avec {pay} de salaire, vous recevriez {total}, dont {left} de pension.")
    said.append("C'est une estimation\u00a0: la caisse fait le calcul exact.")
    return " ".join(said)


def _svg(case: _Case, description: str) -> str:
    bounds = [
        (pay, label, style)
        for pay, label, style in (
            (case.threshold, "Pension entière jusqu'à", _DASHED),
            (case.suspended_from, "Pension suspendue dès", _DOTTED),
        )
        if pay is not None and pay > 0
    ]
    most = max(pay for pay, _ in case.everywhere)
    highest = max(total for _, total in case.everywhere) * Decimal("1.1")  # room for the person's label
    figures = round_figures(highest)
    left = max(width_of(french.euros(figure)) for figure in figures) + 2 * _EDGE
    top = LINE * (1 + len(bounds)) + 12
    axes = Axes(left, WIDTH - _MARGIN, top, top + _PLOT, max([most, *(pay for pay, _, _ in bounds)]), highest)
    y = axes.bottom + 3 * LINE + 6
    parts = [words("Total par mois", _EDGE, LINE - 4), *_sides(axes, figures)]
    parts += [_bound(axes, LINE * (2 + row) - 4, *bound) for row, bound in enumerate(bounds)]
    parts += [_line(axes, ((Decimal(0), Decimal(0)), (most, most)), **_PAY_ALONE), _line(axes, case.curve, **_BOTH)]
    parts += [_dot(axes, point) for point in case.shown if point != case.person]
    parts += [words(COLUMNS[0], (axes.left + axes.right) / 2, axes.bottom + 2 * LINE, "middle"), *_legend(y)]
    if case.person is not None:
        y += LINE + 3
        parts += [_you(axes, case.person), *_your_legend(y, case.person)]
    return drawing("cumul-curve", TITLE, description, y + 8, *parts)


def _sides(axes: Axes, figures: Sequence[Decimal]) -> list[Drawn]:
    parts = []
    for figure in figures:
        y = axes.y(figure)
        parts.append(tag("line", x1=axes.left, x2=axes.right, y1=y, y2=y, stroke="currentColor", stroke_opacity=0.3))
        parts.append(words(french.euros(figure), axes.left - 6, y + 5, "end"))
    for figure in _figures_below(axes):
        x = axes.x(figure)
        parts.append(tag("line", x1=x, x2=x, y1=axes.bottom, y2=axes.bottom + 5, stroke="currentColor"))
        parts.append(words(french.euros(figure), x, axes.bottom + LINE, "middle"))
    return parts


def _figures_below(axes: Axes) -> tuple[Decimal, ...]:
    """Fewer when they would touch."""
    figures = round_figures(axes.widest)
    room = axes.x(figures[-1]) - axes.x(figures[-2]) if len(figures) > 1 else WIDTH
    return figures if room > width_of(french.euros(figures[-1])) + 2 else round_figures(axes.widest, most=3)


def _bound(axes: Axes, y: float, pay: Decimal, label: str, style: dict[str, str | float]) -> Drawn:
    """A vertical line up to its label, which stays within the drawing wherever the line is."""
    text, x = f"{label} {french.euros(pay)}", axes.x(pay)
    half = width_of(text) / 2 + _EDGE
    line = tag("line", x1=x, x2=x, y1=y + 4, y2=axes.bottom, stroke="currentColor", stroke_width=1.5, **style)
    return tag("g", line, words(text, min(max(x, half), WIDTH - half), y, "middle"))


def _line(axes: Axes, through: Sequence[Point], **style: str | float) -> Drawn:
    corners = tuple((axes.x(pay), axes.y(total)) for pay, total in through)
    return tag("polyline", points=points(corners), fill="none", **style)


def _named(point: Point) -> Drawn:
    """Shown when the pointer rests on a point."""
    pay, left, total = _row(point, is_person=False)
    return tag("title", f"Salaire {pay}, pension {left}, total {total}")


def _dot(axes: Axes, point: Point) -> Drawn:
    return tag("circle", _named(point), cx=axes.x(point[0]), cy=axes.y(point[1]), r=4, fill=ACCENT)


def _you(axes: Axes, person: Point) -> Drawn:
    x, y = axes.x(person[0]), axes.y(person[1])
    mark = diamond(x, y, 8, stroke=PAPER, stroke_width=2)
    # Above, and rather to the left: a curve goes up to the right.
    label = words(YOU, max(x - 22, axes.left + 24), max(y - 12, axes.top + 12), "middle", strong=True)
    return tag("g", _named(person), mark, label)


def _legend(y: float) -> list[Drawn]:
    parts, x = [], float(_EDGE)
    for text, style in (("Salaire et pension", _BOTH), ("Salaire seul", _PAY_ALONE)):
        parts += [tag("line", x1=x, x2=x + 20, y1=y - 5, y2=y - 5, **style), words(text, x + 26, y)]
        x += 26 + width_of(text)
    return parts


def _your_legend(y: float, person: Point) -> list[Drawn]:
    text = f"{YOU}\u00a0: {french.euros(person[1])} au total"
    return [diamond(_EDGE + 10, y - 5, 7), words(text, _EDGE + 26, y)]
