"""An atlas is the outlines of states and waters, in degrees, with the lines that states share."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.core.clipping import Box, bounds

Position = tuple[float, float]
"""East of Greenwich, north of the equator: degrees in the order of GeoJSON (RFC 7946, 3.1.1)."""
Ring = tuple[Position, ...]
"""A closed line; its last point is its first."""
Polygon = tuple[Ring, ...]
"""An area: its outer edge, then the edges of what lies in it and does not belong to it."""


@dataclass(frozen=True)
class Atlas:
    """Outlines as arcs, so that two states that share a border share its arcs."""

    arcs: Sequence[Ring] = ()
    """Lines between the places where three areas meet, or all around an island."""
    states: Mapping[str, tuple[tuple[tuple[int, ...], ...], ...]] = field(default_factory=dict)
    """By name: polygons, of rings, of numbers of arcs; `~n` is arc n from its end to its start
    (TopoJSON 2.1.4)."""
    land: tuple[tuple[tuple[int, ...], ...], ...] = ()
    """All states together, as polygons, of rings, of numbers of arcs."""
    waters: Mapping[str, tuple[Polygon, ...]] = field(default_factory=dict)
    """Lakes by name: the outlines of states take no notice of them."""

    def polygons(self, state: str) -> Iterator[Polygon]:
        """Yield the areas of a state."""
        yield from map(self._polygon, self.states[state])

    @cached_property
    def _land(self) -> tuple[tuple[Box, Ring], ...]:
        rings = (self._ring(ring) for area in self.land for ring in area)
        return tuple((bounds(ring), ring) for ring in rings)

    def land_near(self, around: Box) -> Iterator[Ring]:
        """Yield the edges of land that reach into a box of degrees."""
        yield from (ring for reach, ring in self._land if may_meet(reach, around))

    def _polygon(self, rings: Sequence[Sequence[int]]) -> Polygon:
        return tuple(self._ring(numbers) for numbers in rings)

    def _ring(self, numbers: Sequence[int]) -> Ring:
        points: list[Position] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc  # the first is the last of the arc before
        return tuple(points)

    @cached_property
    def _states_of_arc(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for name in self.states:
            for arc in self._arcs_of(name):
                found[arc] = (*found.get(arc, ()), name)
        return found

    def _arcs_of(self, state: str) -> set[int]:
        return {
            number if number >= 0 else ~number
            for polygon in self.states[state]
            for ring in polygon
            for number in ring
        }

    def neighbours(self, state: str) -> frozenset[str]:
        """Return the states with which a state shares a line of its outline."""
        found = {
            other for arc in self._arcs_of(state) for other in self._states_of_arc.get(arc, ())
        }
        return frozenset(found - {state})

    @cached_property
    def _ends(self) -> tuple[tuple[Box, frozenset[str], Ring], ...]:
        lines = ((frozenset(found), self.arcs[arc]) for arc, found in self._states_of_arc.items())
        return tuple((bounds(line), states, line) for states, line in lines)

    def ends_near(self, around: Box) -> Iterator[tuple[frozenset[str], Ring]]:
        """Yield every line at which a state ends and that reaches into a box of degrees.

        With it the states that end there: two at a border, one at a shore.
        """
        yield from ((states, line) for reach, states, line in self._ends if may_meet(reach, around))

    def _shore_around(self, position: Position) -> tuple[int, ...]:
        for rings in self.land:
            for hole in rings[1:]:
                if is_in_polygon(position, (self._ring(hole),)):
                    return hole
        return ()

    def sea_around(self, position: Position) -> Ring:
        """Return the shore of the water around a position, if land surrounds it; or nothing."""
        return self._ring(self._shore_around(position))

    def states_at(self, position: Position) -> frozenset[str]:
        """Return the states that lie on the water around a position, if land surrounds it."""
        shore = (number if number >= 0 else ~number for number in self._shore_around(position))
        return frozenset(state for arc in shore for state in self._states_of_arc.get(arc, ()))

    def holds(self, state: str, position: Position) -> bool:
        """Say whether a position lies in a state."""
        return any(is_in_polygon(position, polygon) for polygon in self.polygons(state))


def may_meet(reach: Box, around: Box) -> bool:
    """Say whether what reaches so far may lie in a box, wherever its longitudes are counted from.

    >>> may_meet(Box(170, -20, 180, -10), Box(-185, -30, -160, 0))
    True
    """
    return any(
        Box(reach.left + turn, reach.top, reach.right + turn, reach.bottom).meets(around)
        for turn in (0, -360, 360)
    )


def is_in_polygon(position: Position, polygon: Polygon) -> bool:
    """Say whether a position lies in an area: a line from it to the west crosses edges oddly often.

    >>> square = (((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)),)
    >>> is_in_polygon((1, 1), square), is_in_polygon((3, 1), square)
    (True, False)
    """
    x, y = position
    inside = False
    for ring in polygon:
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > y) != (y2 > y) and x > x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside
