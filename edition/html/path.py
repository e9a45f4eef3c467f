"""Lines as the path data of SVG, in whole units: as short as they can be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edition.core.clipping import Point


def draw_path(lines: Iterable[Sequence[Point]], *, is_closed: bool = False) -> str:
    """Return the data of a path (SVG 2, section 9.3) through the points of some lines.

    Points that fall on the one before are left out, and lines and areas of which nothing remains.

    >>> draw_path([[(0, 0), (10.2, 0.1), (10, -4)], [(1, 1), (1.2, 1)]])
    'M0 0l10 0 0-4'
    """
    least = 3 if is_closed else 2
    drawn = []
    for line in lines:
        points = list(_rounded(line, is_closed))
        if len(points) >= least:
            drawn.append(_line(points) + ("z" if is_closed else ""))
    return "".join(drawn)


def _rounded(line: Sequence[Point], is_closed: bool) -> Iterator[tuple[int, int]]:
    points = [(round(x), round(y)) for x, y in line]
    if is_closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()  # z goes back there
    before = None
    for point in points:
        if point != before:
            yield point
        before = point


def _line(points: Sequence[tuple[int, int]]) -> str:
    (x, y), steps = points[0], []
    for to_x, to_y in points[1:]:
        steps.append(f"{to_x - x} {to_y - y}".replace(" -", "-"))
        x, y = to_x, to_y
    start = f"M{points[0][0]} {points[0][1]}".replace(" -", "-")
    return f"{start}l{' '.join(steps)}".replace(" -", "-")
