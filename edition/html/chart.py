"""A chart of events: a scale of time at the side of a list, with a line from each mark to its row.

A chart can have parts, each true to a scale of its own: a crowded year is drawn larger than the
decades before it, and the ticks show by how much. Rows are equally high, whatever they hold, and a
long label has two of them, so that the list and the scale beside it agree without anybody
measuring: a row lies as near its mark as those around it let it, rows left free between them count,
and every height is a share of the part's, in per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.core.edtf import Edtf, Fault
from edition.core.event import Event
from edition.core.stretch import Stretch, part_of, read_stretches
from edition.html.scale import Scale, Tick, percent

_LINE = 68
"""Characters of date and label that fit into a row, on a phone too; a longer one has two rows."""
_LANES = 4
"""Bars beside one another; more lie upon each other in the last."""
_ROOM = 1.6
"""Rows for each that is filled: some stay free, so that others can lie at their marks."""
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
    kind: str
    is_of_text: bool
    free: int
    """How many rows before it are left free."""
    size: int
    """How many rows it has: one, or two for a long label."""
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
    kind: str


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A stretch of time to scale, and the rows of what begins in it."""

    anchor: str
    """Its id, by which a page points to it."""
    words: str
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    """Of what begins in it, and of what goes on from the parts before it."""
    ticks: tuple[Tick, ...]
    free: int
    """How many rows are left free after the last."""


def view_chart(events: Iterable[Event], written: str) -> tuple[ChartPart, ...]:
    """Lay out the events that lie within one or more stretches of time, in the order of time."""
    stretches = read_stretches(written)
    if isinstance(stretches, Fault):
        return ()  # which was reported
    shown = events_within(events, stretches[0].first, stretches[-1].last)
    placed = list(zip(shown, lanes_of(shown, _LANES), strict=True))
    beginning: list[list[tuple[Event, int]]] = [[] for _ in stretches]
    for event, lane in placed:
        beginning[part_of(stretches, int(event.when.order[0]))].append((event, lane))
    return tuple(
        _part(stretch, rows, placed) for stretch, rows in zip(stretches, beginning, strict=True)
    )


def chart_anchor(stretch: Stretch) -> str:
    """Return the id of the part of a chart that begins as a stretch does: no entry has such a one.

    >>> [chart_anchor(stretch) for stretch in read_stretches("1985/2003 2004~")]
    ['chart--1985', 'chart--2004']
    """
    return f"chart--{str(stretch.when.start).rstrip('?~%')}"


def events_within(events: Iterable[Event], first: int, last: int) -> list[Event]:
    """Return the events of which all that is known lies between two days, in order."""
    return sorted(
        (event for event in events if event.when.lies_within(first, last)),
        key=lambda event: event.order,
    )


def is_loose(when: Edtf) -> bool:
    """Say whether an end of a date is approximate, unknown or open."""
    return any(end is None or not end.is_precise for end in (when.start, when.end))


def lanes_of(events: Iterable[Event], most: int) -> Iterator[int]:
    """Yield for each event the first lane that is free when it begins, or the last of all."""
    free = [float("-inf")] * most
    for event in events:
        start = int(event.when.order[0])
        end = start if event.when.last is None else event.when.last
        lane = next((lane for lane in range(most) if free[lane] <= start), most - 1)
        free[lane] = max(free[lane], end + 1)
        yield lane


def _part(
    stretch: Stretch,
    beginning: Sequence[tuple[Event, int]],
    placed: Iterable[tuple[Event, int]],
) -> ChartPart:
    sizes = [1 + (len(event.when.words) + len(event.label) >= _LINE) for event, _ in beginning]
    height = round(max(1, sum(sizes)) * _ROOM)  # a time without events is a time, too
    scale = Scale(stretch, height)
    marks = [_mark(scale, event.when) for event, _ in beginning]
    free = _free_rows(marks, sizes, height - sum(sizes))
    count = sum(sizes) + sum(free)
    rows, at = [], 0
    for (event, lane), size, mark, before in zip(beginning, sizes, marks, free, strict=False):
        at += before
        middle = percent((at + size / 2) / count)
        rows.append(_row(event, before, size, middle, percent(mark), lane))
        at += size
    return ChartPart(
        anchor=chart_anchor(stretch),
        words=stretch.when.words,
        rows=tuple(rows),
        bars=tuple(_bars(scale, placed)),
        ticks=tuple(scale.ticks()),
        free=free[-1],
    )


def _row(event: Event, free: int, size: int, height: str, mark: str, lane: int) -> Row:
    is_of_text = event.quote is not None
    when = event.when.words
    return Row(event.id, event.label, when, event.kind, is_of_text, free, size, height, mark, lane)


def _bars(scale: Scale, events: Iterable[tuple[Event, int]]) -> Iterator[Bar]:
    """Yield the bars of the events that begin on a scale or go on there."""
    for event, lane in events:
        known = [day for day in (event.when.first, event.when.last) if day is not None]
        if known and known[0] <= scale.stretch.last and known[-1] >= scale.stretch.first:
            start, end = _ends(scale, event.when)
            of_text = event.quote is not None
            yield Bar(start, end, lane, is_loose(event.when), of_text, event.kind)


def _free_rows(marks: Sequence[float], sizes: Sequence[int], spare: int) -> list[int]:
    """Return how many rows are left free before each mark's own, and after the last.

    Each stands in order by itself: what they would like is brought into order by averaging
    neighbours (isotonic regression by pooling adjacent violators), in one pass.
    """
    if not marks:
        return [min(spare, _MOST_FREE)]
    count = sum(sizes) + spare
    pools: list[tuple[float, int]] = []  # the mean of some wishes, and how many they are
    before = 0
    for mark, rows in zip(marks, sizes, strict=True):
        wish, number = mark * count - rows / 2 - before, 1
        before += rows
        while pools and pools[-1][0] > wish:
            mean, more = pools.pop()
            wish, number = (mean * more + wish * number) / (more + number), number + more
        pools.append((wish, number))
    skipped = [min(spare, max(0, round(wish))) for wish, number in pools for _ in range(number)]
    between = [after - before for before, after in pairwise((0, *skipped))]
    return [min(rows, _MOST_FREE) for rows in (*between, spare - skipped[-1])]


def _mark(scale: Scale, when: Edtf) -> float:
    if when.first is not None:
        return scale.share(when.first)
    return scale.share((when.last or 0) + 1)


def _ends(scale: Scale, when: Edtf) -> tuple[str, str]:
    """Return where a date's bar begins and ends; of an open one a stub is drawn."""
    start = scale.share(when.first) if when.first is not None else None
    end = scale.share(when.last + 1) if when.last is not None else None
    if start is None:
        start = max(0.0, (end or 0) - _STUB)
    return percent(start), percent(min(1.0, start + _STUB) if end is None else end)
