"""A moment is one date of EDTF: a year, a month or a day, of which some may be unknown.

Extended Date/Time Format, Library of Congress, 4 February 2019 (ISO 8601-2:2019, annex A): level 0
but for the time of day, level 1 but for seasons, and the unspecified digits of level 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.core.calendar import MONTHS, date_of, day_number, days_in

_FORM = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,6}|-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)
UNKNOWN = "X"
_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DECADE, _LAST_DAY = 10, 31
_QUALIFIED = {"~": "about {}", "?": "perhaps {}", "%": "perhaps about {}"}


@dataclass(frozen=True)
class Moment:
    """One date, as it was written."""

    year: str
    """Four digits or `X`, with a sign before them; longer with a `Y` in front. Astronomical."""
    month: str = ""
    day: str = ""
    qualifier: str = ""
    """`~` approximate, `?` uncertain, `%` both."""

    def __str__(self) -> str:
        """Return the date as it was written."""
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.qualifier

    @cached_property
    def first(self) -> int | None:
        """Return the number of the first day that it can mean; None if there is no such day."""
        return next(self._days(1), None)

    @cached_property
    def last(self) -> int | None:
        """Return the number of the last day that it can mean; None if there is no such day."""
        return next(self._days(-1), None)

    @property
    def is_precise(self) -> bool:
        """Say whether it is certain, and every digit that was written is known."""
        return UNKNOWN not in str(self) and not self.qualifier

    def _days(self, step: int) -> Iterator[int]:
        """Yield the first day of each month that is meant, or the last, from one end."""
        for year in _years(self.year)[::step]:
            for month in _matching(self.month or "XX", range(1, MONTHS + 1))[::step]:
                days = _matching(self.day or "XX", range(1, days_in(year, month) + 1))
                yield from (day_number(year, month, day) for day in days[::step][:1])

    @property
    def words(self) -> str:
        """Return the date in English.

        >>> [read_moment(text).words for text in ("2004~", "1992-01", "198X", "-01XX", "-0199")]
        ['about 2004', 'January 1992', '1980s', '200–101 BCE', '200 BCE']
        """
        return _QUALIFIED.get(self.qualifier, "{}").format(self._plain())

    def _plain(self) -> str:
        year = _year_words(_years(self.year))
        if not self.month:
            return year
        if UNKNOWN in self.month:
            return f"an unknown month of {year}"
        month = f"{_NAMES[int(self.month) - 1]} {year}"
        if not self.day:
            return month
        return f"an unknown day of {month}" if UNKNOWN in self.day else f"{int(self.day)} {month}"


def read_moment(text: str) -> Moment | None:
    """Return the date that a text is, or None if it is none that a calendar has."""
    match = _FORM.fullmatch(text)
    if match is None or match["year"] == "-0000":  # 0000 has no sign: clause 4.4.1.1 of the format
        return None
    moment = Moment(match["year"], match["month"] or "", match["day"] or "", match["qualifier"])
    return None if moment.first is None else moment


def _years(written: str) -> Sequence[int]:
    """Return the years that are meant, in order."""
    digits = written.lstrip("Y")
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("-")
    if UNKNOWN not in digits:
        return (sign * int(digits),)
    known = digits.rstrip(UNKNOWN)
    if UNKNOWN not in known:  # a stretch without gaps
        size = _DECADE ** (len(digits) - len(known))
        start = int(known or "0") * size
        return range(start, start + size) if sign > 0 else range(1 - start - size, 1 - start)
    return [sign * year for year in _matching(digits, range(_DECADE ** len(digits)))[::sign]]


def _matching(digits: str, numbers: Sequence[int]) -> Sequence[int]:
    """Return those of some numbers that have the digits that are known."""
    if UNKNOWN not in digits:
        return [int(digits)] if int(digits) in numbers else []
    if not digits.strip(UNKNOWN):
        return numbers
    form = re.compile(digits.replace(UNKNOWN, r"\d"))
    return [number for number in numbers if form.fullmatch(f"{number:0{len(digits)}}")]


def _year_words(years: Sequence[int]) -> str:
    first, last = years[0], years[-1]
    if len(years) == _DECADE**4:
        return "an unknown year"
    if last <= 0:
        return f"{1 - first} BCE" if first == last else f"{1 - first}–{1 - last} BCE"
    if first == last:
        return str(first)
    if first > 0 and last - first == _DECADE - 1 and len(years) == _DECADE:
        return f"{first}s"
    return f"{first}–{last}" if first >= 0 else f"{1 - first} BCE–{last}"


def day_words(number: int) -> str:
    """Return a day's number as a date in English."""
    year, month, day = date_of(number)
    return f"{day} {_NAMES[month - 1]} {_year_words((year,))}"
