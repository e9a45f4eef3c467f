"""A scale of time: which share of a height a day has, and which ticks tell it.

Heights are shares of the whole. Labels lie no nearer one another than rows of text, so the same
stretch of time has more of them the higher it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.core.calendar import MONTHS, date_of, day_number
from edition.core.stretch import Stretch

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
"""Years between ticks."""
_MONTHS = (1, 3, 6)
"""Months between ticks of what is no longer than two years."""
_MOST_TICKS, _MOST_MONTHS = 10, 12
_COUNTED = 4
"""Ticks without a label in the height of a row, at most."""
_APART = 0.8
"""Of a row: how near labels come."""
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale."""

    height: str
    label: str
    """Empty for a tick that only counts."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time on a height."""

    stretch: Stretch
    rows: int
    """How high it is, in rows of text; one at least."""

    def share(self, day: float) -> float:
        """Return where a day's beginning is, of the whole; outside of it, the nearer end."""
        return min(1, max(0, (day - self.stretch.first) / self.stretch.days))

    def ticks(self) -> Iterator[Tick]:
        """Yield its beginning and round years or months, as many as the height bears."""
        labels = {self.stretch.first: self._year(self.stretch.first)}
        labels |= {day: self._label(day) for day in self._labelled()}
        drawn: dict[str, float] = {}
        for day in sorted(labels):
            share = self.share(day)
            if all((share - before) * self.rows >= _APART for before in drawn.values()):
                drawn[percent(share)] = share
                yield Tick(percent(share), labels[day])
        for day in self._counted():
            if (height := percent(self.share(day))) not in drawn:
                yield Tick(height, "")

    def _labelled(self) -> Iterable[int]:
        """Return the first days of the years or months that are labelled."""
        first, last = self._years
        if last - first <= 1:
            for step in _MONTHS:
                if self._month_count / step <= min(self.rows, _MOST_MONTHS):
                    return self._round_months(step)
        most = min(self.rows, _MOST_TICKS)
        return self._round(next((s for s in _YEARS if (last - first) / s <= most), _YEARS[-1]))

    def _counted(self) -> Iterable[int]:
        """Return the first days of the years or months that are only counted."""
        most = self.rows * _COUNTED
        if self._month_count <= min(most, 2 * MONTHS):
            return self._round_months(1)
        first, last = self._years
        step = next((step for step in _YEARS if (last - first) / step <= most), 0)
        return self._round(step) if step else ()

    def _round(self, step: int) -> Iterator[int]:
        """Yield the first days of round years, and of that in which the eras meet."""
        for year in round_years(*self._years, step):
            day = day_number(year, 1, 1)
            if self.stretch.first <= day <= self.stretch.last:
                yield day

    def _round_months(self, step: int) -> Iterator[int]:
        first, last = self._years
        for year in range(first, last + 1):
            for month in range(1, MONTHS + 1, step):
                day = day_number(year, month, 1)
                if self.stretch.first <= day <= self.stretch.last:
                    yield day

    @property
    def _years(self) -> tuple[int, int]:
        return date_of(self.stretch.first)[0], date_of(self.stretch.last)[0]

    @property
    def _month_count(self) -> float:
        return self.stretch.days * MONTHS / 366

    def _label(self, day: int) -> str:
        month = date_of(day)[1]
        return self._year(day) if month == 1 else _NAMES[month - 1]

    def _year(self, day: int) -> str:
        year = date_of(day)[0]
        era = " BCE" if year <= 0 else " CE" if year == 1 and self._years[0] <= 0 else ""
        return f"{year if year > 0 else 1 - year}{era}"


def percent(share: float) -> str:
    """Return a share as a length of SVG.

    >>> percent(0.125), percent(1)
    ('12.5%', '100%')
    """
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"


def round_years(first: int, last: int, step: int) -> Iterator[int]:
    """Yield the years, as astronomers count them, whose names are multiples of a step; and year 1.

    >>> list(round_years(-199, 250, 100))  # 200 and 100 BCE, 1, 100 and 200
    [-199, -99, 1, 100, 200]
    """
    for count in range((1 - first) // step, 0, -1):
        if 1 - count * step <= last:
            yield 1 - count * step
    if first <= 0 and last >= 1 and step > 1:
        yield 1
    yield from range(max(1, -(-first // step)) * step, last + 1, step)
