"""The ground of a map: land, lakes, borders, meridians and parallels, as paths of one picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from edition.core.atlas import Atlas, Ring, may_meet
from edition.core.clipping import Box, Point, bounds, clip_area, clip_line
from edition.core.frame import WIDTH, Frame
from edition.html.path import draw_path

_BLEED = 4.0
"""Units beyond the edges of a picture up to which all is drawn, so that no cut is seen."""
_STEPS = (1, 2, 5, 10, 15, 20, 30)
"""Degrees between meridians, and between parallels."""
_MOST_LINES = 7
_SEGMENTS = 24
"""Straight pieces of a parallel within a picture."""
_AROUND = 5.0
"""Degrees beyond a picture within which a line may lie that bends into it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Path data in the units of a frame; each empty where there is nothing of the kind."""

    land: str
    lakes: str
    borders: str
    frontier: str
    """All around the states that the map is about: their borders with others, and their shores."""
    graticule: str


@dataclass(frozen=True, slots=True)
class Degree:
    """A meridian where it leaves a picture at the top, or a parallel where it does on the left."""

    words: str
    point: Point


Lines = list[Sequence[Point]]


def border_lines(atlas: Atlas, frame: Frame, focus: Collection[str]) -> tuple[Lines, Lines]:
    """Return the borders that a picture shows, and the frontier all around the states in focus."""
    borders: Lines = []
    frontier: Lines = []
    for states, line in atlas.ends_near(_around(frame)):
        is_edge = len(states.intersection(focus)) == 1
        if is_edge or len(states) > 1:
            (frontier if is_edge else borders).extend(_cut(frame, line))
    return borders, frontier


def draw_ground(atlas: Atlas, frame: Frame, borders: Lines, frontier: Lines) -> Ground:
    """Return the ground of a picture."""
    lakes = (ring for areas in atlas.waters.values() for area in areas for ring in area)
    return Ground(
        land=draw_path(visible_areas(frame, atlas.land_near(_around(frame))), is_closed=True),
        lakes=draw_path(visible_areas(frame, lakes), is_closed=True),
        borders=draw_path(borders),
        frontier=draw_path(frontier),
        graticule=draw_path(
            part for line, _, _ in _graticule(frame) for part in clip_line(line, _bled(frame))
        ),
    )


def visible_areas(frame: Frame, rings: Iterable[Ring]) -> Iterator[list[Point]]:
    """Yield the parts of areas that a picture shows, in its units."""
    near, box = _around(frame), _bled(frame)
    for ring in rings:
        if may_meet(bounds(ring), near):
            shown = clip_area([frame.place(position) for position in ring], box)
            if shown:
                yield shown


def degrees_at_edges(frame: Frame) -> Iterator[Degree]:
    """Yield the meridians at the top edge and the parallels at the left one."""
    for line, words, axis in _graticule(frame):
        for before, point in pairwise(line):
            if (before[axis] > 0) != (point[axis] > 0):
                share = before[axis] / (before[axis] - point[axis])
                x, y = (a + (b - a) * share for a, b in zip(before, point, strict=True))
                if 0 <= x <= WIDTH and 0 <= y <= frame.height:
                    yield Degree(words, (x, y))
                break


def degrees(degree: int, names: str) -> str:
    """Return a round degree as maps have it.

    >>> degrees(70, "EW"), degrees(-20, "NS"), degrees(0, "NS")
    ('70° E', '20° S', '0°')
    """
    return f"{abs(degree)}° {names[degree < 0]}" if degree else "0°"


def _bled(frame: Frame) -> Box:
    return Box(-_BLEED, -_BLEED, WIDTH + _BLEED, frame.height + _BLEED)


def _cut(frame: Frame, line: Ring) -> Iterator[Sequence[Point]]:
    return clip_line([frame.place(position) for position in line], _bled(frame))


def _around(frame: Frame) -> Box:
    """Return the degrees that a picture shows, and some more."""
    shown = _shown(frame)
    return Box(
        shown.left - _AROUND, shown.top - _AROUND, shown.right + _AROUND, shown.bottom + _AROUND
    )


def _shown(frame: Frame) -> Box:
    """Return the degrees along the edges of a picture; its top is in the south."""
    edge: list[Point] = []
    for step in range(_SEGMENTS + 1):
        x, y = WIDTH * step / _SEGMENTS, frame.height * step / _SEGMENTS
        edge += ((x, 0), (x, frame.height), (0, y), (WIDTH, y))
    return bounds([frame.position(point) for point in edge])


def _graticule(frame: Frame) -> Iterator[tuple[list[Point], str, int]]:
    """Yield round meridians and parallels: the line, its degree, the axis of the edge it meets."""
    shown = _shown(frame)
    wide, high = shown.right - shown.left, shown.bottom - shown.top
    step = next((s for s in _STEPS if max(wide, high) / s <= _MOST_LINES), _STEPS[-1])
    parts = [part / _SEGMENTS for part in range(_SEGMENTS + 1)]
    for degree in range(ceil(shown.left / step) * step, floor(shown.right) + 1, step):
        line = [frame.place((degree, shown.bottom - high * part)) for part in parts]
        yield line, degrees((degree + 180) % 360 - 180, "EW"), 1
    for degree in range(ceil(shown.top / step) * step, floor(shown.bottom) + 1, step):
        line = [frame.place((shown.left + wide * part, degree)) for part in parts]
        yield line, degrees(degree, "NS"), 0
