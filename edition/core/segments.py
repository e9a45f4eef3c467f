"""Segments cut overlapping spans into stretches, each with every note that covers it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from edition.core.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a unit's plain text that the same notes cover."""

    start: int
    end: int
    ids: tuple[str, ...]
    """Of the notes, in the order given."""


def cut(spans: Iterable[tuple[str, Span]]) -> tuple[Segment, ...]:
    """Return the segments of one unit's spans, in order; what none covers is left out.

    >>> [s.ids for s in cut([("a", Span("p1", 0, 5)), ("b", Span("p1", 3, 8))])]
    [('a',), ('a', 'b'), ('b',)]
    """
    named = list(spans)
    edges = sorted({edge for _, span in named for edge in (span.start, span.end)})
    segments = []
    for start, end in pairwise(edges):
        ids = tuple(name for name, span in named if span.start <= start and end <= span.end)
        if ids:
            segments.append(Segment(start, end, ids))
    return tuple(segments)
