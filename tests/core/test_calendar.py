"""Days are numbers, and numbers days, on both sides of the year 1."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.calendar import MONTHS, date_of, day_number, days_in, is_leap

NUMBERS = st.integers(-10_000_000, 10_000_000)
DATES = st.dates()


@given(NUMBERS)
def test_a_number_is_the_day_that_has_it(number: int) -> None:
    assert day_number(*date_of(number)) == number


@given(NUMBERS)
def test_the_next_number_is_the_next_day(number: int) -> None:
    year, month, day = date_of(number)
    if day < days_in(year, month):
        expected = (year, month, day + 1)
    else:
        expected = (year, month + 1, 1) if month < MONTHS else (year + 1, 1, 1)
    assert date_of(number + 1) == expected


@given(DATES, DATES)
def test_days_are_as_far_apart_as_python_has_them(one: datetime.date, other: datetime.date) -> None:
    numbers = [day_number(date.year, date.month, date.day) for date in (one, other)]
    assert numbers[1] - numbers[0] == (other - one).days


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-1, False), (-4, True),
     (-100, False), (-400, True)],
)  # fmt: skip
def test_leap_years_go_on_before_the_year_1(year: int, expected: bool) -> None:
    assert is_leap(year) == expected
    assert days_in(year, 2) == (29 if expected else 28)
