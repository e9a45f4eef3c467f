"""Excerpts: addresses of paragraphs and of sentences in them, what they are called, how long."""

from dataclasses import replace
from itertools import pairwise

import pytest

from edition.core.excerpt import (
    Excerpt,
    count_excerpt_words,
    is_there,
    read_excerpt,
)
from edition.core.problem import Place
from edition.core.sentence import Sentence, split_sentences
from edition.core.unit import Role
from tests.browser.noted import EDITION as REAL
from tests.core.editions import EDITION as SMALL
from tests.core.editions import unit

READ = {
    "text/plain/?p=7": (Excerpt(7, 7), "¶ 7"),
    "text/plain/?p=7-12": (Excerpt(7, 12), "¶¶ 7–12"),
    "text/plain/?p=7&s=2": (Excerpt(7, 7, 2, 2), "¶ 7, sentence 2"),
    "text/plain/?p=7&s=2-4": (Excerpt(7, 7, 2, 4), "¶ 7, sentences 2–4"),
    "text/plain/?p=7-8&s=2-1": (Excerpt(7, 8, 2, 1), "¶ 7, sentence 2, to ¶ 8, sentence 1"),
    "text/plain/?p=7-9&s=3-3": (Excerpt(7, 9, 3, 3), "¶ 7, sentence 3, to ¶ 9, sentence 3"),
}
NONE = [
    *("", "text/plain/", "p/7/", "p/7-s2/", "text/plain/?s=2", "text/plain/?s=2&p=7"),
    *("text/plain/?p=", "text/plain/?p=x", "text/plain/?p=7-", "text/plain/?p=7 ", "?p=7"),
    *("text/plain/?p=07", "text/plain/?p=7-7", "text/plain/?p=٧", "text/plain/?p=1234567"),
    *("text/plain/?p=7&s=", "text/plain/?p=7&s=2-2", "text/plain/?p=7&s=x", "text/plain/?p=7&s=0"),
    *("text/plain/?p=7-8&s=2", "text/plain/?p=7&s=02", "text/plain/?p=7&s=2-", "xtext/plain/?p=7"),
    *("text/plain/?p=7#p7", "text/plain/?p=7&s=2&handout", "text/plain/?p=7&s=2-3-4"),
]
"""Addresses of nothing, of something else, or not the one address of what they mean."""


@pytest.mark.parametrize(("address", "expected"), READ.items())
def test_an_address_says_which_words(address: str, expected: tuple[Excerpt, str]) -> None:
    found = read_excerpt(address)
    assert found is not None
    assert (found, found.name) == expected
    assert found.address == address


@pytest.mark.parametrize("address", NONE)
def test_what_is_no_excerpt_is_none(address: str) -> None:
    assert read_excerpt(address) is None


P1 = unit("p1", Role.PARAGRAPH, "It is late. It is short, they say. So be it.")
P2 = unit("p2", Role.PARAGRAPH, "Nobody came.Nobody went.")
P3 = unit("p3", Role.PARAGRAPH, "One. Two of them.")
SPLIT = replace(
    SMALL,
    units=(P1, P2, P3),
    sentences=tuple(
        Sentence(f"{one.id}-s{count}", one.id, *span, Place("source/sentences.txt"))
        for one in (P1, P2, P3)
        for count, span in enumerate(split_sentences(one.text), 1)
    ),
)
LENGTHS = {
    Excerpt(1, 1): 11,
    Excerpt(1, 3): 11 + 3 + 4,
    Excerpt(1, 1, 1, 1): 3,
    Excerpt(1, 1, 2, 3): 8,
    Excerpt(1, 2, 3, 1): 3 + 2,
    Excerpt(1, 3, 3, 1): 3 + 4 + 1,
    Excerpt(2, 2, 1, 2): 4,
}
"""In ¶ 2 a space is lacking: its white space parts three words, its sentences have two each."""
ABSENT = [
    *(Excerpt(0, 1), Excerpt(1, 4), Excerpt(4, 4), Excerpt(2, 1), Excerpt(1, 1, 4, 4)),
    *(Excerpt(1, 1, 2, 4), Excerpt(1, 1, 3, 2), Excerpt(1, 2, 4, 1), Excerpt(1, 2, 1, 3)),
    *(Excerpt(2, 1, 1, 1), Excerpt(1, 1, 1, 0), Excerpt(1, 4, 1, 1)),
]


@pytest.mark.parametrize(("excerpt", "words"), LENGTHS.items(), ids=str)
def test_the_words_of_sentences_are_counted_sentence_by_sentence(
    excerpt: Excerpt, words: int
) -> None:
    assert is_there(SPLIT, excerpt)
    assert count_excerpt_words(SPLIT, excerpt) == words


@pytest.mark.parametrize("excerpt", ABSENT, ids=str)
def test_what_the_edition_does_not_have_is_not_there(excerpt: Excerpt) -> None:
    assert not is_there(SPLIT, excerpt)


def test_without_a_record_there_are_paragraphs_and_no_sentences() -> None:
    assert SMALL.sentence_lengths == {}
    assert is_there(SMALL, Excerpt(1, 2))
    assert not is_there(SMALL, Excerpt(1, 1, 1, 1))


def test_the_sentences_of_the_article_come_to_its_paragraphs() -> None:
    lengths = REAL.sentence_lengths
    assert [sum(lengths[unit.number]) for unit in REAL.paragraphs] == [
        unit.words for unit in REAL.paragraphs
    ]
    for one, next_one in pairwise(REAL.paragraphs):
        both = Excerpt(one.number, next_one.number, 1, len(lengths[next_one.number]))
        assert count_excerpt_words(REAL, both) == one.words + next_one.words
