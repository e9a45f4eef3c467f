"""A quote has one place in the work, or a message that says why not and how to mend it."""

import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition.core.anchor import Miss, locate
from edition.core.passages import Passages
from edition.core.quote import Quote, collapsed
from edition.core.span import Span
from tests.core.test_passages import defined_places, works

UNITS = {
    "title": "The table of tides",
    "p1": "Every harbour wall carries a ladder, and every ladder carries a mark of the sea.",
    "p2": "The table on the office door is younger – and promises “two high waters” a day.",
    "p3": "Boats believe the ladder; it's the visitors’ café that believes the table.",
    "p4": "软实力是能力。软实力不是能力。",
    "p5": "שלום לים, שלום לחוף",
}
PASSAGES = Passages(UNITS)


def place(unit: str, words: str, start: int | None = None) -> Span:
    at = UNITS[unit].index(words) if start is None else start
    return Span(unit, at, at + len(words))


def shown(found: Span | Miss) -> str:
    """A miss on one line, as a problem shows it."""
    assert isinstance(found, Miss), found
    return f"{found.code}: {found.message}" + (f" ({found.hint})" if found.hint else "")


PLACED = {
    "unique words": (Quote("a mark of the sea"), place("p1", "a mark of the sea")),
    "words of a unit": (Quote("ladder", "p3"), place("p3", "ladder")),
    "words after a prefix": (Quote("ladder", "p1", "every"), place("p1", "ladder", 47)),
    "words before a suffix": (Quote("ladder", "p1", "", ", and"), place("p1", "ladder")),
    "a prefix instead of a unit": (Quote("the table", "", "believes"), place("p3", "the table")),
    "a whole unit": (Quote(UNITS["p2"]), Span("p2", 0, len(UNITS["p2"]))),
    "over several lines": (Quote("carries\n  a mark\n"), place("p1", "carries a mark")),
    "typographic marks": (Quote("“two high waters”"), place("p2", "“two high waters”")),
    "straight marks": (Quote("it's"), place("p3", "it's")),
    "a dash": (Quote("younger – and"), place("p2", "younger – and")),
    "an accent": (Quote("café"), place("p3", "café")),
    "Chinese": (Quote("软实力", suffix="是"), place("p4", "软实力")),
    "Hebrew": (Quote("שלום", prefix="לים,"), place("p5", "שלום", 10)),
    "one letter": (Quote("B"), Span("p3", 0, 1)),
}


@pytest.mark.parametrize(("quote", "expected"), PLACED.values(), ids=PLACED)
def test_a_quote_with_one_place_is_placed(quote: Quote, expected: Span) -> None:
    assert locate(PASSAGES, quote) == expected


TOGETHER = {
    "identical": ("a mark of the sea", "a mark of the sea"),
    "nested": ("a mark of the sea", "mark"),
    "overlapping": ("carries a mark", "a mark of"),
    "adjacent": ("a mark", "of the sea"),
}


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER)
def test_quotes_do_not_mind_each_other(one: str, other: str) -> None:
    assert locate(PASSAGES, Quote(one)) == place("p1", one)
    assert locate(PASSAGES, Quote(other)) == place("p1", other)


MISSED = {
    "an empty quote": (
        Quote(" \n"),
        "quote-not-found: expected words of the text, found an empty quote",
    ),
    "an unknown unit": (
        Quote("the boats", "q1"),
        "unit-unknown: expected a unit of the work, found q1",
    ),
    "an unknown unit like another": (
        Quote("the boats", "titel"),
        "unit-unknown: expected a unit of the work, found titel (did you mean unit: title?)",
    ),
    "an unknown unit, the words elsewhere": (
        Quote("Boats believe", "title1"),
        "unit-unknown: expected a unit of the work, found title1 (did you mean unit: p3?)",
    ),
    "words of another unit": (
        Quote("Boats believe", "p1"),
        "quote-not-found: expected the quote in p1, found it in p3 (did you mean unit: p3?)",
    ),
    "words of several other units": (
        Quote("table", "p1"),
        "quote-not-found: expected the quote in p1, found it in title, p2 and p3 (did you"
        " mean unit: title, unit: p2 or unit: p3?)",
    ),
    "the context is of another unit": (
        Quote("ladder", "p1", "the"),
        "quote-not-found: expected the quote in p1, found it in p3 (did you mean unit: p3?)",
    ),
    "words across two units": (
        Quote("the sea. The table"),
        "quote-not-found: expected the quote in one unit, found it across p1 and p2 (a"
        " quote is of one paragraph: leave out the words of the others)",
    ),
    "two places in a unit": (
        Quote("carries a", "p1"),
        "quote-ambiguous: expected the quote “carries a” in one place of p1, found it in 2:"
        " p1 at 19 “Every harbour wall carries a ladder, and every ladder …”; p1 at 54 “… a"
        " ladder, and every ladder carries a mark of the sea.” (for p1 at 19 write `prefix:"
        " wall`; for p1 at 54 write `suffix: mark`)",
    ),
    "places in several units": (
        Quote("table"),
        "quote-ambiguous: expected the quote “table” in one place, found it in 3: title at 4"
        " “The table of tides”; p2 at 4 “The table on the office door is younger …”; p3 at 68"
        " “… café that believes the table.” (for title at 4 write `unit: title`; for p2 at 4"
        " write `unit: p2`; for p3 at 68 write `unit: p3`)",
    ),
    "more places than are listed": (
        Quote("a", "p1"),
        "quote-ambiguous: expected the quote “a” in one place of p1, found it in 11: p1 at 7"
        " “Every harbour wall carries a ladder, …”; p1 at 15 “Every harbour wall carries a"
        " ladder, and every …”; p1 at 20 “Every harbour wall carries a ladder, and every …”;"
        " p1 at 27 “Every harbour wall carries a ladder, and every ladder …”; p1 at 30 “Every"
        " harbour wall carries a ladder, and every ladder carries …”; and 6 more (for p1 at 7"
        " write `prefix: h`; for p1 at 15 write `prefix: w`; for p1 at 20 write `prefix: wall"
        " c`)",
    ),
    "a context that is not enough": (
        Quote("r", "p1", "e", "y"),
        "quote-ambiguous: expected the quote “r” in one place of p1, found it in 2: p1 at 3"
        " “Every harbour wall carries a …”; p1 at 44 “… wall carries a ladder, and every"
        " ladder carries a mark of the …” (for p1 at 3 write `prefix: Eve`; for p1 at 44"
        " write `prefix: eve`)",
    ),
    "Chinese twice": (
        Quote("软实力"),
        "quote-ambiguous: expected the quote “软实力” in one place, found it in 2: p4 at 0"
        " “软实力是能力。软实力不是能力。”; p4 at 7 “软实力是能力。软实力不是能力。”"
        " (for p4 at 0 write `unit: p4` and"
        ' `suffix: 是`; for p4 at 7 write `unit: p4` and `prefix: "。"`)',
    ),
    "a prefix that is not there": (
        Quote("believes", "p3", "who"),
        "quote-not-found: the quote is in p3, but its prefix is not before it: expected “who”"
        " (the prefix), found “that” (the text) (leave out the prefix: the words are enough)",
    ),
    "a suffix that is not there": (
        Quote("believes", suffix="a table"),
        "quote-not-found: the quote is in p3, but its suffix is not after it: expected “a"
        " table” (the suffix), found “the table.” (the text) (leave out the suffix: the words"
        " are enough)",
    ),
    "a prefix that differs in a mark": (
        Quote("café", prefix="visitors'"),
        "quote-not-found: the quote is in p3, but its prefix is not before it: expected"
        " “visitors'” (the prefix), found “visitors’” (the text) (only quotation marks"
        " differ: the text has ’ where the prefix has ')",
    ),
    "a prefix at the start": (
        Quote("Boats", prefix="the"),
        "quote-not-found: the quote is in p3, but its prefix is not before it: expected “the”"
        " (the prefix), found the start of p3 (leave out the prefix: the words are enough)",
    ),
    "a suffix at the end": (
        Quote("tides", suffix="."),
        "quote-not-found: the quote is in title, but its suffix is not after it: expected “.”"
        " (the suffix), found the end of title (leave out the suffix: the words are enough)",
    ),
    "a prefix of none of two places": (
        Quote("ladder", "p1", "ever"),
        "quote-not-found: the quote is in p1, but its prefix is not before it: expected"
        " “ever” (the prefix), found “every” (the text); the quote has other places too (for"
        " p1 at 47 write `prefix: every`)",
    ),
    "a word changed": (
        Quote("and promises two low waters", "p2"),
        "quote-not-found: the quote is not in p2; nearest: p2 “… on the office door is"
        " younger – and promises “two high waters” a day.”: expected “promises two low"
        " waters” (the quote), found “promises “two high waters” (the text)",
    ),
    "a word left out": (
        Quote("Boats believe ladder; it's the"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café that believes …”: expected “believe ladder;” (the"
        " quote), found “believe the ladder;” (the text)",
    ),
    "a typing error in another unit": (
        Quote("Boats beleive the ladder", "p1"),
        "quote-not-found: the quote is not in p1; nearest: p3 “Boats believe the ladder; it's"
        " the visitors’ café that …”: expected “Boats beleive the” (the quote), found “Boats"
        " believe the” (the text) (did you mean unit: p3?)",
    ),
    "two words changed": (
        Quote("Each harbour wall bears a ladder, and every"),
        "quote-not-found: the quote is not in the text; nearest: p1 “Every harbour wall"
        " carries a ladder, and every ladder …”: expected “Each harbour” (the quote), found"
        " “Every harbour” (the text), and more differs further on",
    ),
    "words after the end": (
        Quote("a mark of the sea. It is old.", "p1"),
        "quote-not-found: the quote is not in p1; nearest: p1 “… and every ladder carries a"
        " mark of the sea.”: expected “sea. It is old.” (the quote), found “sea.” (the end of"
        " p1)",
    ),
    "other marks": (
        Quote('promises "two high waters"'),
        "quote-not-found: the quote is not in the text; nearest: p2 “… on the office door is"
        ' younger – and promises “two high waters” a day.”: expected “promises "two high”'
        " (the quote), found “promises “two high” (the text), and more differs further on"
        ' (only quotation marks differ: the text has “ where the quote has ")',
    ),
    "another dash": (
        Quote("younger - and"),
        "quote-not-found: the quote is not in the text; nearest: p2 “The table on the office"
        " door is younger – and promises “two high waters” a day.”: expected “younger - and”"
        " (the quote), found “younger – and” (the text) (only dashes differ: the text has –"
        " where the quote has -)",
    ),
    "capitals": (
        Quote("BOATS BELIEVE"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café …”: expected “BOATS BELIEVE” (the quote), found"
        " “Boats believe” (the text) (only capitals differ)",
    ),
    "another encoding": (
        Quote("visitors’ cafe\u0301"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café that believes the table.”: expected “visitors’"
        " cafe\u0301” (the quote), found “visitors’ café” (the text) (only accents or their"
        " encoding differ)",
    ),
    "no accent": (
        Quote("visitors’ cafe that"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café that believes the table.”: expected “visitors’ cafe"
        " that” (the quote), found “visitors’ café that” (the text) (only accents or their"
        " encoding differ)",
    ),
    "an invisible character": (
        Quote("vis\u00aditors’"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café that believes the table.”: expected “vis\u00aditors’”"
        " (the quote), found “visitors’” (the text) (only invisible characters differ)",
    ),
    "two kinds of typography": (
        Quote("IT’S THE"),
        "quote-not-found: the quote is not in the text; nearest: p3 “Boats believe the"
        " ladder; it's the visitors’ café that believes the table.”: expected “IT’S THE” (the"
        " quote), found “it's the” (the text) (only quotation marks and capitals differ)",
    ),
    "nothing like it": (
        Quote("ЖЖЖ"),
        "quote-not-found: expected “ЖЖЖ” in the text, found nothing like it",
    ),
    "nothing like it in the unit": (
        Quote("ЖЖЖ", "p1"),
        "quote-not-found: expected “ЖЖЖ” in p1, found nothing like it",
    ),
    "Chinese with a character too few": (
        Quote("软力是能力"),
        "quote-not-found: the quote is not in the text; nearest: p4"
        " “软实力是能力。软实力不是能力。”: expected “软力” (the quote), found “软实力” (the text)",
    ),
    "Chinese with a space": (
        Quote("软实力 是能力"),
        "quote-not-found: the quote is not in the text; nearest: p4"
        " “软实力是能力。软实力不是能力。”: expected “软实力 是能力” (the quote),"
        " found “软实力是能力” (the text)",
    ),
    "Hebrew with a letter changed": (
        Quote("שלוק לחוף"),
        "quote-not-found: the quote is not in the text; nearest: p5 “שלום לים, שלום לחוף”:"
        " expected “שלוק לחוף” (the quote), found “שלום לחוף” (the text)",
    ),
}


@pytest.mark.parametrize(("quote", "expected"), MISSED.values(), ids=MISSED)
def test_a_quote_without_a_place_is_told_why(quote: Quote, expected: str) -> None:
    assert shown(locate(PASSAGES, quote)) == expected


LONG = " ".join(UNITS.values())
EXTREME = {
    "10,000 characters, not there": Quote("a table of tides, " * 556),
    "10,000 characters without a space": Quote("tide" * 2500),
    "10,000 spaces": Quote(" " * 10_000),
    "longer than its unit": Quote(LONG, "title"),
    "all units together": Quote(LONG),
    "a letter that is everywhere": Quote("e"),
    "a letter that is nowhere": Quote("ж"),
    "a mark without a letter": Quote("\u0301"),
    "characters that cannot be seen": Quote("\u200b\u200d"),
    "half of a pair": Quote("\ud83d"),
    "a long prefix": Quote("ladder", prefix="x " * 5000),
    "a long suffix": Quote("ladder", suffix="x " * 5000),
    "a long unit": Quote("ladder", "p1" * 5000),
}


@pytest.mark.parametrize("quote", EXTREME.values(), ids=EXTREME)
def test_whatever_is_quoted_the_message_is_short_and_on_one_line(quote: Quote) -> None:
    found = locate(PASSAGES, quote)
    assert isinstance(found, Miss)
    assert found.code in ("quote-not-found", "quote-ambiguous", "unit-unknown")
    assert len(shown(found)) < 900
    assert len(shown(found).splitlines()) == 1


WORDS = ["tide", "ladder", "mark", "harbour", "visitor", "table", "promise", "winter", "wall"]
SENTENCES = [
    f"{WORDS[n % 9]} {n} told {WORDS[n * n % 7]} of the {WORDS[n % 5]} {n * n}."
    for n in range(2500)
]
LARGE = {
    "one unit": {"p1": " ".join(SENTENCES)},
    "many units": {f"p{n}": sentence for n, sentence in enumerate(SENTENCES, 1)},
}


@pytest.mark.parametrize("units", LARGE.values(), ids=LARGE)
def test_a_large_text_is_searched_by_its_index_with_the_same_result(units: dict[str, str]) -> None:
    passages = Passages(units)
    for number in (0, 1, 1234, 2498, 2499):
        sentence = SENTENCES[number]
        unit = next(unit for unit, text in units.items() if sentence in text)
        start = units[unit].index(sentence)
        expected = Span(unit, start, start + len(sentence))
        assert locate(passages, Quote(sentence)) == expected
        number_alone = Quote(f"{number}", prefix=sentence.split()[0], suffix=f"told {WORDS[0]}")
        assert defined_places(units, number_alone) == list(passages.places(number_alone))
        broken = sentence.replace("told", "tells")
        miss = locate(passages, Quote(broken))
        assert isinstance(miss, Miss)
        assert f"nearest: {unit} “" in miss.message
        assert f"expected “{number} tells {WORDS[number * number % 7]}” (the quote)" in miss.message
        assert f"found “{number} told {WORDS[number * number % 7]}” (the text)" in miss.message
        capitals = locate(passages, Quote(sentence.upper()))
        assert isinstance(capitals, Miss)
        assert capitals.hint == "only capitals differ"


BROKEN_LATE = {
    "in the middle": (lambda text: text.replace("tide 22500.", "tide 22501."), "tide 22501.", 150),
    "near the end": (lambda text: text.replace("tide 84100.", "tides 84100."), "tides", 290),
    "words left out": (lambda text: text.replace("of the tide 62500. ", ""), "", 250),
    "the start": (lambda text: f"{'Nobody knows who wrote this. ' * 12}{text}", "this.", 100),
}


@pytest.mark.parametrize(("change", "word", "number"), BROKEN_LATE.values(), ids=BROKEN_LATE)
def test_a_long_quote_is_compared_where_it_parts(change: object, word: str, number: int) -> None:
    assert callable(change)
    passages = Passages(LARGE["one unit"])
    quote = change(" ".join(SENTENCES[100:300]))
    miss = locate(passages, Quote(quote))
    assert isinstance(miss, Miss)
    expected = re.search(r"expected “(.*?)” \(the quote\)", miss.message)
    assert expected is not None and word in expected[1]
    assert re.search(rf"“[^“”]*\b({number}|{number + 1})\b[^“”]*”: expected", miss.message)


@given(works(), st.data())
def test_a_quote_is_placed_if_and_only_if_it_has_one_place(
    units: dict[str, str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([*units.values(), "other words"]))
    cuts = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 4)))
    prefix, exact, suffix = (text[a:b] for a, b in pairwise(cuts))
    quote = Quote(exact, data.draw(st.sampled_from(["", "p1", "p2"])), prefix, suffix)
    known = {quote.unit: units[quote.unit]} if quote.unit in units else units
    places = defined_places(known, quote)
    found = locate(Passages(units), quote)
    if isinstance(found, Span):
        assert places == [found]
    elif quote.exact and quote.unit and quote.unit not in units:
        assert found.code == "unit-unknown"
    else:
        assert found.code == ("quote-ambiguous" if places else "quote-not-found")


@given(works(at_least=1), st.data())
def test_what_a_hint_says_to_write_gives_the_place(
    units: dict[str, str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([text for text in units.values() if text]))
    start = data.draw(st.integers(0, len(text) - 1))
    quote = Quote(text[start : start + data.draw(st.integers(1, 4))])
    passages = Passages(units)
    miss = locate(passages, quote)
    if isinstance(miss, Span) or miss.code != "quote-ambiguous":
        return
    for unit, at, lines in re.findall(r"for (\w+) at (\d+) write (`.+?`)(?=; for |$)", miss.hint):
        fields = yaml.safe_load("\n".join(lines.strip("`").split("` and `")))
        found = locate(passages, Quote(quote.exact, **fields))
        assert isinstance(found, Span)
        assert (found.unit, found.start) == (unit, int(at))


@given(works(), st.text(max_size=40), st.sampled_from(["", "p1"]))
def test_every_quote_has_an_answer(units: dict[str, str], text: str, unit: str) -> None:
    found = locate(Passages(units), Quote(text, unit))
    if isinstance(found, Span):
        assert units[found.unit][found.start : found.end] == collapsed(text)
    else:
        assert len(shown(found).splitlines()) == 1
