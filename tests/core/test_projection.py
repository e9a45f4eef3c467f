"""The projection is Albers': areas in proportion, standard parallels true to size, and back."""

from itertools import pairwise
from math import hypot, pi, radians, sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edition.core.frame import WIDTH, frame_around
from edition.core.projection import EARTH, Albers

LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-180, 180)


@st.composite
def projections(draw: st.DrawFn) -> Albers:
    south, north = sorted((draw(LATITUDES), draw(LATITUDES)))
    assume(north - south > 1 and abs(north + south) > 1)
    return Albers(south, north, draw(LONGITUDES))


BY_PROJ = [
    ((25.5, 49.5, -96), (-75, 35), (1881.178, 71.906)),
    ((30, 50, 75), (80, 45), (391.673, -570.0614)),
    ((30, 50, 75), (44.5, 55.25), (-1969.5543, -2022.4287)),
    ((-50, -30, 20), (35, -45), (1170.161, 657.1684)),
    ((10, 60, 75), (130, 5), (6261.0664, 1645.3286)),
    ((-10, 50, 100), (60, -20), (-4871.3278, 3836.1161)),
]
"""What PROJ 9.5.1 (pyproj 3.7.2) answers: `+proj=aea`, the standard parallels a sixth from either
edge, the origin in the middle, `+R=6371000`; kilometres, and downwards as in a picture."""


@pytest.mark.parametrize(("zone", "position", "expected"), BY_PROJ)
def test_places_are_where_another_program_has_them(
    zone: tuple[float, float, float], position: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert Albers(*zone).project(*position) == pytest.approx(expected, abs=1e-3)


@given(projections(), st.floats(-60, 60), LATITUDES)
def test_what_is_drawn_is_found_again(albers: Albers, along: float, latitude: float) -> None:
    longitude, found = albers.position(*albers.project(albers.meridian + along, latitude))
    assert found == pytest.approx(latitude, abs=1e-6)
    assert (longitude - albers.meridian) == pytest.approx(along, abs=1e-6)


@given(projections(), st.floats(-40, 40), st.floats(-79, 78))
def test_areas_are_in_proportion(albers: Albers, west: float, south: float) -> None:
    """A degree by a degree has the area that it has on the sphere."""
    steps = [step / 50 for step in range(51)]
    edge = [(west + s, south) for s in steps] + [(west + 1, south + s) for s in steps]
    edge += [(west + 1 - s, south + 1) for s in steps] + [(west, south + 1 - s) for s in steps]
    points = [albers.project(albers.meridian + x, y) for x, y in edge]
    area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]]))) / 2
    truly = EARTH**2 * pi / 180 * (sin(radians(south + 1)) - sin(radians(south)))
    assert area == pytest.approx(truly, rel=1e-3)


@given(projections(), st.floats(-40, 40))
def test_lengths_along_the_standard_parallels_are_true(albers: Albers, along: float) -> None:
    for parallel in albers.standard:
        one = albers.project(albers.meridian + along, parallel)
        other = albers.project(albers.meridian + along + 0.01, parallel)
        truly = EARTH * radians(0.01) * sin(radians(90 - abs(parallel)))
        assert hypot(other[0] - one[0], other[1] - one[1]) == pytest.approx(truly, rel=1e-3)


# ---- Frames ----

PLACED = {
    "one point": [(7.89, 54.18)],
    "two points on one meridian": [(10, 40), (10, 60)],
    "a region across the date line": [(170, -20), (-150, -10), (179, -40)],
    "a region about the equator": [(10, -20), (40, 20)],
    "the equator alone": [(10, 0), (60, 0)],
    "far in the south": [(20, -60), (30, -40)],
}


@pytest.mark.parametrize("positions", PLACED.values(), ids=PLACED)
def test_a_frame_shows_what_it_is_made_for(positions: list[tuple[float, float]]) -> None:
    frame = frame_around(positions)
    for position in positions:
        x, y = frame.place(position)
        assert 0.05 * WIDTH <= x <= 0.95 * WIDTH
        assert 0.05 * frame.height <= y <= 0.95 * frame.height


@given(st.lists(st.tuples(st.floats(-170, 170), st.floats(-70, 70)), min_size=1, max_size=5))
def test_a_frame_fits_a_page_and_a_phone(positions: list[tuple[float, float]]) -> None:
    west, east = min(x for x, _ in positions), max(x for x, _ in positions)
    assume(east - west < 120)
    frame = frame_around(positions)
    assert 1.1 <= WIDTH / frame.height <= 1.6
    for position in positions:
        assert frame.edges.holds(frame.place(position))


@given(st.floats(0, WIDTH), st.floats(0, 400))
def test_a_point_of_a_picture_has_its_position(x: float, y: float) -> None:
    frame = frame_around([(40, 30), (90, 56)])
    assert frame.place(frame.position((x, y))) == pytest.approx((x, y), abs=1e-6)
