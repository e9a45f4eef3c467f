"""Days of the proleptic Gregorian calendar as whole numbers, before the common era too.

Python's own dates begin with the year 1. Years are astronomical, as in ISO 8601: 0 is 1 BCE.
"""

from __future__ import annotations

MONTHS = 12
_ERA_DAYS, _ERA_YEARS = 146_097, 400
"""After which the calendar repeats."""
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Say whether a year has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(0), is_leap(-4)
    (True, False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % _ERA_YEARS == 0)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return _DAYS[month - 1] + (month == _FEBRUARY and is_leap(year))


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day, counted from 1 March of the year 0.

    Years begin with March here, so that the leap day is the last of its year.

    >>> day_number(0, 3, 1), day_number(0, 2, 29), day_number(1970, 1, 1)
    (0, -1, 719468)
    """
    if month <= _FEBRUARY:
        year -= 1
    era, of_era = divmod(year, _ERA_YEARS)
    of_year = (153 * ((month + 9) % MONTHS) + 2) // 5 + day - 1
    return era * _ERA_DAYS + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def date_of(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day's number.

    >>> date_of(-1), date_of(719468)
    ((0, 2, 29), (1970, 1, 1))
    """
    era, of_era = divmod(number, _ERA_DAYS)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // (_ERA_DAYS - 1)) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = (shifted + 2) % MONTHS + 1
    return (
        era * _ERA_YEARS + year + (month <= _FEBRUARY),
        month,
        of_year - (153 * shifted + 2) // 5 + 1,
    )
