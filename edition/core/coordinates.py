"""Coordinates are a point of the earth; a region is where an edition expects its places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in decimal degrees of WGS 84; what was written may be none."""

    latitude: float
    """North of the equator; -90 to 90."""
    longitude: float
    """East of Greenwich; -180 to 180."""

    def __str__(self) -> str:
        """Return the point as an entry has it."""
        return f"{self.latitude:g}, {self.longitude:g}"

    @property
    def is_on_earth(self) -> bool:
        """Say whether both numbers are within their ranges."""
        return abs(self.latitude) <= 90 and abs(self.longitude) <= 180

    @property
    def swapped(self) -> Coordinates:
        """Return the point that is meant if the two were written in the wrong order."""
        return Coordinates(self.longitude, self.latitude)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the earth between two parallels and two meridians."""

    south: float
    west: float
    north: float
    east: float
    """East of Greenwich, as `west`; less than that where the region has the date line in it."""

    def holds(self, point: Coordinates) -> bool:
        """Say whether a point lies in the region or on its edge.

        >>> Region(-50, 160, 0, -130).holds(Coordinates(-17.5, -149.5))
        True
        """
        if not self.south <= point.latitude <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= point.longitude <= self.east
        return point.longitude >= self.west or point.longitude <= self.east
