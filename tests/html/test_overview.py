"""An overview shows every event once in each column whose time it lies in, and where to go on."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.macro import Call
from edition.core.pages import EditorsPage
from edition.core.problem import Place
from edition.html.overview import Column, view_overview
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.editions import EDITION
from tests.html.test_chart import event, share

MACROS, _ = read_macros(REPOSITORY)
PLACE = Place("docs/timeline.md", 7)


def overview(spans: str, *dates: str, page: str = "timeline.md", charts: str = "") -> list[Column]:
    """The columns for events of some dates, of which every second is the text's."""
    events = tuple(
        event(f"e{number}", when, "words" if number % 2 else "")
        for number, when in enumerate(dates)
    )
    call = Call("timeline", (charts,) if charts else (), (), 1, PLACE)
    pages = (EditorsPage(page, "Timeline", (call,), (), PLACE),)
    return list(
        view_overview(replace(EDITION, events=events, macros=MACROS, editors_pages=pages), spans)
    )


@pytest.mark.parametrize("spans", ["", "2001/..", "words", "2001 2002", "2001 2001"])
def test_spans_that_are_none_have_no_overview(spans: str) -> None:
    assert overview(spans, "2001") == []


def test_a_column_counts_what_lies_within_it() -> None:
    columns = overview("1901/2000 1951/2000 1999", "1900", "1901", "1960", "1999", "1998/1999")
    assert [(column.words, column.count, column.of_text) for column in columns] == [
        ("1901 to 2000", 4, 2), ("1951 to 2000", 3, 1), ("1999", 1, 1),
    ]  # fmt: skip


@given(st.lists(st.integers(1000, 1999), max_size=60))
def test_every_event_is_one_mark_or_one_bar(years: list[int]) -> None:
    """None lies outside, and no two marks on one place."""
    for column in overview("1000/1999 1500/1999 1990/1999 1999", *map(str, years)):
        assert len(column.marks) + len(column.bars) == column.count
        drawn = [*column.marks, *column.bars]
        assert sum(shape.is_of_text for shape in drawn) == column.of_text
        places = Counter((mark.across, mark.height) for mark in column.marks)
        assert set(places.values()) <= {1}
        assert all(0 < share(at) < 1 for place in places for at in place)


STACKS = {
    # Spans and dates: marks from the left to the right, from the top to the bottom.
    ("1985/2027", "2023-01-01", "2023-12-31", "2024-01-01"): [2, 1],
    ("1985/2027", "2004", "2004-06", "2003"): [1, 2],
    ("-0199/2027", "1985", "2023", "1877"): [1, 1, 1],  # by fifty years
    ("2023", "2023-05-17", "2023-05-18/2023-05-19", "2023-05-23", "2023-05-31"): [2, 1, 1],
    ("2021/2023", "2021-02-01", "2021-02-28", "2021-03-01"): [2, 1],
    ("2023-05-18", "2023-05-18", "2023-05-18"): [2],
}


@pytest.mark.parametrize(("drawn", "sizes"), STACKS.items())
def test_marks_of_one_week_month_or_round_years_are_stacked(
    drawn: tuple[str, ...], sizes: list[int]
) -> None:
    (column,) = overview(*drawn)
    heights = Counter(share(mark.height) for mark in column.marks)
    assert [heights[height] for height in sorted(heights)] == sizes


@pytest.mark.parametrize(
    ("span", "when", "is_bar"),
    [
        ("-0199/2027", "-01XX/15XX", True), ("-0199/2027", "198X", False),
        ("1985/2027", "199X", True), ("1985/2027", "2004", False), ("1985/2027", "2004/2005", True),
        ("2023", "2023-06", True), ("2023", "2023-05-18/2023-05-19", False),
        ("2023", "2023", True), ("1985/2027", "../2022", False), ("1985/2027", "2022/..", False),
    ],
)  # fmt: skip
def test_what_lasts_long_on_a_scale_is_a_bar(span: str, when: str, is_bar: bool) -> None:
    (column,) = overview(span, when)
    assert (len(column.bars), len(column.marks)) == (int(is_bar), int(not is_bar))


@pytest.mark.parametrize(
    ("when", "is_loose"),
    [("2004", False), ("2004~", True), ("200X", True), ("../2022", True), ("1990/1999", False)],
)
def test_what_is_not_certain_is_drawn_so(when: str, is_loose: bool) -> None:
    (column,) = overview("1985/2027", when)
    assert [shape.is_loose for shape in (*column.marks, *column.bars)] == [is_loose]


def test_what_the_text_dates_comes_first_in_a_stack() -> None:
    (column,) = overview("1985/2027", *["2004"] * 5)
    stack = sorted(column.marks, key=lambda mark: share(mark.across))
    assert [mark.is_of_text for mark in stack] == [True, True, False, False, False]


def test_a_column_opens_where_the_next_one_lies() -> None:
    first, second, last = overview("2001/2004 2003 2003-07/2003-12")
    assert first.opening
    assert (first.opening.start, first.opening.end) == (49.97, 74.95)
    assert second.opening
    assert (second.opening.start, second.opening.end) == (49.59, 100)
    assert last.opening is None


LINKS = {
    ("timeline.md", "1985/2003 2004/2027"): ["timeline/#chart--1985", "timeline/#chart--2004", ""],
    ("timeline.md", "2004"): ["", "timeline/#chart--2004", ""],
    ("timeline.md", "1990"): ["", "", ""],
    ("timeline.md", ""): ["", "", ""],
    ("index.md", "1985/2003 2004/2027"): ["", "", ""],
}
"""By page and charts on it: where three columns lead."""


@pytest.mark.parametrize(("written", "links"), LINKS.items())
def test_a_column_leads_to_the_chart_that_begins_as_it_does(
    written: tuple[str, str], links: list[str]
) -> None:
    page, charts = written
    columns = overview("1985/2027 2004/2010 2005", page=page, charts=charts)
    assert [column.address for column in columns] == links
