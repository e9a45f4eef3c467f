"""Footnotes are numbered by first mention; what is cited twice alike is one footnote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.citation import Citation
from edition.core.footnotes import number_footnotes
from edition.core.problem import Place


def cite(key: str, locator: str = "", offset: int = 0) -> Citation:
    return Citation(key, locator, "p1", offset, Place("docs/text/01-a.md"))


NUMBERED = {
    "none": ([], []),
    "one": ([cite("a")], [(1, "a", 1)]),
    "by first mention": ([cite("b"), cite("a")], [(1, "b", 1), (2, "a", 1)]),
    "again": ([cite("a"), cite("b"), cite("a", "", 9)], [(1, "a", 2), (2, "b", 1)]),
    "with another locator": (
        [cite("a"), cite("a", "p. 5"), cite("a", "p. 6")],
        [(1, "a", 1), (2, "a--p-5", 1), (3, "a--p-6", 1)],
    ),
    "with the same locator": ([cite("a", "p. 5"), cite("a", "p. 5", 9)], [(1, "a--p-5", 2)]),
}


@pytest.mark.parametrize(("citations", "expected"), NUMBERED.values(), ids=NUMBERED)
def test_footnotes_are_numbered_by_first_mention(
    citations: list[Citation], expected: list[tuple[int, str, int]]
) -> None:
    notes = number_footnotes(citations)
    assert [(note.number, note.name, len(note.citations)) for note in notes] == expected


def test_a_footnote_keeps_key_and_locator() -> None:
    note = number_footnotes([cite("nye2004", "p. 5")])[0]
    assert (note.key, note.locator) == ("nye2004", "p. 5")


def test_the_host_s_order_comes_first() -> None:
    notes = number_footnotes([cite("a"), cite("b")], order=["b", "a"])
    assert [(note.number, note.name) for note in notes] == [(1, "b"), (2, "a")]


def test_what_the_host_knows_and_the_page_does_not_is_no_footnote() -> None:
    notes = number_footnotes([cite("a")], order=["x", "a"])
    assert [(note.number, note.name) for note in notes] == [(1, "a")]


citations = st.lists(
    st.builds(
        cite,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["", "p. 1", "p. 2"]),
        st.integers(0, 99),
    )
)


@given(citations)
def test_every_citation_is_in_one_footnote_in_order(mentions: list[Citation]) -> None:
    notes = number_footnotes(mentions)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert sorted(c.offset for note in notes for c in note.citations) == sorted(
        c.offset for c in mentions
    )
    for note in notes:
        assert list(note.citations) == [c for c in mentions if c.footnote == note.name]
    firsts = [mentions.index(note.citations[0]) for note in notes]
    assert firsts == sorted(firsts)
