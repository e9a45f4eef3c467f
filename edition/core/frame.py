"""A frame is a part of the earth as a picture shows it: a projection and a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.core.atlas import Position
from edition.core.clipping import Box, Point, bounds
from edition.core.projection import Albers

WIDTH = 720
"""Units from the left edge of a picture to its right one."""
_FLATTEST, _STEEPEST = 1.5, 1.15
"""The most and the least that a picture is wider than high: it must fit a page, and a phone."""
_MARGIN = 0.1
"""Of what is shown, on every side."""
_LEAST = 500.0
"""Kilometres from edge to edge: of a single point some surroundings are shown."""
_NO_ZONE = 0.1
"""Degrees between parallels that lie too close, or too evenly about the equator, for a cone."""


@dataclass(frozen=True)
class Frame:
    """What a picture shows, and how."""

    projection: Albers
    box: Box
    """Kilometres on the projected plane."""

    @property
    def unit(self) -> float:
        """Return the kilometres of one unit."""
        return (self.box.right - self.box.left) / WIDTH

    @property
    def height(self) -> int:
        """Return the units from top to bottom."""
        return round((self.box.bottom - self.box.top) / self.unit)

    def place(self, position: Position) -> Point:
        """Return where a longitude and a latitude are in the picture: units from its left top."""
        x, y = self.projection.project(*position)
        return (x - self.box.left) / self.unit, (y - self.box.top) / self.unit

    def position(self, point: Point) -> Position:
        """Return the longitude and the latitude of a point of the picture."""
        x, y = point[0] * self.unit + self.box.left, point[1] * self.unit + self.box.top
        return self.projection.position(x, y)

    @property
    def edges(self) -> Box:
        """Return the picture in units."""
        return Box(0, 0, WIDTH, self.height)


def frame_around(positions: Sequence[Position]) -> Frame:
    """Return the frame that shows some positions, of which there must be one, with a margin."""
    # Longitudes are counted from the first, so that a region at the date line stays in one piece.
    origin = positions[0][0]
    around = [(longitude - origin + 180) % 360 - 180 for longitude, _ in positions]
    latitudes = [latitude for _, latitude in positions]
    south, north = min(latitudes), max(latitudes)
    if north - south < _NO_ZONE:
        south, north = south - 1, north + 1
    if abs(north + south) < _NO_ZONE:
        north += _NO_ZONE
    projection = Albers(south, north, origin + (min(around) + max(around)) / 2)
    shown = bounds([projection.project(*position) for position in positions])
    return Frame(projection, _with_margin(shown))


def _with_margin(shown: Box) -> Box:
    """Return a box around what is shown whose sides are in a good proportion."""
    width = max(_LEAST, (shown.right - shown.left) * (1 + 2 * _MARGIN))
    height = max(_LEAST / _FLATTEST, (shown.bottom - shown.top) * (1 + 2 * _MARGIN))
    width = max(width, height * _STEEPEST)
    height = max(height, width / _FLATTEST)
    x, y = (shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
