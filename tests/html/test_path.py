"""Path data of SVG is short, and goes where its points are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.clipping import Point
from edition.html.path import draw_path

NUMBERS = st.floats(-50, 1000)
LINES = st.lists(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=8), max_size=4)

DRAWN: dict[str, tuple[list[list[Point]], bool, str]] = {
    "nothing": ([], False, ""),
    "a line": ([[(1, 2), (3, 5)]], False, "M1 2l2 3"),
    "negative steps": ([[(9, 9), (4, 9), (4, 1)]], False, "M9 9l-5 0 0-8"),
    "an area": ([[(0, 0), (4, 0), (4, 4)]], True, "M0 0l4 0 0 4z"),
    "an area that is closed already": ([[(0, 0), (4, 0), (4, 4), (0, 0)]], True, "M0 0l4 0 0 4z"),
    "points that fall together": ([[(0, 0), (0.2, 0.3), (5, 0)]], False, "M0 0l5 0"),
    "a line that is a point": ([[(1, 1), (1.1, 1.1)]], False, ""),
    "an area that is a line": ([[(0, 0), (4, 0), (0, 0)]], True, ""),
    "two lines": ([[(0, 0), (1, 0)], [(-5, -5), (-4, -5)]], False, "M0 0l1 0M-5-5l1 0"),
}


@pytest.mark.parametrize(("lines", "closed", "data"), DRAWN.values(), ids=DRAWN)
def test_lines_are_written(lines: list[list[Point]], closed: bool, data: str) -> None:
    assert draw_path(lines, is_closed=closed) == data


@given(LINES)
def test_a_path_goes_through_its_points(lines: list[list[Point]]) -> None:
    """Read back, each line begins and ends where it did, to the unit."""
    ends = []
    for part in draw_path(lines).split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        ends.append(((x, y), (x + sum(numbers[::2]), y + sum(numbers[1::2]))))
    rounded = [[(round(x), round(y)) for x, y in line] for line in lines]
    assert ends == [(line[0], line[-1]) for line in rounded if len(set(line)) > 1]
