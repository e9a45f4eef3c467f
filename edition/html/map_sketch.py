"""A sketch is what of a map costs time: its ground, and where each name stands on it.

It follows from the entries' sites and the atlas alone, and is made of plain values, so that whoever
draws may keep it from one build to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from edition.core.atlas import Position
from edition.core.clipping import Point
from edition.core.edition import Edition
from edition.core.frame import WIDTH, Frame, frame_around
from edition.core.term import Term
from edition.html.map_ground import Ground, border_lines, degrees, draw_ground
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
"""As wide as any number that a name gets: which get one, and which, is known afterwards."""
_PARTS = 24
"""Points of a stretch of a course that labels avoid."""


@dataclass(frozen=True, slots=True)
class Lettering:
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
class Mark:
    """A spot, and its name as it stands on a narrow and on a wide picture."""

    words: str
    x: str
    y: str
    """Of the picture, in per cent."""
    style: str
    term: str
    """The id of the entry; of a capital without one, of the state; empty of a degree."""
    has_entry: bool
    has_mark: bool
    is_focus: bool
    narrow: Lettering | None
    wide: Lettering | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """A map but for its links."""

    height: int
    """Units, of which it is `WIDTH` wide."""
    ground: Ground
    courses: str
    marks: tuple[Mark, ...]
    bar: str
    """How long the bar of the scale is, in per cent of the width."""
    bar_words: str
    parallels: tuple[str, ...]
    """At which the projection is true to size."""
    states: tuple[str, ...]
    """The states of the atlas that are set off."""


def sketch_map(edition: Edition, about: Sequence[Term], also: Sequence[Term]) -> Sketch | None:
    """Draw a map of some entries, and of others beside them; of all if there are none.

    None where there is nothing to show: of an edition without places.
    """
    shown = (*about, *also) or tuple(term for term in edition.terms if term.site)
    drawn = (*about, *(term for term in also if not any(term.site.points)))
    positions = [*_points(shown), *_outlines(edition, drawn)]
    if not positions:
        return None
    frame = frame_around(positions)
    courses = tuple(term for term in about or shown if term.site.course)
    chosen = Selection(tuple(about), _states(edition, about, also), courses)
    spots = tuple(spots_of(edition, frame, chosen))
    wishes = [wish_for(spot, _PLACEHOLDER) for spot in spots]
    borders, frontier = border_lines(edition.atlas, frame, chosen.states)
    routes = [list(_course(frame, term)) for term in courses]
    lines = [point for line in (*frontier, *map(_dense, routes)) for point in line]
    narrow, wide = (
        place_labels(wishes, Sheet(widths, frame.height), lines) for widths in (_NARROW, _WIDE)
    )
    numbers = _numbers(spots, narrow, wide)
    bar = max(km for km in _BARS if km == 1 or km <= frame.unit * WIDTH * _LONGEST_BAR)
    return Sketch(
        height=frame.height,
        ground=draw_ground(edition.atlas, frame, borders, frontier),
        courses=draw_path(routes),
        marks=tuple(
            Mark(
                spot.words,
                *_shares(frame, spot.points[0]),
                spot.style,
                spot.term.id if spot.term else "",
                spot.has_entry,
                wish.has_mark,
                spot.is_focus,
                _lettering(frame, small, numbers.get(index, "")),
                _lettering(frame, large, numbers.get(index, "")),
            )
            for index, (spot, wish, small, large) in enumerate(
                zip(spots, wishes, narrow, wide, strict=True)
            )
        ),
        bar=_percent(bar / frame.unit / WIDTH),
        bar_words=f"{bar:,} km",
        parallels=tuple(degrees(round(d), "NS") for d in frame.projection.standard),
        states=tuple(sorted(chosen.states)),
    )


def to_plain(sketch: Sketch | None) -> Any:
    """Return a sketch as what JSON has."""
    return asdict(sketch) if sketch else None


def from_plain(plain: Any) -> Sketch | None:
    """Return the sketch that was made into plain values."""
    if plain is None:
        return None
    marks = (
        Mark(
            **{
                **mark,
                **{
                    layout: mark[layout] and Lettering(**mark[layout])
                    for layout in ("narrow", "wide")
                },
            }
        )
        for mark in plain["marks"]
    )
    return Sketch(**{**plain, "ground": Ground(**plain["ground"]), "marks": tuple(marks)})


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
) -> Mapping[int, str]:
    """Return numbers, from 1, for the spots whose names do not stand on both pictures."""
    numbered = [
        index
        for index, labels in enumerate(zip(narrow, wide, strict=True))
        if any(label and label.is_number for label in labels)
    ]
    numbered.sort(key=lambda index: spots[index].words)
    return {index: str(number) for number, index in enumerate(numbered, 1)}


def _lettering(frame: Frame, label: Label | None, number: str) -> Lettering | None:
    if label is None:
        return None
    lines = (number,) if label.is_number else label.lines
    dx, dy = round(label.dx, 1), round(label.dy, 1)
    return Lettering(lines, *_shares(frame, label.point), dx, dy, label.anchor, label.is_number)


def _shares(frame: Frame, point: Point) -> tuple[str, str]:
    return _percent(point[0] / WIDTH), _percent(point[1] / frame.height)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"
