"""Sentences are proposed as a reader would count them; an eye has the last word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.sentence import split_sentences

SPLIT: dict[str, list[str]] = {
    "one": ["The sea wrote on it."],
    "two": ["It is late.", "It is short."],
    "without a stop": ["It is late"],
    "marks of other kinds": ["Is it late?", "It is!", "So it is."],
    "an initial": ["So wrote Joseph S. Nye, who began it.", "Others followed."],
    "no date": ['The dictionary ("low water," n.d.) says so.', "Others do not."],
    "no date before a capital": ["See Quill (n.d.).", "It stands there."],
    "pages": ["See Quill (2016, p. 12).", "It stands there."],
    "for example": ["Boats, e.g. Barges, lie there.", "So they do."],
    "a citation before the stop": ["It stood (Quill, 2016).", "It fell."],
    "a citation behind the stop": ["It stood. (Quill, 2016)", "It fell."],
    "a citation between two stops": ["It stood. (Quill, 2016).", "It fell."],
    "a citation close behind the stop": ["It stood.(Quill, 2016).", "It fell."],
    "a stop within a citation": ["It stood (It fell. It rose, 2016), they say.", "So it did."],
    "quotation marks behind the stop": ['They call it "the tide."', "Nobody asks."],
    "quotation marks before the stop": ['They call it "the tide".', '"Why?" asks nobody.'],
    "curly marks": ["They call it “the tide.”", "“Nobody” asks."],
    "a number": ["It costs 70.2 billion.", "In 2023 it cost more."],
    "a number opens": ["It was late.", "2023 was later."],
    "a small letter follows": ["It is ca. two feet. or so."],
    "a colon": ["These are: one, two.", "Three is none."],
    "an ellipsis": ["It rose... and fell.", "So it did."],
    "another script": ["Море шумит.", "It does."],
}


@pytest.mark.parametrize("sentences", SPLIT.values(), ids=SPLIT)
def test_a_paragraph_is_split_into_its_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@given(st.text(alphabet="Aab .!?()\"'”12\u00a0", max_size=60))
def test_nothing_of_a_paragraph_is_lost_or_doubled(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_space_that_is_lacking_is_no_matter() -> None:
    assert list(split_sentences("It fell.So it did.")) == [(0, 8), (8, 18)]
