"""A quote is laid on the text which it is most like, and parts from it where a reader would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.difference import compare

TEXT = "soft power is getting others to want the outcomes the you want to co opts people"
PARTINGS = {
    "a word": ("outcomes that you want", [("outcomes that you", "outcomes the you")]),
    "the first word": ("gaining others to", [("gaining others", "getting others")]),
    "the last word": ("the outcomes it", [("outcomes it", "outcomes the")]),
    "a word left out": ("getting to want", [("getting to", "getting others to")]),
    "a word too many": ("to really want the", [("to really want", "to want")]),
    "words too many at the end": ("opts people and more", [("people and more", "people")]),
    "words too many at the start": ("He wrote that soft power", [("He wrote that soft", "soft")]),
    "a comma": ("power, is getting", [("power, is", "power is")]),
    "two words put together": ("the youwant to co opts", [("the youwant to", "the you want to")]),
    "two places": (
        "is getting other to want an outcomes",
        [("getting other to", "getting others to"), ("want an outcomes", "want the outcomes")],
    ),
    "two words together": ("others who wish the", [("others who wish the", "others to want the")]),
    "parts of words at both ends": ("ting other to wan", [("ting other to", "ting others to")]),
}


@pytest.mark.parametrize(("quote", "expected"), PARTINGS.values(), ids=PARTINGS)
def test_where_a_quote_and_a_text_part(quote: str, expected: list[tuple[str, str]]) -> None:
    shown = [
        (quote[slice(*difference.expected)], TEXT[slice(*difference.found)])
        for difference in compare(quote, TEXT).differences
    ]
    assert shown == expected


@pytest.mark.parametrize("quote", ["soft power", TEXT, "co opts people", "ting others to wa"])
def test_words_that_agree_have_no_difference(quote: str) -> None:
    comparison = compare(quote, TEXT)
    assert comparison.differences == ()
    assert TEXT[slice(*comparison.place)] == quote


@pytest.mark.parametrize(
    ("quote", "is_cut_off"),
    [("opts people and more", True), ("opts people", False), ("He wrote that soft", False)],
)
def test_it_is_known_whether_the_text_ends_before_the_quote(quote: str, is_cut_off: bool) -> None:
    assert compare(quote, TEXT).is_cut_off is is_cut_off


def test_an_accent_is_not_taken_for_the_rest_of_a_word() -> None:
    assert compare("a cafe", "in a cafe\u0301").differences != ()


def test_characters_are_the_words_of_a_text_without_spaces() -> None:
    quote, text = "软力是能力", "软实力是能力。"
    (difference,) = compare(quote, text).differences
    assert (quote[slice(*difference.expected)], text[slice(*difference.found)]) == (
        "软力",
        "软实力",
    )


@pytest.mark.parametrize(("quote", "text"), [("soft", ""), ("", "soft"), ("", ""), ("x", "力")])
def test_a_text_may_have_nothing_that_corresponds(quote: str, text: str) -> None:
    comparison = compare(quote, text)
    assert len(comparison.differences) == 1


some = st.lists(st.sampled_from(["tide", "ladder", "mark", "a", "力"]), max_size=8).map(" ".join)


@given(some, some, some)
def test_a_quote_lies_where_it_stands(before: str, quote: str, after: str) -> None:
    text = f"{before} {quote} {after}"
    if quote:
        assert compare(quote, text).differences == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_differences_lie_within_quote_and_text_in_order(quote: str, text: str) -> None:
    comparison = compare(quote, text)
    at = 0
    for difference in comparison.differences:
        assert 0 <= difference.expected[0] <= difference.expected[1] <= len(quote)
        assert 0 <= difference.found[0] <= difference.found[1] <= len(text)
        assert at <= difference.expected[1]
        at = difference.expected[1]
