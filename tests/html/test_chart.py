"""A chart is to scale: marks where their days are, rows as near them as the others let them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.edtf import Edtf, read_edtf
from edition.core.event import Event
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.html.chart import ChartPart, view_chart

SOMEBODY = Contributor("editors", "The editors")


def event(name: str, when: str, quote: str = "") -> Event:
    date = read_edtf(when)
    assert isinstance(date, Edtf)
    return Event(
        id=name,
        label=name,
        when=date,
        kind="culture",
        quote=Quote(quote) if quote else None,
        see=(),
        body=Body(),
        author=SOMEBODY,
        date="2026-11-25",
        revised="",
        place=Place(f"docs/timeline/{name}.md"),
    )


def chart(span: str, *dates: str) -> tuple[ChartPart, ...]:
    return view_chart([event(f"e{number}", when) for number, when in enumerate(dates)], span)


def whole(span: str, *dates: str) -> ChartPart:
    (part,) = chart(span, *dates)
    return part


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
    drawn = whole(span, when)
    assert [row.mark for row in drawn.rows] == [mark]
    assert [(drawn.start, drawn.end) for drawn in drawn.bars] == [bar]


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2001", False), ("2001~", True), ("2001?", True), ("200X", True), ("2001/..", True),
     ("2001/2002", False), ("2001~/2002", True)],
)  # fmt: skip
def test_what_is_not_certain_is_drawn_so(when: str, expected: bool) -> None:
    (bar,) = whole("1999/2010", when).bars
    assert bar.is_loose == expected


@pytest.mark.parametrize(
    ("span", "when", "expected"),
    [("2023", "2023-05-18/2023-05-19", 1), ("2023", "2022/2024", 0), ("2023", "2022-12-31", 0),
     ("2023", "2024-01-01", 0), ("2023", "../2023", 1), ("2023", "202X", 0),
     ("2023-05", "2023", 0), ("2022 2023", "2022/2023", 1), ("2022 2023", "2022/2024", 0)],
)  # fmt: skip
def test_a_chart_has_what_lies_within_its_span(span: str, when: str, expected: int) -> None:
    assert sum(len(part.rows) for part in chart(span, when)) == expected


@pytest.mark.parametrize("span", ["2001/..", "../2001", "backwards", "", "2001 2003", "2002 2001"])
def test_a_span_that_is_none_has_no_chart(span: str) -> None:
    assert chart(span, "2001") == ()


def test_no_event_is_an_empty_chart_with_a_scale() -> None:
    drawn = whole("2001/2004")
    assert (drawn.rows, drawn.bars, drawn.free) == ((), (), 2)
    assert [tick.label for tick in drawn.ticks if tick.label] == ["2001", "2004"]


YEARS = st.lists(st.integers(1000, 1999), max_size=60)


@given(YEARS, st.sampled_from(["1000/1999", "1000/1399 1400/1899 1900/1999"]))
def test_rows_are_in_order_beside_one_another_and_within_the_chart(
    years: list[int], span: str
) -> None:
    """Whatever the dates: one event, many, all in one year; in one part or in several."""
    parts = chart(span, *map(str, years))
    assert [row.when for part in parts for row in part.rows] == sorted(map(str, years))
    for part in parts:
        count = sum(row.size + row.free for row in part.rows) + part.free
        middles, at = [], 0
        for row in part.rows:
            at += row.free
            middles.append((at + row.size / 2) / count)
            at += row.size
        heights = [share(row.height) for row in part.rows]
        assert heights == pytest.approx(middles, abs=1e-5)
        marks = [share(row.mark) for row in part.rows]
        assert marks == sorted(marks)
        assert all(0 < height < 1 for height in heights)


@pytest.mark.parametrize(
    ("letters", "size"), [(1, 1), (63, 1), (64, 2), (90, 2)]
)  # beside the four of the year
def test_a_label_that_is_too_long_for_a_row_has_two(letters: int, size: int) -> None:
    """The rows after it make room."""
    long = replace(event("a", "2001"), label="x" * letters)
    (part,) = view_chart([long, event("b", "2001")], "2001/2004")
    assert [row.size for row in part.rows] == [size, 1]
    first, second = (share(row.height) for row in part.rows)
    count = sum(row.size + row.free for row in part.rows) + part.free
    assert (second - first) * count == pytest.approx(size / 2 + 0.5, abs=1e-3)


def test_an_event_alone_among_free_rows_lies_at_its_mark() -> None:
    drawn = whole("1000/1999", *map(str, range(1000, 2000, 50)))
    for row in drawn.rows:
        assert share(row.height) == pytest.approx(share(row.mark), abs=0.05)


def test_bars_that_overlap_lie_in_lanes_of_their_own() -> None:
    drawn = whole("2000/2009", "2000/2004", "2001/2005", "2002", "2005-06", "2006")
    assert [bar.lane for bar in drawn.bars] == [0, 1, 2, 0, 0]


# ---- Parts ----


def test_an_event_has_its_row_where_it_begins_and_goes_on_to_its_end() -> None:
    """In the same lane, from edge to edge; what is over or yet to come is not drawn."""
    first, second, third = chart("2001/2002 2003 2004/2009", "2001", "2002/2004", "2005")
    assert [[row.when for row in part.rows] for part in (first, second, third)] == [
        ["2001", "2002 to 2004"], [], ["2005"],
    ]  # fmt: skip
    bars = [[(bar.start, bar.end, bar.lane) for bar in p.bars] for p in (first, second, third)]
    assert bars == [
        [("0%", "50%", 0), ("50%", "100%", 0)],
        [("0%", "100%", 0)],
        [("0%", "16.697%", 0), ("16.697%", "33.349%", 0)],
    ]


@pytest.mark.parametrize(
    ("when", "part"), [("../2002", 0), ("../2003-01-01", 1), ("2003/..", 1), ("2002-12-31", 0)]
)
def test_what_is_open_is_in_the_part_of_the_day_that_is_known(when: str, part: int) -> None:
    parts = chart("2001/2002 2003 2004", when)
    assert [len(found.rows) for found in parts] == [int(number == part) for number in range(3)]
    assert [len(found.bars) for found in parts] == [int(number == part) for number in range(3)]


def test_a_part_says_which_it_is() -> None:
    parts = chart("-0199/0000 0001/1984 1985", "1985")
    assert [(part.anchor, part.words) for part in parts] == [
        ("chart---0199", "200 BCE to 1 BCE"), ("chart--0001", "1 to 1984"), ("chart--1985", "1985"),
    ]  # fmt: skip
