"""Segments cut overlapping spans into stretches, each with every note that covers it."""

from __future__ import annotations

from collections import defaultdict
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
    """Of the notes as they begin, the longer first where two begin together: of notes that lie in
    one another, the last is about the fewest words."""


def cut(spans: Iterable[tuple[str, Span]]) -> tuple[Segment, ...]:
    """Return the segments of one unit's spans, in order; what none covers is left out.

    A span comes with the id of its note. One pass, so that time grows with what is returned.

    >>> [s.ids for s in cut([("a", Span("p1", 0, 5)), ("b", Span("p1", 3, 8))])]
    [('a',), ('a', 'b'), ('b',)]
    """
    beginning: defaultdict[int, list[tuple[str, Span]]] = defaultdict(list)
    edges: set[int] = set()
    for name, span in sorted(spans, key=lambda pair: -pair[1].end):
        beginning[span.start].append((name, span))
        edges |= {span.start, span.end}
    segments: list[Segment] = []
    covering: list[tuple[str, Span]] = []
    for start, end in pairwise(sorted(edges)):
        covering = [pair for pair in (*covering, *beginning[start]) if pair[1].end > start]
        if covering:
            segments.append(Segment(start, end, tuple(name for name, _ in covering)))
    return tuple(segments)
