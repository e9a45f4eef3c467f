"""Ranges of paragraphs are read as they are written, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.paragraphs import numbers_of, read_paragraphs

READ = {
    "1": (1,),
    "1-3": (1, 2, 3),
    "1–3": (1, 2, 3),
    "1-2, 22": (1, 2, 22),
    "1-2,22": (1, 2, 22),
    " 4 , 20-21 ": (4, 20, 21),
    "1, 2": (1, 2),
}
REFUSED = [
    *("", ",", "1,", "0", "0-2", "-1", "1-", "2-1", "1-2-3", "1 - 2"),
    *("1-3, 3", "2, 1", "2, 2", "p1", "1;2", "１", "1.5", "1" * 7, "1\n2"),
]


@pytest.mark.parametrize(("text", "numbers"), READ.items())
def test_ranges_are_read(text: str, numbers: tuple[int, ...]) -> None:
    ranges = read_paragraphs(text)
    assert ranges is not None
    assert numbers_of(ranges) == numbers


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_none(text: str) -> None:
    assert read_paragraphs(text) is None


@given(st.sets(st.integers(1, 999_999), min_size=1, max_size=20))
def test_ascending_numbers_come_back(numbers: set[int]) -> None:
    found = read_paragraphs(", ".join(map(str, sorted(numbers))))
    assert found is not None
    assert numbers_of(found) == tuple(sorted(numbers))
