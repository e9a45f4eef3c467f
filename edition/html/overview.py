"""An overview of events: the whole time in one column, a part of it magnified in the next.

Every column is true to its own scale. An event is a mark, stacked with those of the same week,
month or round number of years, or a bar if it lasts for longer than that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from edition.core.addresses import TIMELINE
from edition.core.calendar import MONTHS, date_of, day_number
from edition.core.edition import Edition
from edition.core.edtf import Fault
from edition.core.event import Event
from edition.core.stretch import Stretch, read_nested, read_stretches
from edition.html.chart import Bar, chart_anchor, events_within, is_loose, lanes_of
from edition.html.scale import Scale, Tick, percent

_ROWS = 11
"""Rows of text beside which the stylesheet sets a column."""
_MOST_PLACES = 53
"""Stacks in a column, one above the other: the weeks of a year."""
_WEEK = 7
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
_MOST_APART = 1 / 11
"""Of the width: how far the marks of a stack lie apart, if they are few."""
_LONG = 1.5
"""Places that an event must last for to be a bar."""
_LANES = 3
"""Bars beside one another; more lie upon each other in the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event that is short on the scale of its column."""

    across: str
    """Where it is in its stack, as a share of the width."""
    height: str
    is_loose: bool
    """Whether its date is approximate, unknown or open."""
    is_of_text: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The part of a column that the next one magnifies, in hundredths of the height."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time with its events."""

    words: str
    address: str
    """The chart that begins as it does, below the site's base; empty if there is none."""
    count: int
    of_text: int
    """How many of the events the text dates."""
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    lanes: int
    """How many bars lie beside one another."""
    marks: tuple[Mark, ...]
    opening: Opening | None
    """What the next column magnifies."""


def view_overview(edition: Edition, written: str) -> tuple[Column, ...]:
    """Lay out a column for each of some stretches of time, each within the one before."""
    stretches = read_nested(written)
    if isinstance(stretches, Fault):
        return ()  # which was reported
    charted = _charted(edition)
    return tuple(
        _column(edition.events, stretch, inner, charted)
        for stretch, inner in zip_longest(stretches, stretches[1:])
    )


def _charted(edition: Edition) -> set[str]:
    """Return the ids of the parts of charts on the timeline's page."""
    found: set[str] = set()
    signature = edition.macros.get("timeline")
    if signature is None:
        return found
    for page in edition.editors_pages:
        for call in page.calls if page.address == TIMELINE else ():
            span = call.argument(signature, "span") if call.name == signature.name else ""
            stretches = read_stretches(span)
            if not isinstance(stretches, Fault):
                found.update(map(chart_anchor, stretches))
    return found


def _column(
    events: Iterable[Event], stretch: Stretch, inner: Stretch | None, charted: Collection[str]
) -> Column:
    scale = Scale(stretch, _ROWS)
    places = _places(stretch)
    shown = events_within(events, stretch.first, stretch.last)
    least = _LONG * stretch.days / len(places)
    bars = tuple(_bars(scale, [event for event in shown if _days(event)[1] >= least]))
    return Column(
        words=stretch.when.words,
        address=f"{TIMELINE}#{anchor}" if (anchor := chart_anchor(stretch)) in charted else "",
        count=len(shown),
        of_text=sum(event.quote is not None for event in shown),
        ticks=tuple(scale.ticks()),
        bars=bars,
        lanes=1 + max((bar.lane for bar in bars), default=-1),
        marks=tuple(_marks(scale, places, [e for e in shown if _days(e)[1] < least])),
        opening=_opening(scale, inner) if inner else None,
    )


def _days(event: Event) -> tuple[int, int]:
    """Return the first day of an event, and how many days it has; one that is open has one."""
    first, last = event.when.first, event.when.last
    if first is None or last is None:
        return int(event.when.order[0]), 1
    return first, last + 1 - first


def _places(stretch: Stretch) -> list[int]:
    """Return the first days of the weeks, months or round numbers of years that stacks are of."""
    if stretch.days <= _MOST_PLACES * _WEEK:
        return list(range(stretch.first, stretch.last + 1, _WEEK))
    (first, month, _), (last, _, _) = date_of(stretch.first), date_of(stretch.last)
    if (last + 1 - first) * MONTHS <= _MOST_PLACES:
        months = range(first * MONTHS + month, (last + 1) * MONTHS)
        days = [day_number(number // MONTHS, number % MONTHS + 1, 1) for number in months]
    else:
        step = next((s for s in _YEARS if (last + 1 - first) / s <= _MOST_PLACES), _YEARS[-1])
        days = [day_number(year, 1, 1) for year in range(first + step, last + 1, step)]
    return [stretch.first, *(day for day in days if day <= stretch.last)]


def _marks(scale: Scale, places: Sequence[int], events: Iterable[Event]) -> Iterator[Mark]:
    """Yield the marks of events, stack by stack, what the text dates first."""
    middles = [
        (scale.share(start) + scale.share(end)) / 2
        for start, end in pairwise((*places, scale.stretch.last + 1))
    ]
    stacks: list[list[Event]] = [[] for _ in places]
    for event in events:
        stacks[bisect_right(places, _days(event)[0]) - 1].append(event)
    apart = min(_MOST_APART, 1 / max(1, *map(len, stacks), 1))
    for middle, stack in zip(middles, stacks, strict=True):
        for number, event in enumerate(sorted(stack, key=lambda event: event.quote is None)):
            yield Mark(
                percent((number + 0.5) * apart),
                percent(middle),
                is_loose(event.when),
                event.quote is not None,
                event.kind,
            )


def _bars(scale: Scale, events: Sequence[Event]) -> Iterator[Bar]:
    for event, lane in zip(events, lanes_of(events, _LANES), strict=True):
        first, days = _days(event)
        yield Bar(
            percent(scale.share(first)),
            percent(scale.share(first + days)),
            lane,
            is_loose(event.when),
            event.quote is not None,
            event.kind,
        )


def _opening(scale: Scale, inner: Stretch) -> Opening:
    start, end = scale.share(inner.first), scale.share(inner.last + 1)
    return Opening(round(100 * start, 2), round(100 * end, 2))
