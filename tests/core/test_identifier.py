"""Identifiers are small letters, digits and single hyphens; keys hold a letter as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.identifier import is_identifier, is_reference_key

GOOD = ["a", "silk-roads", "p7", "7", "01-setting", "nye2004softpower", "a-b-c"]
BAD = [
    *("", "-", "-a", "a-", "A", "Silk-roads", "silk roads", "silk_roads", "a.b", "a/b", "a:b"),
    *("é", "ﬁ", "²", "٣", "a\n", "\na", "a\u200b", "../a", "a#b", "__config", "a'b", "a%20b"),
]


@pytest.mark.parametrize("text", GOOD)
def test_small_letters_digits_and_hyphens_are_an_identifier(text: str) -> None:
    assert is_identifier(text)


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_none(text: str) -> None:
    assert not is_identifier(text)
    assert not is_reference_key(text)


@pytest.mark.parametrize("text", ["nye2004", "a", "2004a", "1-a"])
def test_a_key_holds_a_letter(text: str) -> None:
    assert is_reference_key(text)


@pytest.mark.parametrize("text", ["2004", "1", "1-2", "2004-05-06"])
def test_numbers_alone_are_no_key(text: str) -> None:
    """`r/12/` is the reference printed as number 12."""
    assert is_identifier(text)
    assert not is_reference_key(text)


@given(st.text(max_size=6))
def test_an_identifier_needs_no_escaping_anywhere(text: str) -> None:
    if is_identifier(text):
        assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert not text.startswith("-")
        assert not text.endswith("-")
