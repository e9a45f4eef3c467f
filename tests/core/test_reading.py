"""How much there is to read: words counted by white space, minutes rounded up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.inline import Run
from edition.core.reading import WORDS_PER_MINUTE, count_words, reading_minutes
from edition.core.unit import Role, Unit


def unit(text: str) -> Unit:
    return Unit("p1", Role.PARAGRAPH, text, (Run(text),), (1,))


@pytest.mark.parametrize(
    ("words", "minutes"),
    [(0, 1), (1, 1), (237, 1), (238, 1), (239, 2), (476, 2), (477, 3), (4000, 17)],
)
def test_reading_takes_whole_minutes_and_at_least_one(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@given(st.integers(0, 10**6), st.integers(0, 10**4))
def test_more_words_never_take_less_time(words: int, more: int) -> None:
    assert reading_minutes(words) <= reading_minutes(words + more)
    assert reading_minutes(words) * WORDS_PER_MINUTE >= words


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ([], 0),
        (["one"], 1),
        (["one two", "three"], 3),
        (["people-to-people"], 1),
        (["2 * 6 hours"], 4),
    ],
)
def test_words_are_counted_by_white_space(texts: list[str], count: int) -> None:
    assert count_words(unit(text) for text in texts) == count
