"""Clipping cuts lines and areas at the edges of a picture: no page pays for what is outside."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its edges parallel to those of the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Say whether a point lies in it or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: Box) -> bool:
        """Say whether two boxes have more in common than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def bounds(points: Sequence[Point]) -> Box:
    """Return the smallest box that holds some points, of which there must be one."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def clip_area(ring: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of an area within a box; empty when there is none.

    Sutherland and Hodgman, Reentrant polygon clipping (1974, doi 10.1145/360767.360802): edge after
    edge of the box. Parts that the box cuts asunder stay joined along its edge.
    """
    points = list(ring)
    for inside, at in _edges(box):
        kept: list[Point] = []
        for before, point in zip((points[-1:] + points), points, strict=False):
            if inside(point) != inside(before):
                kept.append(at(before, point))
            if inside(point):
                kept.append(point)
        points = kept
    return points


def clip_line(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """Yield the parts of a line within a box, each with the points just outside of it.

    What is outside is not cut exactly: the picture hides it.
    """
    part: list[Point] = []
    for before, point in itertools.pairwise(line):
        if bounds((before, point)).meets(box) or box.holds(before) or box.holds(point):
            part = part or [before]
            part.append(point)
        elif part:
            yield part
            part = []
    if part:
        yield part


_Edge = tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]


def _edges(box: Box) -> Iterator[_Edge]:
    """Yield for each edge what lies on its inner side, and where a line crosses it."""

    def across(edge: float) -> Callable[[Point, Point], Point]:
        return lambda a, b: (edge, a[1] + (b[1] - a[1]) * (edge - a[0]) / (b[0] - a[0]))

    def down(edge: float) -> Callable[[Point, Point], Point]:
        return lambda a, b: (a[0] + (b[0] - a[0]) * (edge - a[1]) / (b[1] - a[1]), edge)

    yield lambda point: point[0] >= box.left, across(box.left)
    yield lambda point: point[0] <= box.right, across(box.right)
    yield lambda point: point[1] >= box.top, down(box.top)
    yield lambda point: point[1] <= box.bottom, down(box.bottom)
