"""A chart of events: a scale of time at the side of a list, with a line from each mark to its row.

Rows are equally high, whatever they hold, so that the list and the scale beside it agree without
anybody measuring: a row lies as near its mark as those around it let it, rows left free between
them count, and every height is a share of the whole, in per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.core.calendar import date_of, day_number
from edition.core.edtf import Edtf, read_edtf
from edition.core.event import Event

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000)
"""Years between labelled ticks."""
_MOST_TICKS = 10
_LANES = 4
"""Bars beside one another; more lie upon each other in the last."""
_ROOM = 1.6
"""Rows for each event: some stay free, so that others can lie at their marks."""
_MOST_FREE = 24
"""Rows left free in one place, for which the stylesheet has rules."""
_STUB = 0.03
"""Of the scale: what is drawn of an interval without beginning or end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event in its row."""

    id: str
    label: str
    when: str
    is_of_text: bool
    free: int
    """How many rows before it are left free."""
    height: str
    """Where the row's middle is."""
    mark: str
    """Where its line begins on the scale: its beginning, or its end if it has none."""
    lane: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time on the scale."""

    start: str
    end: str
    lane: int
    is_loose: bool
    """Whether its ends are approximate, unknown or open."""
    is_of_text: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the scale."""

    height: str
    label: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart, ready to be set."""

    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    free: int = 0
    """How many rows are left free after the last."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """A stretch of days; open ends of events reach to its own."""

    first: int
    last: int
    """The last day."""

    def share(self, day: float) -> float:
        """Return where a day's beginning is, of the whole."""
        return min(1, max(0, (day - self.first) / (self.last + 1 - self.first)))

    def holds(self, when: Edtf) -> bool:
        """Say whether all that is known of a date lies within."""
        days = [day for day in (when.first, when.last) if day is not None]
        return bool(days) and all(self.first <= day <= self.last for day in days)


def view_chart(events: Iterable[Event], written: str) -> ChartView:
    """Lay out the events that lie within a span of EDTF with both ends, in the order of time."""
    span = read_edtf(written)
    if not isinstance(span, Edtf) or span.first is None or span.last is None:
        return ChartView((), (), ())  # which was reported
    scale = _Scale(span.first, span.last)
    shown = sorted((e for e in events if scale.holds(e.when)), key=lambda event: event.order)
    lanes = list(_lanes(scale, shown))
    marks = [_mark(scale, event.when) for event in shown]
    free = _free_rows(marks)
    count = len(shown) + sum(free)
    rows, at = [], 0
    for event, mark, lane, before in zip(shown, marks, lanes, free, strict=False):
        at += before
        height = _percent((at + 0.5) / count)
        of_text = event.quote is not None
        rows.append(
            Row(
                event.id,
                event.label,
                event.when.words,
                of_text,
                before,
                height,
                _percent(mark),
                lane,
            )
        )
        at += 1
    return ChartView(
        rows=tuple(rows),
        bars=tuple(
            Bar(*_ends(scale, event.when), lane, _is_loose(event.when), event.quote is not None)
            for event, lane in zip(shown, lanes, strict=True)
        ),
        ticks=tuple(_ticks(scale)),
        free=free[-1] if free else 0,
    )


def _free_rows(marks: Sequence[float]) -> list[int]:
    """Return how many rows are left free before each mark's row, and after the last.

    Rows stand in order, each by itself: what they would like is brought into order by averaging
    neighbours (isotonic regression by pooling adjacent violators), in one pass.
    """
    if not marks:
        return []
    spare = round(len(marks) * (_ROOM - 1))
    pools: list[tuple[float, int]] = []  # the mean of some wishes, and how many they are
    for number, mark in enumerate(marks):
        wish, size = mark * (len(marks) + spare) - 0.5 - number, 1
        while pools and pools[-1][0] > wish:
            mean, more = pools.pop()
            wish, size = (mean * more + wish * size) / (more + size), size + more
        pools.append((wish, size))
    skipped = [min(spare, max(0, round(wish))) for wish, size in pools for _ in range(size)]
    between = [after - before for before, after in pairwise((0, *skipped))]
    return [min(rows, _MOST_FREE) for rows in (*between, spare - skipped[-1])]


def _mark(scale: _Scale, when: Edtf) -> float:
    if when.first is not None:
        return scale.share(when.first)
    return scale.share((when.last or 0) + 1)


def _ends(scale: _Scale, when: Edtf) -> tuple[str, str]:
    """Return where a date's bar begins and ends; of an open one a stub is drawn."""
    start = scale.share(when.first) if when.first is not None else None
    end = scale.share(when.last + 1) if when.last is not None else None
    if start is None:
        start = max(0.0, (end or 0) - _STUB)
    return _percent(start), _percent(min(1.0, start + _STUB) if end is None else end)


def _is_loose(when: Edtf) -> bool:
    ends = (when.start, when.end)
    return any(end is None or not end.is_precise for end in ends)


def _lanes(scale: _Scale, events: Sequence[Event]) -> Iterator[int]:
    """Yield for each event the first lane that is free when it begins."""
    free = [scale.first] * _LANES
    for event in events:
        start = int(event.when.order[0])
        end = start if event.when.last is None else event.when.last
        lane = next((lane for lane in range(_LANES) if free[lane] <= start), _LANES - 1)
        free[lane] = max(free[lane], end + 1)
        yield lane


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Yield round years, as few as tell the scale, and where the eras meet."""
    first, last = (_year(day) for day in (scale.first, scale.last))
    step = next((s for s in _STEPS if (last - first) / s <= _MOST_TICKS), _STEPS[-1])
    for year in _round_years(first, last, step):
        day = day_number(year, 1, 1)
        if scale.first <= day <= scale.last:
            era = " BCE" if year <= 0 else " CE" if first <= 0 and year == 1 else ""
            yield Tick(_percent(scale.share(day)), f"{year if year > 0 else 1 - year}{era}")


def _round_years(first: int, last: int, step: int) -> Iterator[int]:
    """Yield the years, as astronomers count them, whose names are multiples of a step; and year 1.

    >>> list(_round_years(-199, 250, 100))  # 200 and 100 BCE, 1, 100 and 200
    [-199, -99, 1, 100, 200]
    """
    for count in range((1 - first) // step, 0, -1):
        if 1 - count * step <= last:
            yield 1 - count * step
    if first <= 0 and last >= 1 and step > 1:
        yield 1
    yield from range(max(1, -(-first // step)) * step, last + 1, step)


def _year(day: int) -> int:
    return date_of(day)[0]


def _percent(share: float) -> str:
    """Return a share as a length of SVG.

    >>> _percent(0.125), _percent(1)
    ('12.5%', '100%')
    """
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"
