"""A reading guide counts what is read: words of the text, notes of a level, minutes of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import plain_words
from edition.core.note import LEVELS
from edition.html.guide import Amount, view_guide, view_way
from tests.core.editions import P1, P2
from tests.core.noted import NOTED

ON_P1 = [found for found in NOTED.notes if NOTED.spans[found.id].unit == "p1"]
BY_LEVEL = {1: 3, 2: 3, 3: 5}


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_counts_its_own_notes_and_those_before_it(level: int) -> None:
    (portion,) = view_guide(NOTED, level).portions
    assert portion.amount.notes == BY_LEVEL[level]
    shown = [found for found in ON_P1 if found.level <= level]
    assert portion.amount.note_words == sum(len(plain_words(n.body).split()) for n in shown)
    assert portion.address == f"text/01-wall/?level={level}"
    assert view_guide(NOTED, level).audience == LEVELS[level]


def test_pages_without_running_text_are_left_out() -> None:
    """A title alone and the printed references are nobody's reading."""
    assert [(p.number, p.range) for p in view_guide(NOTED, 1).portions] == [(1, "¶¶ 1–2")]


WAYS = {
    "1": (["text/01-wall/?level=3#p1"], ["¶ 1"], P1.words, 5, ["text/plain/?p=1&handout"]),
    "2": (["text/01-wall/?level=3#p2"], ["¶ 2"], P2.words, 0, ["text/plain/?p=2&handout"]),
    "1-2": (
        ["text/01-wall/?level=3"], ["¶¶ 1–2"], P1.words + P2.words, 5,
        ["text/plain/?p=1-2&handout"]),
    "1, 2": (
        ["text/01-wall/?level=3"], ["¶¶ 1–2"], P1.words + P2.words, 5,
        ["text/plain/?p=1&handout", "text/plain/?p=2&handout"]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "addresses", "ranges", "words", "notes", "printed"),
    [(asked, *expected) for asked, expected in WAYS.items()],
    ids=WAYS,
)
def test_a_way_is_made_of_the_paragraphs_asked_for(
    asked: str,
    addresses: list[str],
    ranges: list[str],
    words: int,
    notes: int,
    printed: list[str],
) -> None:
    way = view_way(NOTED, asked, 3)
    assert [portion.address for portion in way.portions] == addresses
    assert [portion.range for portion in way.portions] == ranges
    assert (way.total.words, way.total.notes) == (words, notes)
    assert [one.address for one in way.printed] == printed


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(0, 99))
def test_minutes_of_text_and_notes_add_up(words: int, note_words: int, notes: int) -> None:
    amount = Amount(words, notes, note_words if notes else 0)
    assert amount.minutes + amount.note_minutes == amount.all_minutes
    assert amount.note_minutes >= 0


def test_what_has_no_notes_takes_no_more_time() -> None:
    assert Amount(1000, 0, 0).note_minutes == 0
