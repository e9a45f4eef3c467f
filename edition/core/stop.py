"""A stop is a named point of the earth: a capital, or a place that a route passes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.core.coordinates import Coordinates

DEGREES = r"-?[0-9]{1,3}([.][0-9]+)?"
"""A number of degrees, as entries write it."""
STOP = rf"[^,]*[^,0-9 .-] {DEGREES}, ?{DEGREES}"
"""A name without commas, then latitude and longitude: `Samarkand 39.67, 66.95`."""
_PARTS = re.compile(r"(?P<name>.+) (?P<latitude>[^ ]+), ?(?P<longitude>[^ ]+)")


@dataclass(frozen=True, slots=True)
class Stop:
    """A name and a point."""

    name: str
    coordinates: Coordinates


def read_stop(written: str) -> Stop:
    """Return what was written in the form of `STOP`.

    >>> read_stop("Jalal-Abad 40.94, 73.00").coordinates
    Coordinates(latitude=40.94, longitude=73.0)
    """
    match = _PARTS.fullmatch(written)
    if match is None:
        raise ValueError(written)
    return Stop(match["name"], Coordinates(float(match["latitude"]), float(match["longitude"])))
