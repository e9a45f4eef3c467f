"""Labels on a map: each where it fits, at every width at which it is shown.

A picture grows with the page, its letters do not. So a label is tried at the least width and at
larger ones, and stands where it meets no other at any of them. What has no room for its name gets
its number in the list below the map; what has none for that either is in the list alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.core.atlas import is_in_polygon
from edition.core.clipping import Box, Point
from edition.core.frame import WIDTH

MARK = 4.0
"""Half the pixels that a mark needs for itself."""
LEADING = 1.05
"""From base line to base line, of the size of type."""
_RISE, _FALL = 0.72, 0.3
"""How much of a letter is above its base line and below, of its size."""
_EDGE = 3.0
"""Pixels that stay free along the edges."""
_MOSTLY = 0.66
"""How much of a name must lie in its area at least."""
_CROSSED = 0.7
"""How well a name stands through which a line runs, when 1 is best."""
_WIDE, _NARROW = frozenset("mwMWOQGCDHNUKAXV&"), frozenset("iljtfrI.,:;'’ ()-")

Placing = tuple[float, float, str]
"""Pixels from a point to a base line, and which part of the words is there: start, middle, end."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that is to stand on a map."""

    lines: tuple[tuple[str, ...], ...]
    """The name as it may be set, the best way first: in a line, or in several."""
    points: tuple[Point, ...]
    """Where it may stand, the best first: units from the left top of the picture."""
    placings: tuple[Placing, ...]
    """How it may stand there, the best first."""
    size: float
    """Pixels of its type."""
    spaced: float = 0.0
    """Of the size: what is put between letters."""
    number: str = ""
    """What stands for it where there is no room; empty when nothing does."""
    area: tuple[tuple[Point, ...], ...] = ()
    """In which it had better stand; empty where that is no matter."""
    has_mark: bool = False
    """Whether a mark stands at its first point, which no other label may cover."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name or a number, and where it stands."""

    lines: tuple[str, ...]
    point: Point
    dx: float
    dy: float
    anchor: str
    """As a `Placing` has them, for the first line."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, and the widths in pixels at which one arrangement of labels is shown on it."""

    widths: tuple[float, ...]
    """The least first."""
    height: float
    """Units."""


def place_labels(
    wishes: Sequence[Wish], sheet: Sheet, lines: Sequence[Point] = ()
) -> tuple[Label | None, ...]:
    """Return a label for each wish, the first wishes first; None where there is no room.

    `lines` are points of what had better not run through the name of a mark, in units.
    """
    lines = sorted(lines)
    marks = [wish.points[0] for wish in wishes if wish.has_mark]
    taken = [
        [_box(width, mark, -MARK, -MARK, MARK, MARK) for mark in marks] for width in sheet.widths
    ]
    return tuple(_settle(wish, sheet, taken, lines) for wish in wishes)


def words_width(words: str, size: float, spaced: float = 0.0) -> float:
    """Return the most pixels that some words take in the book's type; rather too many than too few.

    >>> words_width("Xi'an", 10) < words_width("Kazakhstan", 10)
    True
    """
    ems = sum(0.78 if c in _WIDE else 0.34 if c in _NARROW else 0.54 for c in words)
    return size * (ems + spaced * len(words))


def _settle(
    wish: Wish, sheet: Sheet, taken: list[list[Box]], lines: Sequence[Point]
) -> Label | None:
    label = _best(wish, sheet, taken, lines)
    if label is not None:
        for width, others in zip(sheet.widths, taken, strict=True):
            others.append(_label_box(label, wish, width))
    return label


def _best(wish: Wish, sheet: Sheet, taken: list[list[Box]], lines: Sequence[Point]) -> Label | None:
    """Return the best of all ways to set a wish: its name, where that fits, or its number."""
    best: tuple[float, Label | None] = (0, None)
    for label in _candidates(wish):
        if label.is_number and best[1]:
            break
        if not _is_free(label, wish, sheet, taken):
            continue
        fit = _fit(label, wish, sheet, lines)
        if fit == 1 or (label.is_number and fit > 0):
            return label
        if fit > best[0]:
            best = fit, label
    return best[1]


def _fit(label: Label, wish: Wish, sheet: Sheet, lines: Sequence[Point]) -> float:
    """Return how well a label stands: 1 if it could not stand better, 0 where it must not."""
    inside = _inside(label, wish, sheet) if wish.area else 1.0
    return inside * (_CROSSED if _is_crossed(label, wish, sheet, lines) else 1)


def _candidates(wish: Wish) -> Iterator[Label]:
    """Yield all ways to set a wish: its name first, then its number."""
    for words in (*wish.lines, *([(wish.number,)] if wish.number else ())):
        for point in wish.points:
            for dx, dy, anchor in wish.placings:
                rise = (len(words) - 1) * LEADING * wish.size / 2
                yield Label(words, point, dx, dy - rise, anchor, words == (wish.number,))


def _inside(label: Label, wish: Wish, sheet: Sheet) -> float:
    """Return how much of a label lies within its area, on a picture for a small page; or 0."""
    width = sheet.widths[min(1, len(sheet.widths) - 1)]
    box, scale = _label_box(label, wish, width), width / WIDTH
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    points = [(x, y) for x in (box.left, across, box.right) for y in (box.top, box.bottom)]
    points += [(across, down), (box.left, down), (box.right, down)]
    outside = 0
    for x, y in points:
        outside += not is_in_polygon((x / scale, y / scale), wish.area)
        if outside > (1 - _MOSTLY) * len(points):
            return 0.0  # which is where most of them end
    return 1 - outside / len(points)


def _is_crossed(label: Label, wish: Wish, sheet: Sheet, lines: Sequence[Point]) -> bool:
    """Say whether a line, its points sorted, runs through a label on the smallest picture."""
    box, scale = _label_box(label, wish, sheet.widths[0]), sheet.widths[0] / WIDTH
    top, bottom = box.top / scale, box.bottom / scale
    first = bisect_left(lines, (box.left / scale, top))
    last = bisect_right(lines, (box.right / scale, bottom))
    return any(top <= y <= bottom for _, y in lines[first:last])


def _label_box(label: Label, wish: Wish, width: float) -> Box:
    """Return the pixels that a label takes in a picture of some width."""
    spaced = 0.0 if label.is_number else wish.spaced
    across = max(words_width(line, wish.size, spaced) for line in label.lines)
    left = label.dx - {"start": 0.0, "middle": across / 2, "end": across}[label.anchor]
    down = wish.size * (_FALL + LEADING * (len(label.lines) - 1))
    top, bottom = label.dy - wish.size * _RISE, label.dy + down
    return _box(width, label.point, left, top, left + across, bottom)


def _box(width: float, point: Point, left: float, top: float, right: float, bottom: float) -> Box:
    x, y = point[0] * width / WIDTH, point[1] * width / WIDTH
    return Box(x + left, y + top, x + right, y + bottom)


def _is_free(label: Label, wish: Wish, sheet: Sheet, taken: Sequence[Sequence[Box]]) -> bool:
    """Say whether a label lies in the picture and meets no other, at all widths."""
    for width, others in zip(sheet.widths, taken, strict=True):
        box, height = _label_box(label, wish, width), sheet.height * width / WIDTH
        if not (box.left >= _EDGE and box.right <= width - _EDGE):
            return False
        if not (box.top >= _EDGE and box.bottom <= height - _EDGE):
            return False
        if any(box.meets(other) for other in others):
            return False
    return True
