"""The figures: `docs/figures/`, one file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.contributor import Contributor
from edition.core.edtf import Fault
from edition.core.figure import Figure, Form
from edition.core.figure_form import FIGURE
from edition.core.point import Point, read_point
from edition.core.problem import Problem
from edition.sources.author import NO_PLAIN_WORDS, check_signature, signed
from edition.sources.entries import Entry, read_entries, with_unread

_WORDS = ("figure", "measure")


def read_figures(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """Return the figures, sorted by file name; whether their points fit together shows later."""
    entries, problems = read_entries(root, FIGURE)
    faults = [fault for entry in entries for fault in _check(entry, contributors)]
    found = with_unread(FIGURE, entries, problems)
    return tuple(_figure(entry, contributors) for entry in found), (*problems, *faults)


def _figure(entry: Entry, contributors: Mapping[str, Contributor]) -> Figure:
    # Whether points fit depends on the form: where that was refused, they are not judged as well.
    points = _points(entry) if entry.value("form") else ()
    return Figure(
        id=entry.id,
        title=entry.value("figure") or entry.id.replace("-", " "),
        form=Form(entry.value("form") or Form.BARS),
        measure=entry.value("measure"),
        points=tuple(point for point in points if isinstance(point, Point)),
        body=entry.body,
        **signed(entry, contributors),
        place=entry.place_of("figure"),
        places=entry.places,
    )


def _points(entry: Entry) -> Iterator[Point | Problem]:
    """Yield each point, or what is wrong with its line."""
    lines = zip(entry.lists.get("points", ()), entry.item_places.get("points", ()), strict=True)
    for text, place in lines:
        point = read_point(text, place)
        if isinstance(point, Fault):
            yield Problem(place, "figure-point", point.message, point.hint)
        else:
            yield point


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield points that cannot be read, and what an editor has to settle."""
    yield from (point for point in _points(entry) if isinstance(point, Problem))
    for name in _WORDS:
        if NO_PLAIN_WORDS.search(entry.value(name)):
            message = f"expected plain words in {name}, found {entry.value(name)!r}"
            yield Problem(entry.place_of(name), "field", message)
    yield from check_signature(entry, contributors)
