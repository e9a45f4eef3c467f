"""A chart is to scale: marks where their days are, rows as near them as the others let them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.edtf import Edtf, read_edtf
from edition.core.event import Event
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.html.chart import ChartView, view_chart

SOMEBODY = Contributor("editors", "The editors")


def event(name: str, when: str, quote: str = "") -> Event:
    date = read_edtf(when)
    assert isinstance(date, Edtf)
    return Event(
        name, name, date, "culture", Quote(quote) if quote else None, (), Body(), SOMEBODY,
        "2026-11-25", "", Place(f"docs/timeline/{name}.md"),
    )  # fmt: skip


def chart(span: str, *dates: str) -> ChartView:
    return view_chart([event(f"e{number}", when) for number, when in enumerate(dates)], span)


def share(length: str) -> float:
    assert length.endswith("%")
    return float(length[:-1]) / 100


@pytest.mark.parametrize(
    ("span", "when", "mark", "bar"),
    [
        ("2000/2003", "2001", "25.051%", ("25.051%", "50.034%")),  # 2000 is a leap year
        ("2001/2004", "2001-01-01", "0%", ("0%", "0.068%")),
        ("-0099/0000", "-0099/0000", "0%", ("0%", "100%")),
        ("2001/2004", "../2004", "100%", ("97%", "100%")),
        ("2001/2004", "2001/..", "0%", ("0%", "3%")),
        ("1980/1989", "198X", "0%", ("0%", "100%")),
    ],
)
def test_a_mark_is_where_its_day_is(span: str, when: str, mark: str, bar: tuple[str, str]) -> None:
    drawn = chart(span, when)
    assert [row.mark for row in drawn.rows] == [mark]
    assert [(drawn.start, drawn.end) for drawn in drawn.bars] == [bar]


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2001", False), ("2001~", True), ("2001?", True), ("200X", True), ("2001/..", True),
     ("2001/2002", False), ("2001~/2002", True)],
)  # fmt: skip
def test_what_is_not_certain_is_drawn_so(when: str, expected: bool) -> None:
    (bar,) = chart("1999/2010", when).bars
    assert bar.is_loose == expected


@pytest.mark.parametrize(
    ("span", "when", "expected"),
    [("2023", "2023-05-18/2023-05-19", 1), ("2023", "2022/2024", 0), ("2023", "2022-12-31", 0),
     ("2023", "2024-01-01", 0), ("2023", "../2023", 1), ("2023", "202X", 0),
     ("2023-05", "2023", 0)],
)  # fmt: skip
def test_a_chart_has_what_lies_within_its_span(span: str, when: str, expected: int) -> None:
    assert len(chart(span, when).rows) == expected


@pytest.mark.parametrize("span", ["2001/..", "../2001", "backwards", ""])
def test_a_span_without_ends_has_no_chart(span: str) -> None:
    assert chart(span, "2001") == ChartView((), (), ())


def test_no_event_is_an_empty_chart_with_a_scale() -> None:
    drawn = chart("2001/2004")
    assert (drawn.rows, drawn.bars) == ((), ())
    assert [tick.label for tick in drawn.ticks] == ["2001", "2002", "2003", "2004"]


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        ("1985/2027", ["1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
        ("-0199/1984", ["1 CE", "500", "1000", "1500"]),
        ("-0199/0250", ["200 BCE", "150 BCE", "100 BCE", "50 BCE", "1 CE", "50", "100", "150",
                        "200", "250"]),
        ("-0001/0002", ["2 BCE", "1 BCE", "1 CE", "2"]),
        ("0001/0004", ["1", "2", "3", "4"]),
        ("-0499/-0400", ["500 BCE", "490 BCE", "480 BCE", "470 BCE", "460 BCE", "450 BCE",
                         "440 BCE", "430 BCE", "420 BCE", "410 BCE"]),
    ],
)  # fmt: skip
def test_ticks_are_round_years(span: str, labels: list[str]) -> None:
    assert [tick.label for tick in chart(span).ticks] == labels


YEARS = st.lists(st.integers(1000, 1999), max_size=60)


@given(YEARS)
def test_rows_are_in_order_one_apart_and_within_the_chart(years: list[int]) -> None:
    """Whatever the dates: one event, many, all in one year."""
    drawn = chart("1000/1999", *map(str, years))
    count = len(years) + sum(row.free for row in drawn.rows) + drawn.free
    heights = [share(row.height) for row in drawn.rows]
    rows, at = [], 0
    for row in drawn.rows:
        at += row.free
        rows.append((at + 0.5) / count)
        at += 1
    assert heights == pytest.approx(rows, abs=1e-5)
    assert [share(row.mark) for row in drawn.rows] == sorted(share(row.mark) for row in drawn.rows)
    assert all(0 < height < 1 for height in heights)


def test_an_event_alone_among_free_rows_lies_at_its_mark() -> None:
    drawn = chart("1000/1999", *map(str, range(1000, 2000, 50)))
    for row in drawn.rows:
        assert share(row.height) == pytest.approx(share(row.mark), abs=0.05)


def test_bars_that_overlap_lie_in_lanes_of_their_own() -> None:
    drawn = chart("2000/2009", "2000/2004", "2001/2005", "2002", "2005-06", "2006")
    assert [bar.lane for bar in drawn.bars] == [0, 1, 2, 0, 0]
