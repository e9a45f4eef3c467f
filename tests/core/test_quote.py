"""A quote is collapsed when it is made: where a writer breaks lines says nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.quote import Quote, collapsed

COLLAPSED = {
    "nothing": ("", ""),
    "white space alone": (" \n\t", ""),
    "a line break": ("a\nb", "a b"),
    "several spaces": ("a   b", "a b"),
    "spaces at the ends": ("  a b ", "a b"),
    "a space that does not break": ("a\u00a0b", "a b"),
    "an ideographic space": ("软\u3000力", "软 力"),
    "a line separator": ("a\u2028b", "a b"),
    "a thin space": ("10\u2009000", "10 000"),
}
KEPT = {
    "a space of no width": "a\u200bb",
    "a word joiner": "a\u2060b",
    "a byte order mark": "a\ufeffb",
    "a soft hyphen": "a\u00adb",
    "curly marks": "“a’s”",
    "a combining mark": "e\u0301",
    "a space under a mark": "a \u0301b",
}


@pytest.mark.parametrize(("text", "expected"), COLLAPSED.values(), ids=COLLAPSED)
def test_white_space_is_collapsed_in_words_prefix_and_suffix(text: str, expected: str) -> None:
    quote = Quote(text, "p1", text, text)
    assert (quote.exact, quote.prefix, quote.suffix) == (expected, expected, expected)
    assert quote == Quote(expected, "p1", expected, expected)


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_nothing_else_is_changed(text: str) -> None:
    assert Quote(text).exact == text


@given(st.text())
def test_collapsing_twice_is_collapsing_once(text: str) -> None:
    assert collapsed(collapsed(text)) == collapsed(text)
