"""Typography folds away, one kind at a time, and every place is found again."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.folding import Folded, differing_kinds, fold, only_typography

KINDS = {
    "an apostrophe": ("Nye's", "Nye’s", ("quotation marks",)),
    "double marks": ('"soft"', "“soft”", ("quotation marks",)),
    "single for double": ("'soft'", "“soft”", ("quotation marks",)),
    "angle marks": ("«soft»", "“soft”", ("quotation marks",)),
    "a dash": ("a – b", "a — b", ("dashes",)),
    "a hyphen that does not break": ("co\u2011opt", "co-opt", ("dashes",)),
    "a minus": ("−4", "-4", ("dashes",)),
    "dots": ("and so on…", "and so on...", ("dots",)),
    "a ligature": ("ﬁnance", "finance", ("ligatures",)),
    "a soft hyphen": ("infra\u00adstructure", "infrastructure", ("invisible characters",)),
    "a space of no width": ("soft\u200bpower", "softpower", ("invisible characters",)),
    "a mark of direction": ("שלום\u200f", "שלום", ("invisible characters",)),
    "the form of an emoji": ("❤\ufe0f", "❤", ("invisible characters",)),
    "an accent": ("emigre", "émigré", ("accents or their encoding",)),
    "the encoding of an accent": ("e\u0301", "é", ("accents or their encoding",)),
    "Hebrew points": ("שָׁלוֹם", "שלום", ("accents or their encoding",)),
    "capitals": ("SOFT power", "soft power", ("capitals",)),
    "a sharp s": ("STRASSE", "Straße", ("capitals",)),
    "a dotted capital": ("İstanbul", "istanbul", ("accents or their encoding", "capitals")),
    "two kinds": ("Nye’s", "nye's", ("quotation marks", "capitals")),
    "a ligature and capitals": ("FINANCE", "ﬁnance", ("capitals",)),
}
DIFFERENT = {
    "the same": ("soft power", "soft power"),
    "a letter": ("soft power", "soft tower"),
    "a letter and a capital": ("Soft power", "soft tower"),
    "a space": ("softpower", "soft power"),
    "a mark more": ("soft”", "soft"),
    "two dashes for one": ("a--b", "a–b"),
    "another alphabet": ("сoft", "soft"),
    "a digit raised": ("m2", "m²"),
    "nothing": ("", "soft"),
}


@pytest.mark.parametrize(("one", "other", "kinds"), KINDS.values(), ids=KINDS)
def test_texts_that_differ_in_typography_only(one: str, other: str, kinds: tuple[str, ...]) -> None:
    assert differing_kinds(one, other) == differing_kinds(other, one) == kinds


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_texts_that_differ_otherwise_or_not_at_all(one: str, other: str) -> None:
    assert differing_kinds(one, other) == differing_kinds(other, one) == ()
    assert only_typography(one, other) == ""


SAID = {
    "a mark": (
        "Nye’s “soft power”",
        "Nye's “soft power”",
        "only quotation marks differ: the text has ' where the quote has ’",
    ),
    "a dash": ("a - b", "a – b", "only dashes differ: the text has – where the quote has -"),
    "capitals": ("Soft", "soft", "only capitals differ"),
    "accents": ("cafe", "café", "only accents or their encoding differ"),
    "two kinds": ("“Soft”", '"soft"', "only quotation marks and capitals differ"),
}


@pytest.mark.parametrize(("wanted", "given", "said"), SAID.values(), ids=SAID)
def test_it_is_said_which_text_has_what(wanted: str, given: str, said: str) -> None:
    assert only_typography(wanted, given) == said


ATOMS = [
    "a",
    "B",
    " ",
    "é",
    "e\u0301",
    "ß",
    "ﬃ",
    "…",
    "’",
    "—",
    "\u200b",
    "力",
    "한",
    "👩\u200d👧",
    "שָ",
]
texts = st.lists(st.sampled_from(ATOMS), max_size=40).map("".join)


@given(texts, texts)
def test_a_text_folds_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(one) == "".join(map(fold, one))


@given(st.text())
def test_the_encoding_of_accents_never_matters(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(fold(text)) == fold(text)


@given(texts.map(lambda text: text * 30), st.data())
def test_what_was_folded_is_found_again(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert folded.blocks.text == fold(text)
    assert folded.offset(start) == len(fold(text[:start]))
    stretch = folded.offset(start), folded.offset(end)
    if stretch[0] < stretch[1]:
        first, last = folded.origin(*stretch)
        assert fold(text[first:last]) == fold(text[start:end])
        assert last == len(text) or fold(text[last])
