"""Where two texts part, and what an unknown name was meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.passage import did_you_mean, first_difference, nearest, nearest_passage

DIFFERENCES = {
    "a word in the middle": (
        "a b c d e f g h i j k l",
        "a b c d e X g h i j k l",
        ("… b c d e f g h i …", "… b c d e X g h i …"),
    ),
    "the first word": ("a b c d e", "X b c d e", ("a b c d …", "X b c d …")),
    "the last word": ("a b c d e f", "a b c d e X", ("… b c d e f", "… b c d e X")),
    "a word more": ("a b", "a b c", ("a b (end)", "a b c")),
    "a word less": ("a b c", "a b", ("a b c", "a b (end)")),
    "a word left out": ("a b c d", "a c d", ("a b c d", "a c d")),
    "nothing found": ("a b", "", ("a b", " (end)")),
    "a comma": ("one, two", "one two", ("one, two", "one two")),
}


@pytest.mark.parametrize(("expected", "found", "shown"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_first_difference_is_shown_among_its_neighbours(
    expected: str, found: str, shown: tuple[str, str]
) -> None:
    assert first_difference(expected, found) == shown


words = st.lists(st.sampled_from(["tide", "ladder", "mark", "door"]), max_size=12)


@given(words, words)
def test_two_texts_that_differ_are_shown_differently(one: list[str], other: list[str]) -> None:
    expected, found = first_difference(" ".join(one), " ".join(other))
    if one != other:
        assert expected != found


KNOWN = ["nye2004softpower", "nye2011future", "nye2021evolution", "zogg2019cooperation"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nye2004softpower", "nye2004softpower"),
        ("nye2004sofpower", "nye2004softpower"),
        ("Nye2011future", "nye2011future"),
        ("zog2019cooperation", "zogg2019cooperation"),
        ("xqw", ""),
        ("", ""),
    ],
)
def test_an_unknown_name_is_taken_for_the_nearest_if_one_is_near(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant
    assert did_you_mean(word, KNOWN) == (f"did you mean {meant}?" if meant else "")


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("nye", []) == ""


def test_the_guess_does_not_depend_on_the_order_of_what_is_known() -> None:
    assert nearest("nye20xx", KNOWN) == nearest("nye20xx", reversed(KNOWN))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Boats believe a ladder.", 1),
        ("Every harbour wall carries ladders.", 0),
        ("ЖЖЖ", None),
    ],
)
def test_the_nearest_passage_is_found(text: str, index: int | None) -> None:
    passages = ["Every harbour wall carries a ladder.", "Boats believe the ladder."]
    assert nearest_passage(text, passages) == index


def test_no_passage_is_near_among_none() -> None:
    assert nearest_passage("words", []) is None
