"""A point is on the earth or not; a region holds it or not, over the date line, too."""

import pytest

from edition.core.coordinates import Coordinates, Region

ON_EARTH = [(0, 0), (90, 180), (-90, -180), (43.24, 76.89), (-0.0, 179.999)]
NOWHERE = [(90.01, 0), (-91, 0), (0, 180.5), (0, -181), (108.89, 34.28), (999, 999)]


@pytest.mark.parametrize(("latitude", "longitude"), ON_EARTH)
def test_a_point_is_on_earth_within_the_ranges_of_both(latitude: float, longitude: float) -> None:
    assert Coordinates(latitude, longitude).is_on_earth


@pytest.mark.parametrize(("latitude", "longitude"), NOWHERE)
def test_a_point_out_of_either_range_is_not(latitude: float, longitude: float) -> None:
    assert not Coordinates(latitude, longitude).is_on_earth


def test_a_point_is_shown_as_an_entry_has_it() -> None:
    assert str(Coordinates(43.24, -76.0)) == "43.24, -76"


def test_swapping_twice_changes_nothing() -> None:
    point = Coordinates(43.24, 76.89)
    assert point.swapped == Coordinates(76.89, 43.24)
    assert point.swapped.swapped == point


NORTH_SEA, PACIFIC = Region(50, -5, 62, 13), Region(-50, 160, 0, -130)
IN_REGION: dict[str, tuple[Region, float, float, bool]] = {
    "inside": (NORTH_SEA, 56.5, 3.25, True),
    "at a corner": (NORTH_SEA, 50, -5, True),
    "at the other corner": (NORTH_SEA, 62, 13, True),
    "too far south": (NORTH_SEA, 49.9, 3, False),
    "too far north": (NORTH_SEA, 62.1, 3, False),
    "too far west": (NORTH_SEA, 56, -5.1, False),
    "too far east": (NORTH_SEA, 56, 13.1, False),
    "swapped": (NORTH_SEA, 3.25, 56.5, False),
    "west of the date line": (PACIFIC, -17, 178, True),
    "east of the date line": (PACIFIC, -17, -149, True),
    "on the date line": (PACIFIC, -17, 180, True),
    "before its western edge": (PACIFIC, -17, 159, False),
    "behind its eastern edge": (PACIFIC, -17, -129, False),
    "on the other side of the earth": (PACIFIC, -17, 0, False),
}


@pytest.mark.parametrize(
    ("region", "latitude", "longitude", "holds"), IN_REGION.values(), ids=IN_REGION
)
def test_a_region_holds_what_lies_between_its_edges(
    region: Region, latitude: float, longitude: float, holds: bool
) -> None:
    assert region.holds(Coordinates(latitude, longitude)) is holds
