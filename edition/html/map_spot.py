"""A spot is a point of a map with a name: which entries have one, and which names come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.core.atlas import is_in_polygon
from edition.core.clipping import Point, bounds
from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.frame import Frame
from edition.core.term import Term
from edition.html.map_ground import degrees_at_edges, visible_areas

_SAME = 12.0
"""Units within which a stop is the place that stands there already."""
_GRID = 13
"""Points across an area, and down, at which its name may stand."""
_COARSE = 6
"""Units to which an area is rounded that a name had better stay in."""
_ORDER = ("state", "sea", "capital", "city", "route", "region")
"""Whose names come first, after what the map is about."""

Area = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a map is about."""

    focus: tuple[Term, ...]
    """The entries that it is about; empty for a map of all."""
    states: frozenset[str]
    """The states of the atlas that are set off from the others."""
    courses: tuple[Term, ...]
    """The entries whose courses are drawn."""

    @property
    def is_of_all(self) -> bool:
        """Say whether it shows whatever the edition has."""
        return not self.focus


@dataclass(frozen=True, slots=True)
class Spot:
    """A name, and where in the picture it belongs."""

    words: str
    points: tuple[Point, ...]
    """The best first; a mark stands at the first."""
    style: str
    """What is there: `state`, `capital`, `city`, `sea`, `region`, `route`, `stop`, `degree`."""
    term: Term | None = None
    """The entry; of a capital without one, the state; of a stop, what passes it."""
    has_entry: bool = True
    """Whether the name is that of the entry."""
    is_focus: bool = False
    area: Area = ()
    """What is named, in the units of the picture; empty where its shape is not known."""


def spots_of(edition: Edition, frame: Frame, chosen: Selection) -> Iterator[Spot]:
    """Yield the spots within a picture, those first whose names matter most."""
    found = [*_entries(edition, frame, chosen)]
    on_course = bool(chosen.courses) and not chosen.is_of_all
    if not on_course:  # what a course passes is more to the point than capitals
        found += _capitals(edition, frame)
    found.sort(key=lambda spot: (not spot.is_focus, _ORDER.index(spot.style)))
    marked = [spot.points[0] for spot in found if spot.style in ("capital", "city")]
    if on_course:
        yield from _stops(frame, chosen, marked)
    yield from found
    for degree in degrees_at_edges(frame):
        yield Spot(degree.words, (degree.point,), "degree")


def _entries(edition: Edition, frame: Frame, chosen: Selection) -> Iterator[Spot]:
    seats = {term.site.capital_entry for term in edition.terms}
    for term in edition.terms:
        site, name = term.site, term.name
        is_focus = term in chosen.focus
        if term in chosen.courses:
            middles = tuple(point for point in _along(frame, term) if frame.edges.holds(point))
            if middles:
                yield Spot(name, middles, "route", term, is_focus=is_focus)
        elif term.kind == "state" and site.outline:
            yield from _state(edition, frame, term)
        elif site.label and not chosen.is_of_all:
            continue  # the name of a region without limits belongs on no map of a part
        elif point := site.point or site.label:
            style = "capital" if term.id in seats else term.kind
            area = _sea(edition, frame, point) if term.kind == "sea" else ()
            placed = _place(frame, point)
            if frame.edges.holds(placed):
                points = (placed, *_grid(area)) if area else (placed,)
                yield Spot(name, points, style, term, is_focus=is_focus, area=area)


def _state(edition: Edition, frame: Frame, term: Term) -> Iterator[Spot]:
    """Yield the spot of a state that is in view, if only in part."""
    rings = (
        ring for name in term.site.outline for area in edition.atlas.polygons(name) for ring in area
    )
    if area := _coarse(visible_areas(frame, rings)):
        points = _grid(area)
        if term.site.point and frame.edges.holds(placed := _place(frame, term.site.point)):
            points = (placed, *points)
        yield Spot(term.name, points, "state", term, area=area)


def _sea(edition: Edition, frame: Frame, point: Coordinates) -> Area:
    shore = edition.atlas.sea_around((point.longitude, point.latitude))
    return _coarse(visible_areas(frame, [shore] if shore else ()))


def _coarse(rings: Iterable[Sequence[Point]]) -> Area:
    """Return the largest of some rings, with no more points than names need."""
    areas = [
        tuple(dict.fromkeys((round(x / _COARSE), round(y / _COARSE)) for x, y in ring))
        for ring in rings
    ]
    if not areas:
        return ()
    largest = tuple((x * _COARSE, y * _COARSE) for x, y in max(areas, key=_extent))
    return ((*largest, largest[0]),)


def _extent(ring: Sequence[Point]) -> float:
    box = bounds(ring)
    return (box.right - box.left) * (box.bottom - box.top)


def _grid(area: Area) -> tuple[Point, ...]:
    """Return points all over an area, from its middle outwards."""
    box = bounds(area[0])
    steps = [(step + 0.5) / _GRID for step in range(_GRID)]
    points = [
        (box.left + (box.right - box.left) * x, box.top + (box.bottom - box.top) * y)
        for x in steps
        for y in steps
    ]
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    points = [point for point in points if is_in_polygon(point, area)]
    return tuple(sorted(points, key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2))


def _capitals(edition: Edition, frame: Frame) -> Iterator[Spot]:
    for term in edition.terms:
        if capital := term.site.capital:
            point = _place(frame, capital.coordinates)
            if frame.edges.holds(point):
                yield Spot(capital.name, (point,), "capital", term, has_entry=False)


def _stops(frame: Frame, chosen: Selection, taken: Sequence[Point]) -> Iterator[Spot]:
    """Yield what the courses pass, but for what the map has as a place of its own."""
    for term in chosen.courses:
        for stop in term.site.course:
            x, y = point = _place(frame, stop.coordinates)
            is_there = any(abs(x - other) + abs(y - there) < _SAME for other, there in taken)
            if not is_there and frame.edges.holds(point):
                yield Spot(stop.name, (point,), "stop", term, has_entry=False)


def _place(frame: Frame, point: Coordinates) -> Point:
    return frame.place((point.longitude, point.latitude))


def _along(frame: Frame, term: Term) -> list[Point]:
    """Return the middles of the stretches of a course, that of the longest first."""
    points = [_place(frame, stop.coordinates) for stop in term.site.course]
    stretches = list(pairwise(points)) or [(points[0], points[0])]
    stretches.sort(key=lambda ends: -_distance(*ends))
    return [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in stretches]


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
