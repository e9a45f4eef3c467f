"""A body is a tree: everything in it can be walked, cited works found, its words read alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.body import (
    Block,
    Body,
    Cited,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    TermLink,
    Text,
    cited,
    cited_keys,
    plain_words,
    term_links,
    walk,
)
from edition.core.problem import Place

PLACE = Place("docs/notes/a.md", 9)
QUILL = Cited("quill2016", "p. 12", PLACE)
TEALE = Cited("teale2020", "", PLACE)
HARBOUR = TermLink("harbour", PLACE)


def paragraph(*content: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content))


def test_a_body_without_blocks_is_empty() -> None:
    assert not Body()
    assert Body((paragraph("a"),))


WALKED: dict[str, tuple[Block, list[Block | Inline]]] = {
    "words": (paragraph("a"), [paragraph("a"), Text("a")]),
    "code": (Code("a"), [Code("a")]),
    "marks in marks": (
        Paragraph((Emphasis((Link("https://a", (Foreign("fr", (Text("a"),)),)),)),)),
        [
            Paragraph((Emphasis((Link("https://a", (Foreign("fr", (Text("a"),)),)),)),)),
            Emphasis((Link("https://a", (Foreign("fr", (Text("a"),)),)),)),
            Link("https://a", (Foreign("fr", (Text("a"),)),)),
            Foreign("fr", (Text("a"),)),
            Text("a"),
        ],
    ),
    "a list in a quotation": (
        Quotation((Items(((paragraph("a"),), (paragraph("b"), Code("c")))),)),
        [
            Quotation((Items(((paragraph("a"),), (paragraph("b"), Code("c")))),)),
            Items(((paragraph("a"),), (paragraph("b"), Code("c")))),
            paragraph("a"), Text("a"), paragraph("b"), Text("b"), Code("c"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("block", "parts"), WALKED.values(), ids=WALKED)
def test_every_part_is_walked_once_before_what_it_holds(
    block: Block, parts: list[Block | Inline]
) -> None:
    assert list(walk(Body((block,)))) == parts


HOLDING = {
    "in words": paragraph("See ", QUILL, " and ", HARBOUR, ".", TEALE),
    "in marks": Paragraph((Emphasis((QUILL, Foreign("fr", (HARBOUR,)))), Link("", (TEALE,)))),
    "in a list": Items(((paragraph(QUILL),), (paragraph(HARBOUR), Quotation((paragraph(TEALE),))))),
    "in a quotation": Quotation((paragraph(QUILL), paragraph(HARBOUR, TEALE))),
}


@pytest.mark.parametrize("block", HOLDING.values(), ids=HOLDING)
def test_citations_and_terms_are_found_wherever_they_stand_in_order(block: Block) -> None:
    body = Body((Code("[@nobody]"), block, paragraph("[@nobody] [[nothing]]")))
    assert cited(body) == (QUILL, TEALE)
    assert term_links(body) == (HARBOUR,)


def test_a_work_that_is_cited_twice_is_found_twice() -> None:
    assert cited(Body((paragraph(TEALE, QUILL, TEALE),))) == (TEALE, QUILL, TEALE)


def test_the_keys_of_what_is_cited_come_once_each_in_order() -> None:
    assert cited_keys(Body((paragraph(TEALE, QUILL), paragraph(TEALE)))) == (
        "teale2020",
        "quill2016",
    )
    assert cited_keys(Body()) == ()


PLAIN = {
    "nothing": (Body(), ""),
    "words": (Body((paragraph("a b"),)), "a b"),
    "paragraphs": (Body((paragraph("a"), paragraph("b"))), "a\nb"),
    "lines that a writer broke": (Body((paragraph("a\nb", LineBreak(), "c"),)), "a b c"),
    "marks": (
        Body((paragraph(Emphasis((Link("", (Text("a"),)),)), Foreign("fr", (Text("b"),))),)),
        "ab",
    ),
    "code": (Body((paragraph("a ", Code("b_c")), Code("d\n  e\n"))), "a b_c\nd e"),
    "a term": (Body((paragraph("the ", HARBOUR),)), "the harbour"),
    "a citation": (Body((paragraph("It is said ", QUILL),)), "It is said"),
    "a citation before a stop": (Body((paragraph("in Xi’an ", QUILL, ". It"),)), "in Xi’an. It"),
    "a citation before a comma": (Body((paragraph("a ", QUILL, ", b"),)), "a, b"),
    "a citation before another mark": (
        Body(tuple(paragraph("a ", QUILL, mark) for mark in (";", ":", "!", "?", "…", ")", "”"))),
        "a;\na:\na!\na?\na…\na)\na”",
    ),
    "citations before a stop": (Body((paragraph("a ", QUILL, " ", TEALE, "."),)), "a."),
    "a citation on a line of its own before a stop": (Body((paragraph("a\n", QUILL, "."),)), "a."),
    "a citation in marks before a stop": (
        Body((paragraph(Emphasis((Text("a "), QUILL)), "."),)), "a.",
    ),
    "a citation before words": (Body((paragraph("a ", QUILL, " b."),)), "a b."),
    "a citation before an opening mark": (Body((paragraph("a ", QUILL, " (b)."),)), "a (b)."),
    "a citation before a spaced mark": (Body((paragraph("a ", QUILL, " – b"),)), "a – b"),
    "a citation first": (Body((paragraph(QUILL, " b."),)), "b."),
    "a citation after a stop": (Body((paragraph("a. ", QUILL, " B."),)), "a. B."),
    "a space before a stop that is the writer’s own": (Body((paragraph("a .", QUILL),)), "a ."),
    "a citation alone": (Body((paragraph("a"), paragraph(QUILL), paragraph("b"))), "a\nb"),
    "a list": (
        Body((Items(((paragraph("a"),), (paragraph("b"), Items(((paragraph("c"),),), 4)))),)),
        "a\nb\nc",
    ),
    "a quotation": (Body((Quotation((paragraph("a"), paragraph("b"))),)), "a\nb"),
    "signs": (Body((paragraph("<b> & \"c\""),)), "<b> & \"c\""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), PLAIN.values(), ids=PLAIN)
def test_the_words_of_a_body_stand_alone_a_paragraph_a_line(body: Body, words: str) -> None:
    assert plain_words(body) == words


leaves = st.one_of(
    st.builds(Text, st.text(st.sampled_from("ab \n<&"), max_size=6)),
    st.builds(Code, st.text(st.sampled_from("ab "), max_size=6)),
    st.just(LineBreak()),
    st.sampled_from([QUILL, TEALE, HARBOUR]),
)
contents = st.recursive(
    st.tuples(leaves),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        inner.map(lambda content: (Emphasis(content),)),
        inner.map(lambda content: (Foreign("fr", content),)),
        inner.map(lambda content: (Link("https://example.org", content),)),
    ),
    max_leaves=8,
)
blocks = st.recursive(
    contents.map(Paragraph),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(Quotation),
        st.tuples(st.tuples(inner), st.tuples(inner)).map(Items),
    ),
    max_leaves=4,
)


@given(st.lists(blocks, max_size=3).map(lambda found: Body(tuple(found))))
def test_plain_words_have_the_words_of_every_part_and_no_empty_line(body: Body) -> None:
    words = plain_words(body)
    assert all(line and line == " ".join(line.split()) for line in words.split("\n") if words)
    spoken = [
        part.words if isinstance(part, TermLink) else part.text
        for part in walk(body)
        if isinstance(part, Text | Code | TermLink)
    ]
    assert "".join(words.split()) == "".join("".join(spoken).split())
