"""What shows of figures only with all their points in hand, or with the whole edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from edition.core.edition import Edition
from edition.core.figure import Figure, Form
from edition.core.passage import did_you_mean
from edition.core.point import REPORTED, Point
from edition.core.problem import Place, Problem


def check_figures(edition: Edition) -> Iterable[Problem]:
    """Yield what is wrong with the figures, and with what asks for one."""
    for figure in edition.figures:
        dated = []
        for point in figure.points:
            faults = list(_dated(figure, point))
            yield from faults
            dated += [] if faults else [point]
        for before, point in pairwise(dated):
            yield from _in_order(figure, before, point)
    for note in edition.notes:
        if note.figure:
            yield from check_figure_name(edition, note.figure, note.place_of("figure"))


def check_figure_name(edition: Edition, name: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless there is a figure of that name."""
    if name not in edition.figure_by_id:
        hint = did_you_mean(name, edition.figure_by_id)
        yield Problem(place, "figure-unknown", f"the edition has no figure {name}", hint)


def _dated(figure: Figure, point: Point) -> Iterator[Problem]:
    """An amount is of a whole period, a total runs up to some day."""
    if figure.form is Form.TOTAL:
        if point.when.last is None:
            message = f"expected the day up to which the total runs, found {point.when.text}"
            yield Problem(point.place, "figure-point", message)
    elif point.is_reported:
        message = f"expected the period of an amount, found the day on which it was {REPORTED}"
        hint = f"{REPORTED} is for running totals, form: {Form.TOTAL}"
        yield Problem(point.place, "figure-point", message, hint)
    elif point.when.first is None or point.when.last is None:
        message = f"expected a period with a beginning and an end, found {point.when.text}"
        yield Problem(point.place, "figure-point", message)


def _in_order(figure: Figure, before: Point, point: Point) -> Iterator[Problem]:
    """Each stands once, in the order of time, and a running total does not fall."""
    after, first, last = before.when.last, point.when.first, point.when.last
    if after is None or last is None:
        return
    if figure.form is Form.BARS and first is not None and first <= after:
        message = f"expected a period after {before.when.text}, found {point.when.text}"
        hint = "write the periods in the order of time; none is part of another"
        yield Problem(point.place, "figure-order", message, hint)
    elif figure.form is Form.TOTAL and last <= after:
        message = f"expected a date after {before.when.text}, found {point.when.text}"
        hint = "write the dates in the order of time, each once"
        yield Problem(point.place, "figure-order", message, hint)
    elif figure.form is Form.TOTAL and point.number < before.number:
        message = f"expected a running total of {before.number} or more, found {point.number}"
        hint = f"amounts that do not add up are drawn with form: {Form.BARS}"
        yield Problem(point.place, "figure-order", message, hint)
