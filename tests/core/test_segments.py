"""Overlapping quotes are cut into segments, each with every note that covers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.segments import Segment, cut
from edition.core.span import Span

CASES: dict[str, tuple[dict[str, tuple[int, int]], list[tuple[int, int, str]]]] = {
    "no note": ({}, []),
    "one": ({"a": (2, 5)}, [(2, 5, "a")]),
    "apart": ({"a": (0, 2), "b": (4, 6)}, [(0, 2, "a"), (4, 6, "b")]),
    "side by side": ({"a": (0, 2), "b": (2, 4)}, [(0, 2, "a"), (2, 4, "b")]),
    "overlapping": ({"a": (0, 4), "b": (2, 6)}, [(0, 2, "a"), (2, 4, "a b"), (4, 6, "b")]),
    "one in another": ({"a": (0, 6), "b": (2, 4)}, [(0, 2, "a"), (2, 4, "a b"), (4, 6, "a")]),
    "two in one, apart": (
        {"a": (0, 9), "b": (1, 3), "c": (5, 7)},
        [(0, 1, "a"), (1, 3, "a b"), (3, 5, "a"), (5, 7, "a c"), (7, 9, "a")],
    ),
    "the same words": ({"a": (2, 5), "b": (2, 5)}, [(2, 5, "a b")]),
    "the same beginning": ({"a": (0, 2), "b": (0, 4)}, [(0, 2, "b a"), (2, 4, "b")]),
    "the same end": ({"a": (2, 4), "b": (0, 4)}, [(0, 2, "b"), (2, 4, "b a")]),
    "a chain of three": (
        {"a": (0, 3), "b": (2, 6), "c": (5, 8)},
        [(0, 2, "a"), (2, 3, "a b"), (3, 5, "b"), (5, 6, "b c"), (6, 8, "c")],
    ),
    "three upon each other": (
        {"a": (0, 9), "b": (1, 8), "c": (2, 7)},
        [(0, 1, "a"), (1, 2, "a b"), (2, 7, "a b c"), (7, 8, "a b"), (8, 9, "a")],
    ),
    "given out of order": ({"b": (4, 6), "a": (0, 5)}, [(0, 4, "a"), (4, 5, "a b"), (5, 6, "b")]),
}


@pytest.mark.parametrize(("spans", "segments"), CASES.values(), ids=CASES)
def test_spans_are_cut_where_any_begins_or_ends(
    spans: dict[str, tuple[int, int]], segments: list[tuple[int, int, str]]
) -> None:
    named = [(name, Span("p1", *span)) for name, span in spans.items()]
    assert cut(named) == tuple(
        Segment(start, end, tuple(ids.split())) for start, end, ids in segments
    )


stretches = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(stretches, max_size=12))
def test_every_character_names_exactly_the_notes_that_cover_it(
    stretches: list[tuple[int, int]],
) -> None:
    segments = cut((str(n), Span("p1", *stretch)) for n, stretch in enumerate(stretches))
    covered = {
        offset: set(segment.ids)
        for segment in segments
        for offset in range(segment.start, segment.end)
    }
    assert covered == {
        offset: ids
        for offset in range(50)
        if (ids := {str(n) for n, (start, end) in enumerate(stretches) if start <= offset < end})
    }


@given(st.lists(stretches, max_size=12))
def test_segments_are_in_order_and_never_overlap(stretches: list[tuple[int, int]]) -> None:
    segments = cut((str(n), Span("p1", *stretch)) for n, stretch in enumerate(stretches))
    edges = [edge for segment in segments for edge in (segment.start, segment.end)]
    assert edges == sorted(edges)
    assert all(segment.start < segment.end for segment in segments)


@given(st.lists(stretches, max_size=12))
def test_a_segment_names_its_notes_as_they_begin_the_longer_first(
    stretches: list[tuple[int, int]],
) -> None:
    for segment in cut((str(n), Span("p1", *stretch)) for n, stretch in enumerate(stretches)):
        named = [stretches[int(note_id)] for note_id in segment.ids]
        assert named == sorted(named, key=lambda stretch: (stretch[0], -stretch[1]))
        assert len(set(segment.ids)) == len(segment.ids)
