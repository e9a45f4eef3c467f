"""Dates of EDTF with their exact bounds: a moment, or an interval between two."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.moment import Moment, read_moment
from edition.core.year_first import year_first

OPEN = ".."
_NO_MOMENT = ("", OPEN)
"""What an interval has in the place of a date: nobody knows it, or there is none."""
_SEASONS = {f"{number}" for number in range(21, 42)}
_FORM = "a date such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or 2004/.."


@dataclass(frozen=True, slots=True)
class Edtf:
    """When something was."""

    start: Moment | None
    """None where an interval has no beginning, or one that nobody knows."""
    end: Moment | None
    """The same as `start` where it is no interval."""
    text: str
    """As it was written."""

    @property
    def is_interval(self) -> bool:
        """Say whether it goes from one date to another."""
        return "/" in self.text

    @property
    def first(self) -> int | None:
        """Return the number of the first day that it can have; None if it has no beginning."""
        return self.start.first if self.start else None

    @property
    def last(self) -> int | None:
        """Return the number of the last day that it can have; None if it has no end."""
        return self.end.last if self.end else None

    def lies_within(self, first: int, last: int) -> bool:
        """Say whether all that is known of it lies between two days, both included."""
        days = [day for day in (self.first, self.last) if day is not None]
        return bool(days) and all(first <= day <= last for day in days)

    @property
    def order(self) -> tuple[float, float]:
        """Return what dates are sorted by: their first days, then their last.

        What has no beginning is known by its end.
        """
        first, last = self.first, self.last
        known = first if first is not None else last
        return (
            float("inf") if known is None else known,
            float("inf") if last is None else last,
        )

    @property
    def words(self) -> str:
        """Return the date in English.

        >>> [read_edtf(text).words for text in ("2023-05-18/2023-05-19", "../2022", "2004~/..")]
        ['18–19 May 2023', 'until 2022', 'since about 2004']
        """
        start, end = self.start, self.end
        if start is None or end is None:
            known = start or end
            name = known.words if known else ""
            if OPEN in (self.text[:2], self.text[-2:]):
                return f"since {name}" if start else f"until {name}"
            return f"from {name} to an unknown date" if start else f"from an unknown date to {name}"
        if not self.is_interval:
            return start.words
        whole = start.is_precise and end.is_precise and bool(start.day and end.day)
        if whole and (start.year, start.month) == (end.year, end.month):
            return f"{int(start.day)}–{end.words}"
        return f"{start.words} to {end.words}"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no date."""

    message: str
    hint: str = ""


def read_edtf(text: str) -> Edtf | Fault:
    """Return the date that a text is, or why it is none."""
    if "/" not in text:
        moment = read_moment(text)
        return _fault(text) if moment is None else Edtf(moment, moment, text)
    ends = text.split("/")
    if len(ends) > len(("start", "end")):
        return Fault(f"expected one interval, found {text}", "write start/end")
    moments = [None if end in _NO_MOMENT else read_moment(end) for end in ends]
    for written, moment in zip(ends, moments, strict=True):
        if moment is None and written not in _NO_MOMENT:
            return _fault(written)
    made = Edtf(moments[0], moments[1], text)
    if made.start is None and made.end is None:
        return Fault(f"expected a date at one end of {text} at least, found none")
    if made.first is not None and made.last is not None and made.last < made.first:
        return Fault(
            f"the interval {text} ends before it begins", f"did you mean {ends[1]}/{ends[0]}?"
        )
    return made


def _fault(text: str) -> Fault:
    month = text.split("-")[-1].rstrip("?~%")
    if better := year_first(text):
        hint = f"did you mean {better}?"
    elif month in _SEASONS and text.count("-") == 1 + text.startswith("-"):
        hint = "a season is not the same everywhere: write its months, as in 2023-03/2023-05"
    elif text.startswith(("[", "{")):
        hint = "a set of dates is not read: write an interval, or several events"
    else:
        hint = "days and months have two digits, years four; the year before 0001 is 0000, or 1 BCE"
    return Fault(f"expected {_FORM}, found {text or 'nothing'}", hint)
