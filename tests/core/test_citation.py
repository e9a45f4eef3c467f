"""A citation stands after the parenthesis that prints it, and has a footnote of its own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.citation import footnote_name, parenthesis_before
from edition.core.identifier import is_identifier

FOUND = {
    "simple": "as said |(Nye, 2021)|.",
    "at the start": "|(Nye, 2021)|",
    "nested": "trade |(commodities (region) in June 2023 (USD), 2023)|, has",
    "a nested one alone": "(a |(b)| c)",
    "after another": "(a) |(b)|",
    "touching another": "(a)|(b)|",
    "empty": "|()|",
    "an opening one before": "a) and (b |(c)|",
    "over many words": "x |(" + "word " * 50 + ")| y",
}
NONE = {
    "no parenthesis": "as said by Nye|",
    "a space between": "(Nye, 2021) |",
    "a full stop between": "(Nye, 2021).|",
    "inside": "(Nye|, 2021)",
    "before it closes": "(Nye, 2021|)",
    "never opened": "Nye, 2021)|",
    "closed once too often": "(Nye), 2021)|",
    "square brackets": "[Nye, 2021]|",
    "at the start": "|(Nye, 2021)",
    "in no words": "|",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_the_balanced_parenthesis_before_a_call_is_found(text: str) -> None:
    before, inside, after = text.split("|")
    found = parenthesis_before(before + inside + after, len(before + inside))
    assert found == (len(before), len(before + inside))


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_without_a_balanced_parenthesis_nothing_is_found(text: str) -> None:
    before, after = text.split("|")
    assert parenthesis_before(before + after, len(before)) is None


words = st.text(st.sampled_from("ab, 2"), max_size=4)
balanced = st.recursive(
    words, lambda inner: st.lists(inner | inner.map("({})".format), max_size=4).map("".join)
)


@given(st.text(max_size=20), balanced, st.text(max_size=20))
def test_whatever_stands_around_it_the_whole_parenthesis_is_found(
    before: str, inside: str, after: str
) -> None:
    end = len(before) + len(inside) + 2
    assert parenthesis_before(f"{before}({inside}){after}", end) == (len(before), end)


@given(st.text(st.sampled_from("()ab "), max_size=30), st.data())
def test_what_is_found_is_the_shortest_balanced_parenthesis(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    found = parenthesis_before(text, offset)
    starts = [
        start
        for start in range(offset)
        if text[start] == "(" and text[offset - 1] == ")" and _balanced(text[start:offset])
    ]
    assert found == ((starts[-1], offset) if starts else None)


def _balanced(text: str) -> bool:
    depth = 0
    for letter in text:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    ("locator", "name"),
    [("", "nye2004"), ("p. 12", "nye2004--p-12"), ("pp. 5–7", "nye2004--pp-5-7")],
)
def test_the_name_of_a_footnote_shows_key_and_locator(locator: str, name: str) -> None:
    assert footnote_name("nye2004", locator) == name


locators = st.sampled_from(
    ["", "p. 1", "p. 12", "p. 1-2", "p. 1, 2", "p. 1.2", "§ 5", "¶ 5", "5", "Ω", "α"]
) | st.text(st.sampled_from("p. 123,-–§¶αx"), max_size=8)


@given(locators, locators)
def test_two_locators_never_share_a_footnote(one: str, other: str) -> None:
    """A shared name would show one of the two places for both citations."""
    same = " ".join(one.split()) == " ".join(other.split())
    assert (footnote_name("key", one) == footnote_name("key", other)) == same


@given(locators)
def test_the_name_of_a_footnote_can_stand_in_an_address(locator: str) -> None:
    name = footnote_name("nye2004", locator)
    assert all(is_identifier(part) for part in name.split("--"))
