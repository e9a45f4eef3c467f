"""Where a quote stands: by the definition, in every script, overlapping or not."""

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.passages import Passages
from edition.core.quote import Quote, collapsed
from edition.core.span import Span

ATOMS = {
    "one letter": ["a"],
    "letters and spaces": ["a", "b", " ", "a b"],
    "repeated words": ["sea ", "wall ", "sea wall ", "the sea "],
    "combining marks": ["e", "\u0301", "e\u0301", "é", " ", "\u0323"],
    "emoji": ["👩", "\u200d", "👩\u200d👧", "👍🏽", "❤\ufe0f", "🇰🇿", " "],
    "right to left": ["ש", "לום ", "שָׁ", "سلام", "\u200f", " "],
    "Chinese and Japanese": ["软", "实力", "。", "か\u3099", "\u3000", "a "],
}
texts = st.one_of(
    *(st.lists(st.sampled_from(atoms), max_size=14).map("".join) for atoms in ATOMS.values())
).map(collapsed)


def works(*, at_least: int = 0) -> st.SearchStrategy[dict[str, str]]:
    """Works of a few units, of which the first has so many characters at least."""
    first = texts.filter(lambda text: len(text) >= at_least)
    return st.builds(
        lambda one, more: {f"p{number}": text for number, text in enumerate([one, *more], 1)},
        first,
        st.lists(texts, max_size=2),
    )


def defined_places(units: dict[str, str], quote: Quote) -> list[Span]:
    """The places of a quote by the definition."""
    found = []
    for unit, text in units.items():
        for start in range(len(text)):
            end = start + len(quote.exact)
            before, after = text[:start], text[end:]
            has_prefix = before.removesuffix(" ").endswith(quote.prefix)
            rest = after.removeprefix(" ") if quote.suffix else after
            if not text.startswith(quote.exact, start) or not has_prefix:
                continue
            rest_of_text = rest[len(quote.suffix) :]
            is_cut = bool(rest_of_text) and category(rest_of_text[0]).startswith("M")
            if rest.startswith(quote.suffix) and not is_cut:
                found.append(Span(unit, start, end))
    return found if quote.exact else []


@given(works(at_least=1), st.data())
def test_places_are_those_of_the_definition(units: dict[str, str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for text in units.values() if text]))
    cuts = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 4)))
    prefix, exact, suffix = (text[a:b] for a, b in pairwise(cuts))
    quote = Quote(exact, data.draw(st.sampled_from(["", *units])), prefix, suffix)
    searched = {quote.unit: units[quote.unit]} if quote.unit else units
    assert list(Passages(units).places(quote)) == defined_places(searched, quote)


WALL = "The sea wrote on the wall, the wall told nobody."
FOUND = {
    "words": (Quote("the wall,"), [17]),
    "twice": (Quote("the wall"), [17, 27]),
    "part of a word": (Quote("obod"), [42]),
    "everything": (Quote(WALL), [0]),
    "with white space of its own": (Quote("\n sea\n  wrote "), [4]),
    "after a prefix and a space": (Quote("wrote", prefix="sea"), [10 - 2]),
    "after a prefix that is part of a word": (Quote("wrote", prefix="ea"), [8]),
    "after a prefix without a space": (Quote("ote", prefix="wr"), [10]),
    "after a prefix that ends in a mark": (Quote("the wall", prefix="wall,"), [27]),
    "before a suffix and a space": (Quote("the wall", suffix="told"), [27]),
    "before a suffix without a space": (Quote("the wall", suffix=", the"), [17]),
    "between both": (Quote("the", prefix="wall,", suffix="wall"), [27]),
    "overlapping itself": (Quote("l"), [23, 24, 33, 34, 38]),
}
ABSENT = {
    "nothing": Quote(""),
    "white space": Quote(" \n"),
    "a prefix alone": Quote("", prefix="The sea"),
    "another letter": Quote("the walls"),
    "a capital": Quote("the Wall"),
    "a space too few": Quote("thewall"),
    "a space too many": Quote("wal l"),
    "across its end": Quote("nobody. The"),
    "a prefix that is not directly before": Quote("wrote", prefix="The"),
    "a prefix in other capitals": Quote("wrote", prefix="Sea"),
    "a prefix with a mark too few": Quote("the wall told", prefix="wall"),
    "a suffix that is not directly after": Quote("sea", suffix="on"),
    "a prefix before the start": Quote("The", prefix="x"),
    "a suffix after the end": Quote("nobody.", suffix="x"),
    "longer than the text": Quote(f"{WALL} {WALL}"),
}


@pytest.mark.parametrize(("quote", "starts"), FOUND.values(), ids=FOUND)
def test_a_quote_that_stands_there(quote: Quote, starts: list[int]) -> None:
    found = list(Passages({"p1": WALL}).places(quote))
    assert [span.start for span in found] == starts
    assert {span.end - span.start for span in found} == {len(quote.exact)}


@pytest.mark.parametrize("quote", ABSENT.values(), ids=ABSENT)
def test_a_quote_that_does_not(quote: Quote) -> None:
    assert list(Passages({"p1": WALL}).places(quote)) == []


SCRIPTS = {
    "an accent in one character": ("un café noir", Quote("café"), 1),
    "an accent in two characters": ("un cafe\u0301 noir", Quote("cafe\u0301"), 1),
    "one encoding for the other": ("un cafe\u0301 noir", Quote("café"), 0),
    "a letter without its accent": ("un cafe\u0301 noir", Quote("cafe"), 0),
    "a suffix without its accent": ("un cafe\u0301 noir", Quote("un", suffix="cafe"), 0),
    "a suffix that is the accent": ("un cafe\u0301 noir", Quote("cafe", suffix="\u0301"), 1),
    "a letter without its accent at the end": ("un cafe\u0301", Quote("cafe"), 0),
    "an accent by itself": ("un cafe\u0301 noir", Quote("\u0301 noir"), 1),
    "an emoji of several": ("a 👩\u200d👩\u200d👧 b", Quote("👩\u200d👩\u200d👧"), 1),
    "one of the several": ("a 👩\u200d👩\u200d👧 b", Quote("👩"), 2),
    "an emoji without its form": ("a ❤\ufe0f b", Quote("❤"), 0),
    "Hebrew": ("אמר שלום לך", Quote("שלום", prefix="אמר", suffix="לך"), 1),
    "Hebrew without its points": ("שָׁלוֹם", Quote("שלום"), 0),
    "Arabic": ("قال سلام", Quote("سلام"), 1),
    "Chinese": ("软实力是能力", Quote("实力", prefix="软", suffix="是"), 1),
    "Chinese twice": ("力力力", Quote("力力"), 2),
}


@pytest.mark.parametrize(("text", "quote", "count"), SCRIPTS.values(), ids=SCRIPTS)
def test_quotes_in_many_scripts(text: str, quote: Quote, count: int) -> None:
    assert len(list(Passages({"p1": text}).places(quote))) == count


def test_units_may_be_given_as_pairs() -> None:
    assert list(Passages([("p1", WALL)]).places(Quote("sea"))) == [Span("p1", 4, 7)]


def test_places_in_several_units_are_in_the_order_of_the_work() -> None:
    passages = Passages({"title": "The wall", "p2": "a wall", "p1": "wall wall", "p3": ""})
    assert list(passages.places(Quote("wall"))) == [
        Span("title", 4, 8),
        Span("p2", 2, 6),
        Span("p1", 0, 4),
        Span("p1", 5, 9),
    ]


def test_no_quote_is_found_across_two_units() -> None:
    passages = Passages({"p1": "the sea", "p2": "wrote"})
    assert list(passages.places(Quote("sea wrote"))) == []
    assert list(passages.places(Quote("wrote", prefix="sea"))) == []


def test_a_work_without_units_holds_no_quote() -> None:
    assert list(Passages({}).places(Quote("sea"))) == []


def test_the_words_of_a_span() -> None:
    assert Passages({"p1": WALL}).words_of(Span("p1", 4, 13)) == "sea wrote"
