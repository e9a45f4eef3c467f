"""A plot is to scale: heights from zero, places in the order of time; labels have room."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.figure import Form
from edition.html.plot import Mark, PlotView, view_plot
from edition.html.plot_labels import date_lines, number_lines
from tests.core.figured import LINES, TIDES, figure, point

NARROWEST = 15
"""Ems of label that a plot has at least: `plot.css` makes them no larger."""


def em(length: str) -> float:
    assert length.endswith("em")
    return float(length[:-2])


def share(length: str) -> float:
    assert length.endswith("%")
    return float(length[:-1]) / 100


def heights(plot: PlotView) -> list[float]:
    return [em(plot.base) - em(mark.top) for mark in plot.marks]


NUMBERS = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


@given(NUMBERS, st.sampled_from(["", "over ", "about ", "under "]))
def test_heights_are_as_the_numbers_are_and_from_zero(numbers: list[int], qualifier: str) -> None:
    points = (f"{1900 + year} {qualifier}{number}" for year, number in enumerate(numbers))
    plot = view_plot(figure("a", *points))
    most = max(numbers)
    for number, height in zip(numbers, heights(plot), strict=True):
        assert height == pytest.approx(max(heights(plot)) * number / most if most else 0, abs=0.002)
    assert all(0 <= em(mark.top) <= em(plot.base) for mark in plot.marks)
    assert all(em(line.y) > 0.5 for mark in plot.marks for line in mark.lines)


@given(st.sets(st.integers(1, 4000), min_size=1, max_size=30))
def test_totals_stand_to_scale_in_the_order_of_time(years: set[int]) -> None:
    points = (f"{year:04}-12-31 {number}" for number, year in enumerate(sorted(years)))
    plot = view_plot(figure("a", *points, form=Form.TOTAL))
    places = [share(mark.x) for mark in plot.marks]
    assert all(0 < place < 1 for place in places)
    assert all(before < after for before, after in pairwise(places))
    first, last = min(years), max(years)
    if first < last:
        for year, place in zip(sorted(years), places, strict=True):
            at = places[0] + (places[-1] - places[0]) * (year - first) / (last - first)
            assert place == pytest.approx(at, abs=0.001)


def test_a_year_without_a_number_leaves_a_gap() -> None:
    plot = view_plot(figure("a", "2018 1", "2019 1", "2021 1"))
    one, two, three = (share(mark.x) for mark in plot.marks)
    assert three - two == pytest.approx(2 * (two - one), rel=0.01)


def reach(mark: Mark) -> tuple[float, float]:
    """Where a label begins and ends in the narrowest plot, in ems."""
    half = max(len(line.words) for line in mark.lines) * 0.45 / 2
    return share(mark.x) * NARROWEST - half, share(mark.x) * NARROWEST + half


@given(
    st.lists(st.integers(0, 10**7), min_size=1, max_size=40),
    st.sampled_from(Form),
    st.sampled_from(["{:04}", "{:04}-12-31", "{:04}-10~"]),
)
def test_labels_do_not_meet_and_the_first_and_the_last_are_there_if_they_can(
    numbers: list[int], form: Form, date: str
) -> None:
    points = [
        f"{date.format(year)} about {number}" for year, number in enumerate(sorted(numbers), 1900)
    ]
    plot = view_plot(figure("a", *points, form=form))
    shown = [mark for mark in plot.marks if mark.lines and not mark.is_roomy]
    assert shown[-1] == plot.marks[-1]
    for mark in shown:
        start, end = reach(mark)
        assert start > -0.01
        assert end < NARROWEST + 0.01
    for one, other in combinations(shown, 2):
        assert reach(one)[1] < reach(other)[0] or reach(other)[1] < reach(one)[0]
    if len(numbers) <= 3 and form is Form.BARS and max(numbers) < 10**6:  # three fit
        assert len(shown) == len(numbers)


def test_more_labels_where_there_is_more_room() -> None:
    plot = view_plot(figure("a", *(f"{year} 100.5" for year in range(2010, 2018))))
    assert all(mark.lines for mark in plot.marks)
    assert any(mark.is_roomy for mark in plot.marks)
    assert not plot.marks[0].is_roomy
    assert not plot.marks[-1].is_roomy


@pytest.mark.parametrize(
    ("written", "solid", "broken"),
    [("", "at", "none"), ("over ", "at", "above"), ("about ", "below", "above"),
     ("nearly ", "below", "at"), ("under ", "below", "at")],
)  # fmt: skip
def test_an_end_is_broken_on_the_side_where_the_number_may_be(
    written: str, solid: str, broken: str
) -> None:
    (mark,) = view_plot(figure("a", f"2020 {written}5")).marks

    def side(length: str) -> str:
        if not length:
            return "none"
        off = em(length) - em(mark.top)
        return "at" if abs(off) < 0.001 else "below" if off > 0 else "above"

    assert (side(mark.solid), side(mark.broken)) == (solid, broken)


def test_nothing_is_drawn_below_zero() -> None:
    plot = view_plot(figure("a", "2019 under 1", "2020 nearly 1000"))
    assert all(em(mark.solid) <= em(plot.base) for mark in plot.marks)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2020 1", True), ("2020-05-01 1", True), ("2020-05-01 reported 1", False), ("2020~ 1", False),
     ("../2020 1", True), ("202X 1", False)],
)  # fmt: skip
def test_a_point_is_hollow_whose_day_is_not_known(written: str, expected: bool) -> None:
    (mark,) = view_plot(figure("a", written, form=Form.TOTAL)).marks
    assert mark.is_dated == expected
    assert mark.x == "50%"


def test_bars_are_no_wider_than_their_periods() -> None:
    for count in (1, 4, 12, 60, 200):
        plot = view_plot(figure("a", *(f"{year} 5" for year in range(1800, 1800 + count))))
        places = [share(mark.x) * NARROWEST for mark in plot.marks]
        assert all(after - before > em(plot.width) for before, after in pairwise(places))


def test_numbers_that_are_all_zero_lie_on_it() -> None:
    plot = view_plot(figure("a", "2019 0", "2020 0"))
    assert {mark.top for mark in plot.marks} == {plot.base}


def test_no_point_is_an_empty_plot() -> None:
    assert view_plot(figure("a")).marks == ()


@pytest.mark.parametrize(
    ("date", "lines"),
    [("2022", ("2022",)), ("198X", ("1980s",)), ("2004~", ("c. 2004",)), ("-0199", ("200 BCE",)),
     ("2023-05", ("May", "2023")), ("2022-12-31", ("31 Dec.", "2022")),
     ("2023-10~", ("c. Oct.", "2023")), ("2023-05-18/2023-05-19", ("18–19 May", "2023")),
     ("2022/2023", ("2022 to", "2023")), ("-0199-05", ("May", "200 BCE"))],
)  # fmt: skip
def test_a_date_is_short_and_its_year_stands_alone(date: str, lines: tuple[str, ...]) -> None:
    assert date_lines(point(f"{date} 1 [@quill2016]").when) == lines


def test_of_a_total_the_end_is_named() -> None:
    assert date_lines(point("../2022-12-31 1 [@a1]").when, is_end=True) == ("31 Dec.", "2022")


def test_a_qualifier_stands_above_its_number() -> None:
    lines = [number_lines(one) for found in (TIDES, LINES) for one in found.points]
    assert lines == [("1.5",), ("over", "2"), ("3.25",), ("over", "70"), ("290.5",),
                     ("about", "1,300")]  # fmt: skip
    mark = view_plot(TIDES).marks[1]
    qualifier, number, date = mark.lines
    assert (qualifier.is_qualifier, number.is_qualifier, date.is_qualifier) == (True, False, False)
    assert em(qualifier.y) < em(number.y) < em(mark.broken) < em(mark.top) < em(date.y)
