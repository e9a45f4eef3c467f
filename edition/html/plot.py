"""A plot: amounts as heights above zero, over a scale of time, each labelled with its number.

Across, every place is a share of the width, in per cent; upwards, it is a multiple of the size of
the labels' type. So one drawing serves a margin and a page, and its type is as large in both. What
fits at the narrowest width fits at any other, since places part and letters stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.core.edtf import Edtf
from edition.core.figure import Figure, Form
from edition.core.point import Point, Qualifier
from edition.html.plot_labels import date_lines, number_lines

HEIGHT = 13.0
"""Of the whole, in ems of the labels: the stylesheet has the same."""
_NARROWEST, _ROOMY = 15.0, 24.0
"""Widths in ems for which labels are chosen; from the second on, `plot.css` shows some more."""
_ADVANCE = 0.45
"""Of a letter or a digit, in ems, taken a little too wide."""
_GAP = 0.6
"""Between two labels, in ems."""
_LINE = 1.1
_WIDEST, _THINNEST = 1.25, 0.05
"""Of a bar, in ems."""
_FILLED = 0.62
"""Of the shortest period: so much of it a bar takes, and the rest is white."""
_BROKEN = 1.2
"""Height of what is drawn of an end that is not exact, in ems."""
_RADIUS = 0.25
"""Of the point at the end of a needle, in ems."""
_BELOW = {Qualifier.OVER: 0.0, Qualifier.ABOUT: 0.5, Qualifier.NEARLY: 1.0, Qualifier.UNDER: 1.0}
"""Of that stretch: how much of it lies below the number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label."""

    words: str
    y: str
    is_qualifier: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One number: a bar, or a needle with a point at its end."""

    x: str
    top: str
    """Where the number is."""
    solid: str
    """Up to where it is drawn full; the same as `top` where the number is exact."""
    broken: str
    """Up to where its broken end goes; empty where the number is exact."""
    is_dated: bool
    """Whether the date is known to be that of the number."""
    lines: tuple[Line, ...]
    """Its number above it and its date below; none where there is no room."""
    is_roomy: bool
    """Whether its label wants more room than the narrowest plot has."""


@dataclass(frozen=True, slots=True)
class PlotView:
    """A plot, ready to be set; lengths are of SVG."""

    form: str
    height: str
    base: str
    """Where zero is."""
    width: str
    """Of a bar."""
    radius: str
    """Of a point."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """What a mark is labelled with, before it has a place."""

    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def half(self) -> float:
        """Return half its width, in ems."""
        return max(len(line) for line in (*self.above, *self.below)) * _ADVANCE / 2


def view_plot(figure: Figure) -> PlotView:
    """Lay out the points of a figure: in the order of time, and with the dates that it needs."""
    points = figure.points
    if not points:
        return PlotView(figure.form.value, _em(HEIGHT), _em(HEIGHT), _em(0), _em(0), ())
    labels = [
        _Label(number_lines(point), date_lines(point.when, figure.form is Form.TOTAL))
        for point in points
    ]
    shares, shortest = _scale(figure)
    inset = max(label.half for label in labels)
    if figure.form is Form.BARS:  # the middle of a bar is not at the end of the scale
        over = max(0.0, inset - shortest * _NARROWEST / 2)
        inset = over / (1 - shortest) if over else 0.0
    places = [(inset + share * (_NARROWEST - 2 * inset)) / _NARROWEST for share in shares]
    narrow = _fitting(places, labels, _NARROWEST)
    roomy = _fitting(places, labels, _ROOMY, narrow)
    base = HEIGHT - _LINE * max(len(label.below) for label in labels) - 0.5
    highest = max(point.number for point in points)
    is_broken = any(point.qualifier is not Qualifier.EXACT for point in points)
    room = base - _LINE * max(len(label.above) for label in labels) - 0.5 - _BROKEN * is_broken
    radius = _RADIUS if figure.form is Form.TOTAL else 0.0
    marks = []
    for index, (point, place, label) in enumerate(zip(points, places, labels, strict=True)):
        top = base - (float(point.number / highest) * room if highest else 0)
        solid, broken = _end(point, top, base)
        marks.append(
            Mark(
                x=_percent(place),
                top=_em(top),
                solid=_em(solid),
                broken="" if broken is None else _em(broken),
                is_dated=not point.is_reported and _is_precise(point.when),
                lines=_lines(label, min(top - radius, broken or top), base)
                if index in roomy
                else (),
                is_roomy=index not in narrow,
            )
        )
    across = shortest * (_NARROWEST - 2 * inset)
    width = min(_WIDEST, max(_THINNEST, _FILLED * across))
    return PlotView(
        figure.form.value, _em(HEIGHT), _em(base), _em(width), _em(radius), tuple(marks)
    )


def _scale(figure: Figure) -> tuple[list[float], float]:
    """Return where each point is on the scale of time, from 0 to 1, and the shortest period.

    A bar stands at the middle of its period, a total at the end of the day up to which it runs.
    """
    whens = [point.when for point in figure.points]
    ends = [(when.last or 0) + 1 for when in whens]
    if figure.form is Form.TOTAL:
        first, length = ends[0], ends[-1] - ends[0]
        return [(end - first) / length if length else 0.5 for end in ends], 0.0
    starts = [when.first or 0 for when in whens]
    length = ends[-1] - starts[0]
    middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
    shortest = min(end - start for start, end in zip(starts, ends, strict=True))
    return [(middle - starts[0]) / length for middle in middles], shortest / length


def _end(point: Point, top: float, base: float) -> tuple[float, float | None]:
    """Return up to where a mark is full, and up to where its end is broken, if it is."""
    if point.qualifier is Qualifier.EXACT:
        return top, None
    below = _BELOW[point.qualifier] * _BROKEN
    return min(base, top + below), top + below - _BROKEN


def _is_precise(when: Edtf) -> bool:
    return when.end is not None and when.end.is_precise


def _fitting(
    places: Sequence[float],
    labels: Sequence[_Label],
    width: float,
    known: frozenset[int] = frozenset(),
) -> frozenset[int]:
    """Return which labels stand beside one another in a width: the last, the first, and others."""
    fitting = set(known)
    last = len(labels) - 1
    for index in (last, 0, *range(1, last)):
        if index not in fitting and all(
            abs(places[index] - places[other]) * width
            >= labels[index].half + labels[other].half + _GAP
            for other in fitting
        ):
            fitting.add(index)
    return frozenset(fitting)


def _lines(label: _Label, end: float, base: float) -> tuple[Line, ...]:
    """Return the lines of a label: its number upon the mark, its date below zero."""
    count = len(label.above)
    above = [
        Line(words, _em(end - 0.45 - _LINE * (count - 1 - number)), number < count - 1)
        for number, words in enumerate(label.above)
    ]
    below = [
        Line(words, _em(base + 0.15 + _LINE * (number + 1)))
        for number, words in enumerate(label.below)
    ]
    return (*above, *below)


def _percent(share: float) -> str:
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"


def _em(length: float) -> str:
    """Return a length in the size of the labels.

    >>> _em(1.5), _em(12)
    ('1.5em', '12em')
    """
    return f"{length:.3f}".rstrip("0").rstrip(".") + "em"
