"""A map of entries: what it shows, where their names stand on it, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.core.addresses import term_address
from edition.core.atlas import Position
from edition.core.clipping import Point
from edition.core.edition import Edition
from edition.core.frame import WIDTH, Frame, frame_around
from edition.core.term import Term
from edition.html.map_ground import Ground, border_lines, degrees, draw_ground
from edition.html.map_key import KeyView, view_key
from edition.html.map_label import Label, Sheet, place_labels
from edition.html.map_spot import Selection, Spot, spots_of
from edition.html.map_wish import wish_for
from edition.html.path import draw_path

_NARROW, _WIDE = (272.0, 312.0, 400.0, 560.0), (560.0, 600.0, 700.0, 900.0)
"""Pixels across at which names stand as they do on a phone, and as on a page: the least first."""
_BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
"""Kilometres that a scale may show."""
_LONGEST_BAR = 0.25
"""Of the width of a picture."""
_PLACEHOLDER = "00"
"""As wide as any number that a spot gets: which get one, and which, is known afterwards."""
_PARTS = 24
"""Points of a stretch of a course that labels avoid."""


@dataclass(frozen=True, slots=True)
class LabelView:
    """A name or a number on a picture."""

    lines: tuple[str, ...]
    x: str
    y: str
    """Of the picture, in per cent."""
    dx: float
    dy: float
    """Pixels from there to the first base line."""
    anchor: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class MarkView:
    """A spot, and its name as it stands on a narrow and on a wide picture."""

    x: str
    y: str
    """Of the picture, in per cent."""
    spot: Spot
    has_mark: bool
    address: str
    """Of the entry; empty where there is none."""
    narrow: LabelView | None
    wide: LabelView | None


@dataclass(frozen=True, slots=True)
class MapView:
    """A map, ready to be set."""

    width: int
    height: int
    ground: Ground
    courses: str
    marks: tuple[MarkView, ...]
    key: tuple[tuple[str, tuple[KeyView, ...]], ...]
    """By kind, in the order of the alphabet."""
    bar: str
    """How long the bar of the scale is, in per cent of the width."""
    bar_words: str
    parallels: tuple[str, ...]
    """At which the projection is true to size."""


def view_map(edition: Edition, focus: str = "", beside: str = "") -> MapView | None:
    """Lay out a map of some entries, named with commas between them; without any, of all.

    None where there is nothing to show: of an edition without places.
    """
    about, also = _named(edition, focus), _named(edition, beside)
    shown = (*about, *also) or tuple(term for term in edition.terms if term.site)
    drawn = (*about, *(term for term in also if not any(term.site.points)))
    positions = [*_points(shown), *_outlines(edition, drawn)]
    if not positions:
        return None
    frame = frame_around(positions)
    chosen = Selection(about, _states(edition, about, also), _courses(about or shown))
    spots = tuple(spots_of(edition, frame, chosen))
    wishes = [wish_for(spot, _PLACEHOLDER) for spot in spots]
    borders, frontier = border_lines(edition.atlas, frame, chosen.states)
    courses = [list(_course(frame, term)) for term in chosen.courses]
    lines = [point for line in (*frontier, *map(_dense, courses)) for point in line]
    narrow, wide = (
        place_labels(wishes, Sheet(widths, frame.height), lines) for widths in (_NARROW, _WIDE)
    )
    numbers = _numbers(spots, narrow, wide)
    bar = max(km for km in _BARS if km == 1 or km <= frame.unit * WIDTH * _LONGEST_BAR)
    return MapView(
        width=WIDTH,
        height=frame.height,
        ground=draw_ground(edition.atlas, frame, borders, frontier),
        courses=draw_path(courses),
        marks=tuple(
            MarkView(
                *_shares(frame, spot.points[0]),
                spot,
                wish.has_mark,
                term_address(edition, spot.term.id) if spot.term and spot.has_entry else "",
                _view_label(frame, small, numbers.get(spot, "")),
                _view_label(frame, large, numbers.get(spot, "")),
            )
            for spot, wish, small, large in zip(spots, wishes, narrow, wide, strict=True)
        ),
        key=tuple(view_key(edition, chosen, spots, (narrow, wide), numbers)),
        bar=_percent(bar / frame.unit / WIDTH),
        bar_words=f"{bar:,} km",
        parallels=tuple(degrees(round(d), "NS") for d in frame.projection.standard),
    )


def _named(edition: Edition, written: str) -> tuple[Term, ...]:
    found = (edition.term_named(part.strip()) for part in written.split(",") if part.strip())
    return tuple(term for term in found if term is not None and term.site)


def _points(terms: Iterable[Term]) -> Iterator[Position]:
    for term in terms:
        for point in term.site.points:
            yield point.longitude, point.latitude


def _outlines(edition: Edition, terms: Iterable[Term]) -> Iterator[Position]:
    for term in terms:
        for state in term.site.outline:
            for polygon in edition.atlas.polygons(state):
                yield from polygon[0]


def _states(edition: Edition, about: Sequence[Term], also: Sequence[Term]) -> frozenset[str]:
    """Return the states that are set off: those of the focus, of what is beside, of the regions."""
    for terms in (about, also, [term for term in edition.terms if term.kind == "region"]):
        if found := frozenset(state for term in terms for state in term.site.outline):
            return found
    return frozenset()


def _courses(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.site.course)


def _course(frame: Frame, term: Term) -> Iterator[Point]:
    for stop in term.site.course:
        yield frame.place((stop.coordinates.longitude, stop.coordinates.latitude))


def _dense(line: Sequence[Point]) -> Iterator[Point]:
    """Yield points all along a line."""
    for (x1, y1), (x2, y2) in pairwise(line):
        for step in range(_PARTS):
            yield x1 + (x2 - x1) * step / _PARTS, y1 + (y2 - y1) * step / _PARTS


def _numbers(
    spots: Sequence[Spot], narrow: Sequence[Label | None], wide: Sequence[Label | None]
) -> Mapping[Spot, str]:
    """Return numbers, from 1, for the spots whose names do not stand on both pictures."""
    numbered = [
        spot
        for spot, *labels in zip(spots, narrow, wide, strict=True)
        if any(label and label.is_number for label in labels)
    ]
    numbered.sort(key=lambda spot: spot.words)
    return {spot: str(number) for number, spot in enumerate(numbered, 1)}


def _view_label(frame: Frame, label: Label | None, number: str) -> LabelView | None:
    if label is None:
        return None
    x, y = _shares(frame, label.point)
    lines = (number,) if label.is_number else label.lines
    return LabelView(lines, x, y, label.dx, label.dy, label.anchor, label.is_number)


def _shares(frame: Frame, point: Point) -> tuple[str, str]:
    return _percent(point[0] / WIDTH), _percent(point[1] / frame.height)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"
