"""The curve of work and pension: what it shows, what it says, and where it puts them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.pictures.curve import Point, cumul_curve
from bot.answers.pictures.picture import Picture
from tests.answers.pictures.parsed import SVG, all_words, check, labels, parsed

PENSION, THRESHOLD, SUSPENDED = Decimal(1000), Decimal(1000), Decimal(3000)
NUMBER = re.compile(r"\d[\d\u202f]*(?:,\d+)?")


def total(pay: Decimal, pension: Decimal = PENSION, threshold: Decimal = THRESHOLD) -> Decimal:
    return pay + max(pension - max((pay - threshold) / 2, Decimal(0)), Decimal(0))


def points(last: int = 3600, step: int = 100) -> list[Point]:
    return [(Decimal(pay), total(Decimal(pay))) for pay in range(0, last + 1, step)]


PERSON = (Decimal("1450.50"), total(Decimal("1450.50")))
WHOLE = cumul_curve(points(), THRESHOLD, PERSON, SUSPENDED)


def test_the_table_holds_the_ends_the_bounds_and_the_person() -> None:
    assert WHOLE.columns == ("Salaire brut par mois", "Pension restante", "Total par mois")
    assert [row[0].replace("\u202f", "").replace("\u00a0", " ") for row in WHOLE.rows] == [
        "0 €", "1000 €", "1200 €", "1450,50 € (vous)", "2400 €", "3000 €", "3600 €",
    ]  # fmt: skip
    assert WHOLE.rows[3] == ("1\u202f450,50\u00a0€ (vous)", "774,75\u00a0€", "2\u202f225,25\u00a0€")


def test_every_number_of_the_table_is_in_the_drawing() -> None:
    drawn = set(NUMBER.findall(" ".join(text for text in parsed(WHOLE).itertext())))
    cells = {number for row in WHOLE.rows for cell in row for number in NUMBER.findall(cell)}
    assert cells <= drawn
    beside = {title.text for title in parsed(WHOLE).iter(f"{SVG}title")}
    for pay, left, both in WHOLE.rows:
        assert f"Salaire {pay.removesuffix(' (vous)')}, pension {left}, total {both}" in beside


def test_a_whole_drawing_can_be_read_on_a_narrow_screen() -> None:
    check(WHOLE)


def test_the_description_says_the_bounds_the_person_and_that_it_is_an_estimate() -> None:
    said = WHOLE.description.replace("\u202f", "").replace("\u00a0", " ")
    assert "entière jusqu'à 1000 € de salaire brut" in said
    assert "À partir de 3000 €, elle n'est plus versée." in said
    assert "Avec 1450,50 € de salaire, vous recevriez 2225,25 €, dont 774,75 € de pension." in said
    assert said.endswith("C'est une estimation : la caisse fait le calcul exact.")
    assert all(len(sentence.split()) <= 25 for sentence in re.split(r"(?<=[.])\s", said))


def _scale(picture: Picture) -> tuple[dict[str, float], dict[str, float]]:
    """Where the figures of the two sides stand: those under the plot by x, those beside it by y."""
    euros = [e for e in parsed(picture).iter(f"{SVG}text") if re.fullmatch(r"[\d\u202f]+\u00a0€", e.text or "")]
    across = {str(e.text): float(e.attrib["x"]) for e in euros if e.attrib["text-anchor"] == "middle"}
    upwards = {str(e.text): float(e.attrib["y"]) - 5 for e in euros if e.attrib["text-anchor"] == "end"}
    return across, upwards


def test_the_points_stand_where_the_figures_of_the_sides_say() -> None:
    across, upwards = _scale(WHOLE)
    thousand = "1\u202f000\u00a0€"
    x0, x1, y0, y1 = across["0\u00a0€"], across[thousand], upwards["0\u00a0€"], upwards[thousand]
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in parsed(WHOLE).iter(f"{SVG}circle")]
    expected = [(p, t) for p, t in points() if p in {0, 1000, 1200, 2400, 3000, 3600}]
    assert len(dots) == len(expected)
    for (x, y), (pay, both) in zip(dots, expected, strict=True):
        assert x == pytest.approx(x0 + (x1 - x0) * float(pay) / 1000, abs=0.5)
        assert y == pytest.approx(y0 + (y1 - y0) * float(both) / 1000, abs=0.5)


def test_each_bound_is_a_line_of_its_own_kind_with_its_label() -> None:
    across, _ = _scale(WHOLE)
    lines = {
        line.attrib["x1"]: line.attrib["stroke-dasharray"]
        for line in parsed(WHOLE).iter(f"{SVG}line")
        if line.get("x1") == line.get("x2") and "stroke-dasharray" in line.attrib
    }
    assert set(map(float, lines)) == {across["1\u202f000\u00a0€"], across["3\u202f000\u00a0€"]}
    assert len(set(lines.values())) == 2
    texts = [label.text for label in labels(WHOLE)]
    assert "Pension entière jusqu'à 1\u202f000\u00a0€" in texts
    assert "Pension suspendue dès 3\u202f000\u00a0€" in texts


def test_the_person_has_a_shape_of_their_own_and_a_label() -> None:
    assert "Vous" in [label.text for label in labels(WHOLE)]
    assert len(list(parsed(WHOLE).iter(f"{SVG}polygon"))) == 2  # on the curve, and in the legend
    alone = cumul_curve(points(), THRESHOLD, None, SUSPENDED)
    assert "Vous" not in all_words(alone)
    assert not list(parsed(alone).iter(f"{SVG}polygon"))
    assert not any("vous" in cell for row in alone.rows for cell in row)


def test_bounds_that_are_not_known_are_neither_drawn_nor_said() -> None:
    picture = cumul_curve(points(), None, PERSON)
    assert "entière" not in all_words(picture)
    assert "suspendue" not in all_words(picture)
    check(picture)


def test_a_pension_reduced_from_the_first_euro_has_no_line_but_is_said() -> None:
    picture = cumul_curve(points(), Decimal(-50), PERSON, SUSPENDED)
    assert "baisse dès les premiers euros" in picture.description
    assert not any("entière" in label.text for label in labels(picture))


@pytest.mark.parametrize(
    ("curve", "person"),
    [
        ([], None),
        (points()[:1], None),
        ([(Decimal(0), PENSION), (Decimal(0), PENSION)], None),
        ([(Decimal(0), PENSION), (Decimal(500), Decimal(400))], None),
        (points(), (Decimal(500), Decimal(400))),
    ],
)
def test_a_curve_that_cannot_be_is_refused(curve: list[Point], person: Point | None) -> None:
    with pytest.raises(ValueError, match=r"curve|total"):
        cumul_curve(curve, THRESHOLD, person)


def test_points_may_come_in_any_order() -> None:
    assert cumul_curve(points()[::-1], THRESHOLD, PERSON, SUSPENDED) == WHOLE


_sums = st.decimals(0, 9000, places=2)


@given(last=st.integers(300, 9000), pension=_sums, threshold=_sums, pay=_sums)
def test_whatever_the_sums_words_stay_inside_and_never_overlap(
    last: int, pension: Decimal, threshold: Decimal, pay: Decimal
) -> None:
    pays = sorted({Decimal(0), Decimal(last), *(Decimal(last * step // 12) for step in range(12)), threshold})
    curve = [(x, total(x, pension, threshold)) for x in pays]
    check(cumul_curve(curve, threshold, (pay, total(pay, pension, threshold)), threshold + 2 * pension))
