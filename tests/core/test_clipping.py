"""What is cut lies within the box; what lies within is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.clipping import Box, Point, bounds, clip_area, clip_line

BOX = Box(0, 0, 10, 8)
NEAR = Box(-0.001, -0.001, 10.001, 8.001)
NUMBERS = st.floats(-20, 20)
LINES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=12)

AREAS: dict[str, tuple[list[Point], list[Point]]] = {
    "within": ([(1, 1), (3, 1), (3, 3)], [(1, 1), (3, 1), (3, 3)]),
    "outside": ([(11, 1), (13, 1), (13, 3)], []),
    "beyond a corner": ([(11, 9), (13, 9), (13, 11)], []),
    "all around": ([(-5, -5), (15, -5), (15, 15), (-5, 15)], [(0, 0), (10, 0), (10, 8), (0, 8)]),
    "half": ([(5, 2), (15, 2), (15, 6), (5, 6)], [(5, 2), (10, 2), (10, 6), (5, 6)]),
}


@pytest.mark.parametrize(("area", "cut"), AREAS.values(), ids=AREAS)
def test_an_area_is_cut_at_the_edges(area: list[Point], cut: list[Point]) -> None:
    found = clip_area(area, BOX)
    assert set(found) == set(cut)


@given(LINES)
def test_what_is_cut_lies_within(line: list[Point]) -> None:
    assert all(NEAR.holds(point) for point in clip_area(line, BOX))


@given(LINES)
def test_a_triangle_loses_what_is_outside(points: list[Point]) -> None:
    """A point is in the cut area if it is in the triangle and in the box."""
    area = clip_area(points[:3], BOX)
    if area:
        around, triangle = bounds(area), bounds(points[:3])
        assert around.left >= triangle.left - 1e-9
        assert around.right <= triangle.right + 1e-9


CUT: dict[str, tuple[list[Point], list[list[Point]]]] = {
    "within": ([(1, 1), (3, 1)], [[(1, 1), (3, 1)]]),
    "outside": ([(11, 1), (13, 1)], []),
    "across, from edge to edge": ([(-5, 4), (15, 4)], [[(-5, 4), (15, 4)]]),
    "out and in again": (
        [(5, 5), (15, 5), (25, 5), (25, 6), (15, 6), (5, 6)],
        [[(5, 5), (15, 5)], [(15, 6), (5, 6)]],
    ),
    "a point alone": ([(1, 1)], []),
}


@pytest.mark.parametrize(("line", "parts"), CUT.values(), ids=CUT)
def test_a_line_is_cut_into_what_may_be_seen(line: list[Point], parts: list[list[Point]]) -> None:
    assert list(clip_line(line, BOX)) == parts


@given(LINES)
def test_nothing_that_can_be_seen_is_lost(line: list[Point]) -> None:
    kept = {point for part in clip_line(line, BOX) for point in part}
    assert {point for point in line if BOX.holds(point)} <= kept
