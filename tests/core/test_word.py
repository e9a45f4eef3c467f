"""What is a word, and how words are shown on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.word import excerpt, shortened, word_end, word_start, words

WORDS = {
    "nothing": ("", []),
    "between spaces": ("soft power, said", ["soft", "power,", "said"]),
    "Chinese": ("软实力。", ["软", "实", "力", "。"]),
    "Chinese in English": ("the 软实力 of", ["the", "软", "实", "力", "of"]),
    "a Japanese sound mark": ("か\u3099く", ["か\u3099", "く"]),
    "Korean has spaces": ("소프트 파워", ["소프트", "파워"]),
    "Hebrew": ("שלום עולם", ["שלום", "עולם"]),
    "an emoji of several characters": ("a 👩\u200d👩\u200d👧 b", ["a", "👩\u200d👩\u200d👧", "b"]),
    "a combining mark": ("cafe\u0301 au", ["cafe\u0301", "au"]),
    "a very long word": ("x" * 100, ["x" * 64, "x" * 36]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


def test_words_are_cut_at_the_offsets() -> None:
    assert list(words("soft power", 2, 7)) == [(2, 4), (5, 7)]


@given(st.text())
def test_only_white_space_is_in_no_word(text: str) -> None:
    assert "".join(text[start:end] for start, end in words(text)) == "".join(text.split())


SHORTENED = {
    "short enough": ("the mark on the wall", "the mark on the wall"),
    "one letter too long": ("the mark on the walls", "the … walls"),
    "without spaces": ("x" * 30, f"{'x' * 8} … {'x' * 8}"),
}


@pytest.mark.parametrize(("text", "expected"), SHORTENED.values(), ids=SHORTENED)
def test_a_long_text_loses_words_in_its_middle(text: str, expected: str) -> None:
    assert shortened(text, 20) == expected


@given(st.text(max_size=80), st.integers(5, 60))
def test_a_shortened_text_is_as_short_as_was_asked(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


TEXT = "Every harbour wall carries a ladder"
EXCERPTS = {
    "in the middle": ((14, 18), 9, "… harbour wall carries …"),
    "at the start": ((0, 5), 9, "Every harbour …"),
    "at the end": ((29, 35), 10, "… carries a ladder"),
    "everything": ((0, 35), 9, TEXT),
    "within a word": ((8, 10), 7, "… harbour …"),
    "without reach": ((14, 18), 0, "… wall …"),
}


@pytest.mark.parametrize(("span", "reach", "expected"), EXCERPTS.values(), ids=EXCERPTS)
def test_an_excerpt_has_whole_words_around(
    span: tuple[int, int], reach: int, expected: str
) -> None:
    assert excerpt(TEXT, *span, reach) == expected


@pytest.mark.parametrize(
    ("at", "start", "end"),
    [(2, 0, 5), (5, 6, 5), (6, 6, 5), (9, 6, 13), (31, 29, 35), (35, 29, 35)],
)
def test_the_ends_of_the_word_at_a_place(at: int, start: int, end: int) -> None:
    assert (word_start(TEXT, at), word_end(TEXT, at)) == (start, end)


def test_the_end_of_a_word_that_is_far_is_not_looked_for() -> None:
    assert (word_start("x" * 90, 45), word_end("x" * 90, 45)) == (45, 45)
