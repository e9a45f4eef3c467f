"""A form is found wherever the text names it, whole: never in a word, and the longest first."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edition.core.occurrence import Forms, Occurrence, first_of_each, parts
from edition.core.span import Span


def found(text: str, *forms: str) -> list[str]:
    """The words that are found in a text; the offsets are those of a string of Python."""
    occurrences = Forms((form, form) for form in forms).find("p1", text)
    words = [text[one.span.start : one.span.end] for one in occurrences]
    assert words == [one.term for one in Forms((f, f) for f in forms).find("p1", text)]
    return words


FOUND: dict[str, tuple[str, tuple[str, ...], list[str]]] = {
    "alone": ("tide", ("tide",), ["tide"]),
    "everywhere": ("tide, tide; (tide) “tide” tide.", ("tide",), ["tide"] * 5),
    "at both ends": ("ebb and flood", ("flood", "ebb"), ["ebb", "flood"]),
    "with a possessive": ("the tide's height", ("tide",), ["tide"]),
    "with a possessive in print": ("the tide’s height", ("tide",), ["tide"]),
    "in capitals, with a possessive": ("THE TIDE'S HEIGHT", ("TIDE",), ["TIDE"]),
    "with an apostrophe alone": ("the tides' height", ("tides",), ["tides"]),
    "between quotation marks": ("a 'tide' here", ("tide",), ["tide"]),
    "around a dash": ("ebb—flood and ebb–flood", ("ebb", "flood"), ["ebb", "flood"] * 2),
    "around two hyphens for a dash": ("ebb--flood", ("ebb", "flood"), ["ebb", "flood"]),
    "around a spaced hyphen": ("ebb - flood", ("ebb", "flood"), ["ebb", "flood"]),
    "around a slash": ("ebb/flood", ("ebb", "flood"), ["ebb", "flood"]),
    "with an apostrophe in it": ("in Xi'an's walls", ("Xi'an",), ["Xi'an"]),
    "with a hyphen in it": ("a low-tide mark", ("low-tide",), ["low-tide"]),
    "with stops in it": ("by Ada B. Quill, and", ("Ada B. Quill",), ["Ada B. Quill"]),
    "a stop at its end": ("in the U.S. alone", ("U.S.",), ["U.S."]),
    "signs alone": ("a + b", ("+",), ["+"]),
    "signs in a regular expression": ("C++ (a|b)* [c]", ("C++", "(a|b)*", "[c]"),
                                      ["C++", "(a|b)*", "[c]"]),
    "of another script": ("приливы и отливы", ("отливы",), ["отливы"]),
    "of a script without spaces": ("看潮汐表。", ("潮汐", "潮汐表"), ["潮汐表"]),
    "with its mark": ("a cafe\u0301 by", ("cafe\u0301",), ["cafe\u0301"]),
    "of Hindi": ("हिन्दी भाषा", ("हिन्दी",), ["हिन्दी"]),
    "the longest": ("the low tide table", ("low", "low tide", "low tide table", "table"),
                    ["low tide table"]),
    "the longest that is whole": ("the low tide tables", ("low", "low tide table"), ["low"]),
    "a shorter one where it stands alone": ("low tide; low", ("low", "low tide"),
                                            ["low tide", "low"]),
    "the first of two that overlap": ("high tide table", ("high tide", "tide table"),
                                      ["high tide"]),
    "one after the other": ("tide tide table", ("tide", "tide table"), ["tide", "tide table"]),
    "one that begins as another goes on": ("old low old low tide", ("old low tide", "low old"),
                                           ["low old"]),
}  # fmt: skip
NOT_FOUND: dict[str, tuple[str, str]] = {
    "nothing there": ("", "tide"),
    "other words": ("the ebb", "tide"),
    "other capitals": ("Tide", "tide"),
    "other marks": ("Xi’an", "Xi'an"),
    "another space": ("low  tide", "low tide"),
    "the beginning of a word": ("tides", "tide"),
    "the end of a word": ("riptide", "tide"),
    "within a word": ("riptides", "tide"),
    "before a digit": ("tide2", "tide"),
    "after a digit": ("2tide", "tide"),
    "before a low line": ("tide_x", "tide"),
    "the beginning of a compound": ("tide-table", "tide"),
    "the end of a compound": ("low-tide", "tide"),
    "a compound with another hyphen": ("tide\u2010table low\u2011tide", "tide"),
    "a compound whose other part comes later": ("tide- and wind-tables", "tide"),
    "before an apostrophe of the word": ("Xi'an", "Xi"),
    "after an apostrophe of the word": ("Xi'an", "an"),
    "before a possessive in a compound": ("tide's-end", "tide"),
    "before a mark of its last letter": ("cafe\u0301", "cafe"),
    "before a mark of its last letter, in a word": ("cafe\u0301s", "cafe"),
    "before a vowel sign of Hindi": ("हिन्दी", "हिन्द"),
    "before a joiner that nobody sees": ("می\u200cخواهد", "می"),
    "a part of two words": ("low tides", "low tide"),
    "no form": ("tide", ""),
}


@pytest.mark.parametrize(("text", "forms", "words"), FOUND.values(), ids=FOUND)
def test_a_text_names_what_its_forms_say(
    text: str, forms: tuple[str, ...], words: list[str]
) -> None:
    assert found(text, *forms) == words


@pytest.mark.parametrize(("text", "form"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_nothing_is_found_in_a_word_or_guessed(text: str, form: str) -> None:
    assert found(text, form) == []


def test_an_occurrence_says_where_it_is_and_whose() -> None:
    forms = Forms([("tide", "a"), ("low tide", "b"), ("tides", "a")])
    assert list(forms.find("p7", "The tides, a low tide.")) == [
        Occurrence(Span("p7", 4, 9), "a"),
        Occurrence(Span("p7", 13, 21), "b"),
    ]


def test_offsets_count_code_points() -> None:
    text = "𝒜 cafe\u0301 𝒷 tide"
    (one,) = Forms([("tide", "a")]).find("p1", text)
    assert (one.span.start, one.span.end) == (text.index("tide"), len(text))


def test_who_has_a_form_first_keeps_it() -> None:
    (one,) = Forms([("tide", "a"), ("tide", "b")]).find("p1", "tide")
    assert one.term == "a"


def test_without_forms_nothing_is_found() -> None:
    assert list(Forms([]).find("p1", "A tide.")) == []


# ---- Any text, and any forms


def is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def is_letter(sign: str) -> bool:
    return (sign.isalnum() or sign == "_") and not "\u4e00" <= sign <= "\u9fff"


def is_within(text: str, at: int) -> bool:
    """Say whether an offset is within a word, by a look at its neighbours."""
    if at in (0, len(text)):
        return False
    if is_mark(text[at]):
        return True
    before = text[:at]
    while before and is_mark(before[-1]):
        before = before[:-1]
    before = (before or "a")[-1]  # a mark that opens a text stands for a letter
    two_before = text[at - 2 : at - 1]
    after, two_after = text[at], text[at + 1 : at + 2]
    joined = is_letter(two_before) or (two_before != "" and is_mark(two_before))
    if is_letter(before):
        if after == "-":
            return two_after != "-"
        if after in "'’":
            possessive = two_after == "s" and not is_letter(text[at + 2 : at + 3] or " ")
            possessive &= text[at + 2 : at + 3] != "-"
            return is_letter(two_after or " ") and not possessive
        return is_letter(after)
    if before == "-" and text[at - 1] == "-":
        return joined and is_letter(after)
    if before in "'’" and text[at - 1] in "'’":
        possessive = after == "s" and not is_letter(two_after or " ") and two_after != "-"
        return joined and is_letter(after) and not possessive
    return False


def by_looking_everywhere(text: str, forms: list[str]) -> list[tuple[int, int]]:
    """Find forms without any index: at each place the longest that is whole, then on after it."""
    spans, at = [], 0
    while at < len(text):
        ends = [
            at + len(form)
            for form in forms
            if form and text.startswith(form, at) and not is_within(text, at)
        ]
        end = max((end for end in ends if not is_within(text, end)), default=0)
        if end:
            spans.append((at, end))
        at = end or at + 1
    return spans


SIGNS = "ab -'’s.é中文"


@st.composite
def texts_with_forms(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text, and forms of which most are stretches of it."""
    text = draw(st.text(SIGNS, max_size=24))
    at = st.integers(0, len(text))
    stretches = st.tuples(at, at).map(lambda ends: text[min(ends) : max(ends)])
    forms = draw(st.lists(st.one_of(stretches, st.text(SIGNS, max_size=5)), max_size=8))
    # What the end of a form is can depend on what follows, if that is a hyphen or an apostrophe.
    return text, [form for form in forms if form.rstrip("-'’") == form != ""]


@settings(max_examples=300)
@given(texts_with_forms())
@example(("a-b a", ["a", "a-b"]))
@example(("a's a's-b", ["a", "s"]))
@example(("a--b", ["a", "b", "-"]))
@example(("中文a", ["文", "a"]))
@example(("a b a", ["a", "a b"]))
def test_the_tree_of_forms_finds_what_a_look_at_every_place_does(
    drawn: tuple[str, list[str]],
) -> None:
    """Longest first, none over another, none within a word."""
    text, forms = drawn
    occurrences = list(Forms((form, form) for form in forms).find("p1", text))
    spans = [(one.span.start, one.span.end) for one in occurrences]
    assert spans == by_looking_everywhere(text, forms)
    assert [text[start:end] for start, end in spans] == [one.term for one in occurrences]


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(ANY)
@example("e\u0301\u0302-\u0301's\u200d")
def test_the_parts_of_a_text_are_the_text(text: str) -> None:
    assert "".join(parts(text)) == text
    assert all(parts(text))


@given(ANY, st.integers(0, 40), st.integers(0, 40))
def test_a_stretch_of_whole_parts_is_found_in_its_text(text: str, one: int, other: int) -> None:
    cut = parts(text)
    form = "".join(cut[min(one, other) : max(one, other)])
    if form and parts(form) == cut[min(one, other) : max(one, other)]:
        spans = [found.span for found in Forms([(form, "a")]).find("p1", text)]
        assert spans != []
        assert {text[span.start : span.end] for span in spans} == {form}
        assert all(before.end <= after.start for before, after in pairwise(spans))


# ---- The first of each


def at(start: int, end: int, term: str) -> Occurrence:
    return Occurrence(Span("p1", start, end), term)


A, B, A2, B2 = at(0, 2, "a"), at(3, 5, "b"), at(6, 8, "a"), at(9, 12, "b")
FIRST: dict[str, tuple[list[tuple[int, int]], list[Occurrence]]] = {
    "nothing taken": ([], [A, B]),
    "all taken": ([(0, 12)], []),
    "the first taken": ([(0, 2)], [B, A2]),
    "two taken": ([(0, 2), (3, 5)], [A2, B2]),
    "one taken in part, at its start": ([(2, 4)], [A, B2]),
    "one taken in part, at its end": ([(4, 6)], [A, B2]),
    "one taken within": ([(10, 11)], [A, B]),
    "one around what is taken": ([(4, 5), (10, 11)], [A]),
    "a stretch that touches": ([(2, 3), (5, 6)], [A, B]),
    "stretches after all": ([(12, 20), (30, 40)], [A, B]),
    "an empty stretch": ([(1, 1)], [B, A2]),
}


@pytest.mark.parametrize(("taken", "expected"), FIRST.values(), ids=FIRST)
def test_the_first_of_each_that_is_clear_of_links_is_kept(
    taken: list[tuple[int, int]], expected: list[Occurrence]
) -> None:
    assert list(first_of_each([A, B, A2, B2], taken)) == expected


def test_of_nothing_there_is_no_first() -> None:
    assert first_of_each([], [(0, 5)]) == ()
