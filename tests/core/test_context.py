"""A span is described by its words and by as little context as tells it from the same elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.anchor import locate
from edition.core.context import describe, describe_within
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span
from edition.core.word import words
from tests.core.test_passages import defined_places, works

TEXT = "The sea wrote on the wall, the wall told the sea, and the sea wrote it down on paper."


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The nth place of some words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span("p1", start, start + len(words))


DESCRIBED = {
    "unique words": (span("told the sea"), Quote("told the sea", "p1")),
    "everything": (Span("p1", 0, len(TEXT)), Quote(TEXT, "p1")),
    "a word after": (span("the wall", 1), Quote("the wall", "p1", "", "told")),
    "the mark after a word": (span("the sea", 0), Quote("the sea", "p1", "", ",")),
    "a word before, which is shorter": (span("the sea", 1), Quote("the sea", "p1", "and")),
    "the rest of a word": (span("wa", 0), Quote("wa", "p1", "", "ll,")),
    "two words": (span("wrote", 1), Quote("wrote", "p1", "", "it")),
    "a letter": (span("p", 1), Quote("p", "p1", "pa")),
    "spaces at the ends are left out": (Span("p1", 35, 40), Quote("told", "p1")),
}


@pytest.mark.parametrize(("place", "quote"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_span_has_the_shortest_description(place: Span, quote: Quote) -> None:
    assert describe(Passages({"p1": TEXT}), place) == quote


def test_both_sides_are_used_where_one_takes_more() -> None:
    text = "a b x c d, e b x f d, a g x c h, i b x c j, k"
    assert describe(Passages({"p1": text}), span("x", 0, text)) == Quote("x", "p1", "a b")
    text = "one b x c two b x d one e x c"
    assert describe(Passages({"p1": text}), span("x", 0, text)) == Quote("x", "p1", "b", "c")


def test_the_same_words_in_another_unit_need_no_context() -> None:
    passages = Passages({"p1": "the sea", "p2": "the sea"})
    assert describe(passages, Span("p2", 4, 7)) == Quote("sea", "p2")


@pytest.mark.parametrize(
    ("text", "place", "quote"),
    [
        ("软实力是能力", Span("p1", 5, 6), Quote("力", "p1", "能")),
        ("שלום לים שלום לחוף", Span("p1", 9, 13), Quote("שלום", "p1", "לים")),
        ("cafe\u0301 cafe", Span("p1", 0, 4), Quote("cafe", "p1", "", "\u0301")),
        ("👩\u200d👧 👩\u200d👦", Span("p1", 4, 5), Quote("👩", "p1", "", "\u200d👦")),
    ],
    ids=["Chinese", "Hebrew", "a letter without its accent", "an emoji out of several"],
)
def test_descriptions_in_many_scripts(text: str, place: Span, quote: Quote) -> None:
    passages = Passages({"p1": text})
    assert describe(passages, place) == quote
    assert locate(passages, quote) == place


REFUSED = {
    "empty": Span("p1", 4, 4),
    "a space": Span("p1", 3, 4),
    "backwards": Span("p1", 5, 4),
    "before the start": Span("p1", -1, 4),
    "beyond the end": Span("p1", 0, 8),
    "an unknown unit": Span("p2", 0, 3),
}


@pytest.mark.parametrize("place", REFUSED.values(), ids=REFUSED)
def test_a_span_without_words_is_a_bug(place: Span) -> None:
    with pytest.raises(ValueError, match=r"not in the text|holds no words"):
        describe(Passages({"p1": "the sea"}), place)


def test_a_text_that_was_not_collapsed_is_a_bug() -> None:
    with pytest.raises(ValueError, match="white space of p1"):
        describe(Passages({"p1": "a  x  b\u00a0 x"}), Span("p1", 3, 4))


@given(works(at_least=1), st.data())
def test_what_is_described_is_found_again(units: dict[str, str], data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from([unit for unit, text in units.items() if text]))
    text = units[unit]
    start = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != " "]))
    ends = [at for at in range(start + 1, len(text) + 1) if text[at - 1] != " "]
    place = Span(unit, start, data.draw(st.sampled_from(ends)))
    passages = Passages(units)
    quote = describe(passages, place)
    assert (quote.unit, quote.exact) == (unit, text[start : place.end])
    assert locate(passages, quote) == place


@given(works(at_least=1), st.data())
def test_no_context_of_whole_words_is_shorter(units: dict[str, str], data: st.DataObject) -> None:
    text = units["p1"]
    start = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != " "]))
    place = Span("p1", start, start + 1)
    found = describe(Passages(units), place)
    lefts = [start, *(left for left, _ in words(text, 0, start))]
    rights = [start + 1, *(right for _, right in words(text, start + 1))]
    quotes = [
        Quote(text[start], "p1", text[a:start], text[start + 1 : b]) for a in lefts for b in rights
    ]
    telling = [quote for quote in quotes if defined_places({"p1": text}, quote) == [place]]
    assert found in telling
    shortest = min(len(quote.prefix) + len(quote.suffix) for quote in telling)
    assert len(found.prefix) + len(found.suffix) == shortest


REPEATED = {
    "a letter": ("a" * 9000, 1),
    "a word": (" ".join(["sea"] * 3000), 3),
    "a sentence": (" ".join(["The sea wrote on the wall."] * 400), 3),
    "a character": ("力" * 9000, 1),
}


@pytest.mark.parametrize(("text", "length"), REPEATED.values(), ids=REPEATED)
@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.99])
def test_places_in_a_text_that_repeats_itself_are_told_apart(
    text: str, length: int, share: float
) -> None:
    start = text.index(text[:length], int(share * (len(text) - length)))
    passages = Passages({"p1": text})
    place = Span("p1", start, start + length)
    assert locate(passages, describe(passages, place)) == place
    far = describe_within(passages, place, 64)
    assert far is None or locate(passages, far) == place


def test_a_longer_reach_is_looked_into_when_one_side_may_do_with_less() -> None:
    """Within 64 characters on each side it takes 121 of them; a little further on the left, 64."""
    same, more = " ".join(["ab"] * 19) + "aa", "z" * 70
    place = f"{same} x {same}"
    text = f"aa jj {place} u {more} tt kk {place} u {more} bb kk {place} v"
    quote = describe(Passages({"p1": text}), span("x", 1, text))
    assert (quote.prefix, quote.suffix) == (f"tt kk {same}", "")
