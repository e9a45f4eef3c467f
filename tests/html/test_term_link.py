"""Words that name a term lead to it: in the text on their page, elsewhere to its list."""

import pytest

from edition.core.body import TermLink
from edition.core.occurrence import Occurrence
from edition.core.problem import Place
from edition.core.span import Span
from edition.html.term_link import draw_term, mark_terms, term_anchor
from edition.html.words import draw_words
from tests.core.editions import P1
from tests.core.termed import TERMED
from tests.trees import fragment

PLACE = Place("docs/notes/a.md", 9)


def test_marked_words_lead_to_the_term_s_element_on_the_page() -> None:
    marked = mark_terms(TERMED.marked_terms["p1"])
    assert fragment(draw_words(P1.runs, marked)) == fragment(
        'The <a class="term" href="#term-sea">sea</a> <a class="term" href="#term-wrote-on">wrote'
        " on it</a> (Quill, 2016), and again (Quill, 2016)."
    )


def test_nothing_marked_is_nothing_drawn() -> None:
    assert mark_terms([]) == []


def test_each_word_of_several_leads_to_its_own() -> None:
    occurrences = [Occurrence(Span("p1", 0, 3), "a"), Occurrence(Span("p1", 3, 4), "b")]
    assert [(wrap.start, wrap.end) for wrap in mark_terms(occurrences)] == [(0, 3), (3, 4)]
    assert fragment(draw_words(P1.runs, mark_terms(occurrences))).words == P1.text


def test_the_element_of_a_term_has_an_id_that_no_unit_has() -> None:
    ids = {term_anchor(term.id) for term in TERMED.terms}
    assert ids == {"term-writing", "term-wrote-on", "term-nobody", "term-sea"}
    assert ids.isdisjoint(TERMED.unit_by_id)


LINKS: dict[str, tuple[str, str, str]] = {
    "a name": (
        "notes/",
        "writing & reading",
        '<a class="xref" href="../glossary/#writing">writing &amp; reading</a>',
    ),
    "an id": ("notes/", "sea", '<a class="xref" href="../places/#sea">sea</a>'),
    "other capitals": ("notes/", "NOBODY", '<a class="xref" href="../people/#nobody">NOBODY</a>'),
    "other marks": (
        "notes/",
        '"Writing on"',
        '<a class="xref" href="../glossary/#wrote-on">"Writing on"</a>',
    ),
    "in the text": (
        "text/01-wall/",
        "North Sea",
        '<a class="xref" href="../../places/#sea">North Sea</a>',
    ),
    "in its own list": ("places/", "sea", '<a class="xref" href="#sea">sea</a>'),
    "what is not there": ("notes/", "<b>tides</b> & co", "&lt;b>tides&lt;/b> &amp; co"),
}


@pytest.mark.parametrize(("page", "words", "html"), LINKS.values(), ids=LINKS)
def test_words_in_brackets_lead_to_the_list_that_has_the_entry(
    page: str, words: str, html: str
) -> None:
    assert fragment(draw_term(TERMED, page, TermLink(words, PLACE))) == fragment(html)
