"""Spans of a unit are in the order of the text."""

from edition.core.span import Span


def test_spans_are_ordered_by_start_and_then_by_end() -> None:
    inner, outer, later = Span("p1", 3, 5), Span("p1", 3, 9), Span("p1", 4, 5)
    assert sorted([later, outer, inner]) == [inner, outer, later]
