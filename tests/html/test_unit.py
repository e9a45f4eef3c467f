"""One renderer draws a unit: its words, its number, its citations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from edition.core.citation import Citation
from edition.core.inline import Run
from edition.core.occurrence import Occurrence
from edition.core.span import Span
from edition.core.unit import PrintedNumber, Role, Unit
from edition.html.marks import NoteMarks
from edition.html.term_link import mark_terms
from edition.html.unit import draw_unit
from edition.html.words import Insert, Wrap
from tests.core.editions import FIRST, P1, P2, SECOND, THIRD, cite, unit
from tests.core.termed import TERMED
from tests.trees import Tree, fragment

PAGE = "text/01-wall/"


def draw(unit: Unit, *citations: Citation, heading: int = 2) -> Tree:
    numbers = {citation.footnote: n for n, citation in enumerate(citations, 1)}
    markers = {citation: f"fnref-{n}" for n, citation in enumerate(citations, 1)}
    return fragment(draw_unit(unit, PAGE, citations, numbers, markers, heading))


ELEMENTS = {
    Role.TITLE: ("h2", "title"),
    Role.AUTHOR: ("p", "author"),
    Role.DATE: ("p", "date"),
    Role.RIGHTS: ("p", "copyright"),
    Role.HEADING: ("h3", "heading"),
    Role.ABSTRACT: ("p", "abstract"),
    Role.KEYWORDS: ("p", "keyword"),
    Role.REFERENCE: ("li", "printed-reference"),
}


def test_every_role_is_drawn() -> None:
    assert {*ELEMENTS, Role.PARAGRAPH} == set(Role)


@pytest.mark.parametrize(("role", "element"), ELEMENTS.items(), ids=lambda value: str(value))
def test_the_role_of_a_unit_decides_its_element(role: Role, element: tuple[str, str]) -> None:
    name, class_ = element
    assert draw(unit("x-1", role, "A <b> & c")) == fragment(
        f'<{name} class="{class_}" id="x-1" data-unit="x-1">A &lt;b&gt; &amp; c</{name}>'
    )


def test_headings_follow_the_level_of_the_title() -> None:
    assert draw(unit("title", Role.TITLE, "A"), heading=1).find("h1")
    assert draw(unit("h-a", Role.HEADING, "A"), heading=1).find("h2")


def test_a_paragraph_has_its_number_outside_its_words() -> None:
    paragraph = draw(unit("p7", Role.PARAGRAPH, "A.")).find("p")[0]
    (number,) = paragraph.find("a")
    assert paragraph.children == (number, "A.")
    assert number.words == "7"
    assert number.attributes["href"] == "#p7"
    assert number.attributes["aria-label"] == "Paragraph 7"
    assert "data-edition" in number.attributes


def test_printed_numbers_stand_outside_the_words_of_a_reference() -> None:
    text = "Yau, from https://example.org"
    drawn = draw(
        Unit("r27", Role.REFERENCE, text, (Run(text),), (1,),
             printed_numbers=(PrintedNumber(0, 27), PrintedNumber(10, 28)))
    )  # fmt: skip
    item = drawn.find("li")[0]
    assert [number.words for number in item.find(class_="printed-number")] == ["27.", "28."]
    assert item.words == "27. Yau, from 28. https://example.org"
    assert " ".join(item.without("data-edition").words.split()) == text


def test_citations_are_linked_and_their_markers_stand_after_the_link() -> None:
    drawn = draw(P1, FIRST, SECOND)
    paragraph = drawn.find("p")[0]
    assert [link.words for link in paragraph.find("a", class_="citation")] == ["(Quill, 2016)"] * 2
    assert [link.attributes["href"] for link in paragraph.find("a", class_="citation")] == [
        "../../bibliography/#quill2016"
    ] * 2
    markers = paragraph.find("sup", class_="marker", data_edition="")
    assert [marker.words for marker in markers] == ["1", "2"]
    assert [marker.find("a")[0].attributes["href"] for marker in markers] == [
        "#fn-quill2016",
        "#fn-quill2016--p-12",
    ]
    assert paragraph.without("data-edition").words == P1.text
    elements = [child for child in paragraph.children if isinstance(child, Tree)]
    classes = [element.attributes["class"] for element in elements]
    assert classes == ["number", "citation", "marker", "citation", "marker"]


def test_a_citation_without_a_footnote_number_is_a_link_without_a_marker() -> None:
    drawn = fragment(draw_unit(P2, PAGE, [THIRD]))
    assert len(drawn.find("a", class_="citation")) == 1
    assert drawn.find("sup") == []


TWO_IN_ONE = {
    "two works in one parenthesis": (
        "As said (Nye, 2004; Nye, 2011), so.",
        [("nye2004", "), so"), ("nye2011", "), so")],
    ),
    "a parenthesis inside another": (
        "As said (see (Nye, 2004) and others, 2011), so.",
        [("nye2004", ") and"), ("nye2011", "), so")],
    ),
}


@pytest.mark.parametrize(("text", "cited"), TWO_IN_ONE.values(), ids=TWO_IN_ONE)
def test_no_link_is_left_open_or_stands_in_another(text: str, cited: list[tuple[str, str]]) -> None:
    """Both citations keep their marker, and the words after them are in no link."""
    citations = [cite(key, "p1", text.index(after) + 1) for key, after in cited]
    drawn = fragment(
        draw_unit(
            unit("p1", Role.PARAGRAPH, text),
            PAGE,
            citations,
            {citation.footnote: n for n, citation in enumerate(citations, 1)},
            {citation: f"fnref-{citation.key}" for citation in citations},
        )
    )
    markers = drawn.find("sup", class_="marker")
    assert [marker.words for marker in markers] == ["1", "2"]
    assert drawn.without("data-edition").words == text
    for anchor in drawn.find("a"):
        assert anchor.find("a") == [anchor]
    for link in drawn.find("a", class_="citation"):
        assert link.find("sup") == []
        assert "so" not in link.words


MANY = {
    "side by side": ("(a, 1)(b, 2) and (c, 3)", ["(a, 1)", "(b, 2)", "(c, 3)"]),
    "one in another, the outer cited alone": (
        "see (a (b, 2), 1) and (c, 3)",
        ["(a (b, 2), 1)", "(c, 3)"],
    ),
}


@pytest.mark.parametrize(("text", "linked"), MANY.values(), ids=MANY)
def test_every_citation_of_a_paragraph_is_linked(text: str, linked: list[str]) -> None:
    citations = [cite("quill2016", "p1", text.index(words) + len(words)) for words in linked]
    drawn = draw(unit("p1", Role.PARAGRAPH, text), *citations)
    assert [link.words for link in drawn.find("a", class_="citation")] == linked


def test_notes_are_marked_as_they_are_given_and_their_markers_follow_a_footnote_s() -> None:
    """Where both stand at one place, the article's own comes first."""
    mark = Wrap(24, 29, Markup('<mark data-notes="a">'), Markup("</mark>"))
    marker = Insert(FIRST.offset, Markup('<sup class="note-marker" data-edition>a</sup>'))
    numbers, markers = {FIRST.footnote: 1}, {FIRST: "fnref-1"}
    marks = NoteMarks((mark,), (marker,))
    drawn = fragment(draw_unit(P1, PAGE, [FIRST], numbers, markers, marks=marks))
    assert [mark.words for mark in drawn.find("mark")] == [P1.text[24:29]]
    assert [sup.words for sup in drawn.find("sup")] == ["1", "a"]
    assert drawn.without("data-edition").words == P1.text


def test_terms_are_links_around_the_words_and_nothing_of_the_edition() -> None:
    terms = mark_terms(TERMED.marked_terms["p1"])
    drawn = fragment(draw_unit(P1, PAGE, [FIRST, SECOND], terms=terms))
    links = drawn.find("a", class_="term")
    assert [(link.words, link.attributes["href"]) for link in links] == [
        ("sea", "#term-sea"),
        ("wrote on it", "#term-wrote-on"),
    ]
    assert [set(link.attributes) for link in links] == [{"class", "href"}] * 2
    assert drawn.without("data-edition").words == P1.text
    for anchor in drawn.find("a"):
        assert anchor.find("a") == [anchor]


def test_marks_lie_in_a_term_s_link_and_are_cut_at_its_ends() -> None:
    """So a mark over the end of a link closes before it, and opens again after it."""
    start = P1.text.index("wrote")
    mark = Wrap(start + 6, start + 14, Markup('<mark data-notes="a">'), Markup("</mark>"))
    marker = Insert(start + 8, Markup('<sup class="note-marker" data-edition>a</sup>'))
    terms = mark_terms(TERMED.marked_terms["p1"])
    drawn = fragment(draw_unit(P1, PAGE, marks=NoteMarks((mark,), (marker,)), terms=terms))
    (link,) = drawn.find("a", href="#term-wrote-on")
    assert link.words == "wrote on it"
    assert [found.words for found in link.find("mark")] == ["on it"]
    assert [found.words for found in drawn.find("mark")] == [
        "on it",
        P1.text[start + 11 : start + 14],
    ]
    assert link.find("sup") == []  # a marker due in a link comes after it
    (paragraph,) = drawn.find("p")
    after = paragraph.children[paragraph.children.index(link) + 1]
    assert isinstance(after, Tree)
    assert after.name == "sup"
    assert drawn.without("data-edition").words == P1.text


TERM_SPANS = st.lists(st.tuples(st.integers(0, 58), st.integers(1, 12)), max_size=4)


@given(TERM_SPANS)
def test_whatever_is_marked_the_words_are_the_article_s(spans: list[tuple[int, int]]) -> None:
    """Occurrences as the edition chooses them: in order, none over another or over a citation."""
    occurrences = []
    taken = [*((s, s + 13) for s in (20, 45)), (len(P1.text), 99)]
    at = 0
    for start, length in sorted(spans):
        end = start + length
        if start >= at and all(end <= low or high <= start for low, high in taken):
            occurrences.append(Occurrence(Span("p1", start, end), f"t{start}"))
            at = end
    assert [P1.text[low:high] for low, high in taken[:2]] == ["(Quill, 2016)"] * 2
    numbers = {FIRST.footnote: 1, SECOND.footnote: 2}
    markers = {FIRST: "fnref-1", SECOND: "fnref-2"}
    drawn = fragment(
        draw_unit(P1, PAGE, [FIRST, SECOND], numbers, markers, terms=mark_terms(occurrences))
    )
    assert drawn.without("data-edition").words == P1.text
    assert [link.words for link in drawn.find("a", class_="term")] == [
        P1.text[one.span.start : one.span.end] for one in occurrences
    ]
    assert len(drawn.find("a", class_="citation")) == 2
    for anchor in drawn.find("a"):
        assert anchor.find("a") == [anchor]
