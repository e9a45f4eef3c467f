"""An entry opens with one plain sentence, which stands alone where the entry is previewed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import Body, Paragraph, Text, plain_words
from edition.core.opening import Opening, opening
from edition.sources.body import read_body


def parted(source: str) -> tuple[str, str]:
    body, problems = read_body(source, "docs/glossary/a.md")
    assert problems == ()
    found = opening(body)
    return found.sentence, found.rest


PARTED: dict[str, tuple[str, str, str]] = {
    "one sentence": ("A list of tides.", "A list of tides.", ""),
    "two": ("A list of tides. It is new.", "A list of tides.", "It is new."),
    "two paragraphs": ("A list.\n\nIt is.\n\nIt was.", "A list.", "It is.\nIt was."),
    "a sentence over lines": ("A list\nof tides. It\nis new.", "A list of tides.", "It is new."),
    "a sentence that no stop ends": ("A list of tides", "A list of tides", ""),
    "no stop before a paragraph ends": ("A list\n\nIt is new.", "A list", "It is new."),
    "a question": ("What is a tide? Water.", "What is a tide?", "Water."),
    "a call": ("A tide! Water.", "A tide!", "Water."),
    "a citation at its end": ("A list [@quill2016]. It is new.", "A list.", "It is new."),
    "a citation after its end": ("A list. [@quill2016] It is new.", "A list.", "It is new."),
    "emphasis": ("A *list*. **It** is new.", "A list.", "It is new."),
    "a quotation mark after the stop": ("“A list.” It is new.", "“A list.”", "It is new."),
    "a parenthesis after the stop": ("A list (of tides.) It is.", "A list (of tides.)", "It is."),
    "a quotation mark before the next": ("A list. “Tide” is old.", "A list.", "“Tide” is old."),
    "a number before the next": ("A list. 12 are known.", "A list.", "12 are known."),
    "words in another script": ("A list. [潮汐]{lang=zh-Hans} is old.", "A list.", "潮汐 is old."),
    "a dash before the next": ("A list. – It is new.", "A list.", "– It is new."),
    "an initial": ("Ada B. Quill wrote it. She is old.", "Ada B. Quill wrote it.", "She is old."),
    "initials": ("The U.S. Navy is a navy. It sails.", "The U.S. Navy is a navy.", "It sails."),
    "a Latin abbreviation": ("A list, e.g. Quill’s. It is.", "A list, e.g. Quill’s.", "It is."),
    "an abbreviation in a parenthesis": ("A man (cf. Quill). He is.", "A man (cf. Quill).",
                                         "He is."),
    "a title": ("It is by Dr. Quill. It is.", "It is by Dr. Quill.", "It is."),
    "a saint": ("A town near St. Malo. It is.", "A town near St. Malo.", "It is."),
    "a number's sign": ("It is No. 5. It is.", "It is No. 5.", "It is."),
    "a decimal": ("It is 7.5 metres high. It is.", "It is 7.5 metres high.", "It is."),
    "a stop before a small letter": ("A list of etc. and so on. It is.",
                                     "A list of etc. and so on.", "It is."),
    "an ellipsis within": ("A list ... of tides. It is.", "A list ... of tides.", "It is."),
    "a list first": ("- A list.\n- It is.", "A list.", "It is."),
    "a citation first": ("[@quill2016]\n\nA list. It is.", "A list.", "It is."),
    "a citation alone": ("[@quill2016]", "", ""),
    "nothing": ("", "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("source", "sentence", "rest"), PARTED.values(), ids=PARTED)
def test_a_body_is_parted_after_its_first_sentence(source: str, sentence: str, rest: str) -> None:
    assert parted(source) == (sentence, rest)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", 0),
        ("A list.", 2),
        ("A list – of tides – is new.", 6),
        ("A low-tide mark, 7.5 m high.", 6),
        ("潮汐表 is its name.", 4),
        ("“ … ”", 0),
    ],
)
def test_its_words_are_counted_as_a_person_does(sentence: str, words: int) -> None:
    assert Opening(sentence, "").words == words


@given(
    st.lists(st.text("ab AB.?!”( ,\n", max_size=30), max_size=3).map(
        lambda texts: Body(tuple(Paragraph((Text(text),)) for text in texts))
    )
)
def test_nothing_is_lost_and_nothing_added(body: Body) -> None:
    found = opening(body)
    assert f"{found.sentence} {found.rest}".split() == plain_words(body).split()
    assert "\n" not in found.sentence
