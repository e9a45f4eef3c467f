"""An index of blocks finds what reading finds."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.blocks import Blocks


def read(text: str, pattern: str, start: int, end: int) -> list[int]:
    """Every place of a pattern, by the definition."""
    last = end - len(pattern)
    return [at for at in range(start, last + 1) if pattern and text.startswith(pattern, at)]


@given(st.data(), st.integers(1, 4), st.integers(1, 4))
def test_the_index_finds_what_reading_finds(data: st.DataObject, size: int, stride: int) -> None:
    text = data.draw(st.text("ab 力", max_size=60))
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    pattern = data.draw(st.text("ab 力", max_size=9))
    if text and data.draw(st.booleans()):
        start = data.draw(st.integers(0, len(text) - 1))
        pattern = text[start : start + data.draw(st.integers(1, 40))]
    blocks = Blocks(text, size, stride, direct=0)
    assert list(blocks.find(pattern, low, high)) == read(text, pattern, low, high)


PERIODIC = {"one letter": "a" * 50_000, "two letters": "ab" * 25_000, "words": "the sea " * 6_250}


@pytest.mark.parametrize("text", PERIODIC.values(), ids=PERIODIC)
@pytest.mark.parametrize("length", [1, 14, 15, 100, 10_000])
def test_a_periodic_text_has_its_places_in_order(text: str, length: int) -> None:
    found = list(islice(Blocks(text).find(text[:length], 0, len(text)), 50))
    assert found == read(text[: found[-1] + length], text[:length], 0, found[-1] + length)
    assert len(found) == 50


def test_no_index_is_made_of_a_short_text() -> None:
    blocks = Blocks("The sea wrote on the wall. " * 1000)
    assert next(blocks.find("wrote on the wall", 0, len(blocks.text))) == 8
    assert "places" not in vars(blocks)


def test_an_empty_pattern_is_nowhere() -> None:
    assert list(Blocks("text").find("", 0, 4)) == []
