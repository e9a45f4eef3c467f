"""How the names of spots may be set: size, lines, and places about their points."""

from __future__ import annotations

from edition.html.map_label import Placing, Wish
from edition.html.map_spot import Spot

_SIZES = {"state": 14.0, "stop": 12.5, "degree": 11.0}
"""Pixels; the stylesheet of maps has the same."""
_SIZE = 13.5
"""Pixels of all other names."""
_SPACED = {"state": 0.04, "sea": 0.04, "region": 0.04}
_MARKED = ("capital", "city", "stop")
_GAP = 6.0
"""Pixels from the middle of a mark, or from an edge, to a label."""


def wish_for(spot: Spot, number: str) -> Wish:
    """Return how the name of a spot, or its number, may stand."""
    size = _SIZES.get(spot.style, _SIZE)
    has_mark = spot.style in _MARKED
    return Wish(
        lines=_lines(spot),
        points=spot.points,
        placings=_placings(spot, size),
        size=size,
        spaced=_SPACED.get(spot.style, 0),
        number="" if spot.style in ("degree", "stop") else number,
        area=spot.area,
        has_mark=has_mark,
    )


def _lines(spot: Spot) -> tuple[tuple[str, ...], ...]:
    """Return a name in one line, and in two where it has several words and covers an area."""
    words = spot.words.split(" ")
    if len(words) == 1 or spot.style not in ("sea", "region", "state", "route"):
        return ((spot.words,),)
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    best = min(halves, key=lambda pair: max(map(len, pair)))
    return ((spot.words,), best)


def _placings(spot: Spot, size: float) -> tuple[Placing, ...]:
    """Return where about its point a name may stand."""
    middle, above, below = size * 0.3, -_GAP, size * 0.72 + _GAP
    if spot.style == "degree":
        return ((0, size + 2, "middle"), (4, middle, "start"))
    if spot.style in _MARKED:
        aslant = (middle - size * 0.7, middle + size * 0.7)
        return (
            (_GAP, middle, "start"),
            (-_GAP, middle, "end"),
            (0, above, "middle"),
            (0, below, "middle"),
            *((x, y, side) for y in aslant for x, side in ((_GAP, "start"), (-_GAP, "end"))),
        )
    if spot.area:
        return ((0, middle, "middle"),)  # its points are all over the area
    if spot.style == "route":
        away = (2, 5, 9) if spot.is_focus else (2,)  # among many, it is to stand at its own
        sides = [(0.0, "middle")]
        sides += [side for x in away for side in ((x * _GAP, "start"), (-x * _GAP, "end"))]
        return tuple((x, y, side) for x, side in sides for y in (above, below))
    steps = [(0.0, 0.0)]
    for step in (1.0, 2.0, 3.0):
        steps += [(0, -0.6 * step), (0, 0.6 * step), (-step, 0), (step, 0)]
    steps += [(x, y) for x in (-2.0, 2.0) for y in (-1.2, 1.2)]
    return tuple((x * size, middle + y * size, "middle") for x, y in steps)
