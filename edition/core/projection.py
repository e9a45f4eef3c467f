"""Albers' equal-area conic projection: a part of the earth on paper, every area in proportion.

For regions that are wide from west to east in middle latitudes. For the sphere; the equations are
those of John P. Snyder, Map Projections: A Working Manual (U.S. Geological Survey Professional
Paper 1395, 1987), and the results those of the program PROJ.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

EARTH = 6371.0
"""Radius of a sphere of the earth's surface, in kilometres."""
_SIXTH = 1 / 6
"""Where the standard parallels lie, from the edges of a map, of its height: a rule of thumb that
keeps distortion between them and beyond much alike."""


@dataclass(frozen=True)
class Albers:
    """A projection for what lies between two parallels, around a meridian."""

    south: float
    north: float
    """Parallels in degrees; not opposite each other across the equator."""
    meridian: float
    """The one that is straight up, in degrees."""

    @property
    def standard(self) -> tuple[float, float]:
        """Return the parallels, in degrees, along which the map is true to size."""
        spread = (self.north - self.south) * _SIXTH
        return self.south + spread, self.north - spread

    @cached_property
    def _constants(self) -> tuple[float, float, float]:
        """Return Snyder's n and C, and the radius of the middle parallel."""
        first, second = map(radians, self.standard)
        n = (sin(first) + sin(second)) / 2
        c = cos(first) ** 2 + 2 * n * sin(first)
        middle = radians((self.south + self.north) / 2)
        return n, c, sqrt(c - 2 * n * sin(middle)) / n

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return kilometres to the right of the meridian and below the middle of both parallels.

        Lengths along the standard parallels are true.
        """
        n, c, middle = self._constants
        radius = sqrt(max(0.0, c - 2 * n * sin(radians(latitude)))) / n
        angle = n * radians((longitude - self.meridian + 180) % 360 - 180)
        return EARTH * radius * sin(angle), EARTH * (radius * cos(angle) - middle)

    def position(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and the latitude of what is drawn at a place."""
        n, c, middle = self._constants
        across, down = x / EARTH, y / EARTH + middle
        sign = 1 if n > 0 else -1
        radius = sign * hypot(across, down)
        sine = (c - (radius * n) ** 2) / (2 * n)
        angle = atan2(sign * across, sign * down)
        return self.meridian + degrees(angle) / n, degrees(asin(max(-1.0, min(1.0, sine))))
