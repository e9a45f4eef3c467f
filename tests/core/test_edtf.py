"""Dates of EDTF: what is one, what it bounds, how it is said, and what is refused."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edtf import Edtf, Fault, read_edtf
from edition.core.moment import day_words

CASES = {
    # What is written: what it is called, its first day, its last.
    "1877": ("1877", "1 January 1877", "31 December 1877"),
    "1992-01": ("January 1992", "1 January 1992", "31 January 1992"),
    "2004-02": ("February 2004", "1 February 2004", "29 February 2004"),
    "2005-05-07": ("7 May 2005", "7 May 2005", "7 May 2005"),
    "0000": ("1 BCE", "1 January 1 BCE", "31 December 1 BCE"),
    "-0001": ("2 BCE", "1 January 2 BCE", "31 December 2 BCE"),
    "-0199": ("200 BCE", "1 January 200 BCE", "31 December 200 BCE"),
    "0001": ("1", "1 January 1", "31 December 1"),
    "Y-17000": ("17001 BCE", "1 January 17001 BCE", "31 December 17001 BCE"),
    "198X": ("1980s", "1 January 1980", "31 December 1989"),
    "15XX": ("1500–1599", "1 January 1500", "31 December 1599"),
    "-01XX": ("200–101 BCE", "1 January 200 BCE", "31 December 101 BCE"),
    "-000X": ("10–1 BCE", "1 January 10 BCE", "31 December 1 BCE"),
    "XXXX": ("an unknown year", "1 January 1 BCE", "31 December 9999"),
    "15X5": ("1505–1595", "1 January 1505", "31 December 1595"),
    "1985-XX": ("an unknown month of 1985", "1 January 1985", "31 December 1985"),
    "1984-1X": ("an unknown month of 1984", "1 October 1984", "31 December 1984"),
    "1985-02-XX": ("an unknown day of February 1985", "1 February 1985", "28 February 1985"),
    "19XX-02-29": ("29 February 1900–1999", "29 February 1904", "29 February 1996"),
    "2004~": ("about 2004", "1 January 2004", "31 December 2004"),
    "2004-06?": ("perhaps June 2004", "1 June 2004", "30 June 2004"),
    "198X%": ("perhaps about 1980s", "1 January 1980", "31 December 1989"),
    "2004~/2024~": ("about 2004 to about 2024", "1 January 2004", "31 December 2024"),
    "-01XX/15XX": ("200–101 BCE to 1500–1599", "1 January 200 BCE", "31 December 1599"),
    "2023-05-18/2023-05-19": ("18–19 May 2023", "18 May 2023", "19 May 2023"),
    "2023-11-27/2023-12-01": (
        "27 November 2023 to 1 December 2023", "27 November 2023", "1 December 2023",
    ),
    "../2022-12-31": ("until 31 December 2022", None, "31 December 2022"),
    "2004/..": ("since 2004", "1 January 2004", None),
    "/2004": ("from an unknown date to 2004", None, "31 December 2004"),
    "2004/": ("from 2004 to an unknown date", "1 January 2004", None),
    "198X/1985": ("1980s to 1985", "1 January 1980", "31 December 1985"),
}  # fmt: skip

REFUSED = {
    "": "no date", "May 2023": "words", "2023-5-1": "one digit", "2023-13": "no such month",
    "2023-00": "no month 0", "2023-02-29": "no such day", "2023-04-31": "no such day",
    "XXXX-02-30": "in no year", "1985-02-3X": "in no month that short", "-0000": "no such year",
    "20230519": "no hyphens", "2023-05-19T10:00": "a time of day", "23": "two digits",
    "Y2023": "four digits after Y", "1950S2": "significant digits", "Y17E7": "an exponent",
    "2004?~": "two qualifiers", "?2004": "a qualifier in front", "[1990,1991]": "a set",
    "{1990,1991}": "a set", "2001-21": "a season", "2001-33": "a quarter", "/": "nothing",
    "../..": "no end at all", "/..": "neither", "1/2/3": "two strokes", "2023/2022": "backwards",
    "2023-05/2023-04-30": "backwards", "2023-05-19/2023-05-18": "backwards", "x/2023": "no date",
    "2023 ": "a space", "２０２３": "other digits", "198x": "a small letter",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_a_date_has_words_and_exact_bounds(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    date = read_edtf(text)
    assert isinstance(date, Edtf)
    bounds = [None if day is None else day_words(day) for day in (date.first, date.last)]
    assert (date.words, *bounds) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_whatever_is_no_date_is_refused(text: str) -> None:
    assert isinstance(read_edtf(text), Fault)


HINTS = {
    "2001-21": "a season is not the same everywhere: write its months, as in 2023-03/2023-05",
    "[1990,1991]": "a set of dates is not read: write an interval, or several events",
    "2023/2022": "did you mean 2022/2023?",
}


@pytest.mark.parametrize(("text", "hint"), HINTS.items(), ids=HINTS)
def test_the_hint_is_the_cure(text: str, hint: str) -> None:
    fault = read_edtf(text)
    assert isinstance(fault, Fault)
    assert fault.hint == hint


# ---- Properties ----


@st.composite
def moments(draw: st.DrawFn) -> str:
    """Return a date with the digits from some place on unknown, as level 1 allows."""
    date = draw(st.dates())
    digits = f"{date.year:04}"
    if not draw(st.booleans()):
        unknown = draw(st.integers(0, 3))
        return digits[: 4 - unknown] + "X" * unknown
    month = draw(st.sampled_from([f"{date.month:02}", "XX"]))
    if month == "XX" or not draw(st.booleans()):
        return f"{digits}-{month}"
    return f"{digits}-{month}-{draw(st.sampled_from([f'{date.day:02}', 'XX']))}"


@given(moments(), st.sampled_from(["", "~", "?", "%"]))
def test_a_qualifier_moves_no_bound(text: str, qualifier: str) -> None:
    plain, qualified = read_edtf(text), read_edtf(text + qualifier)
    assert isinstance(plain, Edtf)
    assert isinstance(qualified, Edtf)
    assert (plain.first, plain.last) == (qualified.first, qualified.last)


@given(st.dates(), st.booleans())
def test_each_date_lies_within_the_less_precise_ones(date, before: bool) -> None:
    """A day in its month, in its year, in its decade, in its century: before the year 0, too."""
    sign = "-" if before and date.year > 0 else ""
    year = f"{sign}{date.year:04}"
    texts = [
        f"{year}-{date.month:02}-{min(date.day, 28):02}", f"{year}-{date.month:02}", year,
        f"{year[:-1]}X", f"{year[:-2]}XX", f"{year[:-3]}XXX",
    ]  # fmt: skip
    bounds = [(made.first, made.last) for made in map(read_edtf, texts) if isinstance(made, Edtf)]
    assert len(bounds) == len(texts)
    for (first, last), (outer_first, outer_last) in pairwise(bounds):
        assert outer_first <= first <= last <= outer_last


@given(moments(), moments())
def test_an_interval_reaches_from_its_first_day_to_its_last(one: str, other: str) -> None:
    start, end, made = read_edtf(one), read_edtf(other), read_edtf(f"{one}/{other}")
    assert isinstance(start, Edtf)
    assert isinstance(end, Edtf)
    assert start.first is not None
    assert end.last is not None
    if end.last < start.first:
        assert isinstance(made, Fault)
    else:
        assert isinstance(made, Edtf)
        assert (made.first, made.last) == (start.first, end.last)


@given(st.lists(moments(), min_size=2, max_size=6))
def test_dates_are_in_the_order_of_their_first_days(texts: list[str]) -> None:
    dates = [made for made in map(read_edtf, texts) if isinstance(made, Edtf)]
    firsts = [date.first for date in sorted(dates, key=lambda date: date.order)]
    assert firsts == sorted(firsts)


@given(moments(), st.sampled_from(["", "~", "?", "%"]))
def test_what_was_read_is_written_as_it_was(text: str, qualifier: str) -> None:
    made = read_edtf(text + qualifier)
    assert isinstance(made, Edtf)
    assert made.text == str(made.start) == text + qualifier


@given(st.text(st.sampled_from("0123456789X-/.?~%Y[]{}S") | st.characters(), max_size=24))
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    made = read_edtf(text)
    assert isinstance(made, Edtf | Fault)
    if isinstance(made, Edtf):
        assert made.words
        assert made.first is not None or made.last is not None
