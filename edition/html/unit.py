"""One unit of the work as HTML: the one renderer for chapters, plain view and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from edition.core.addresses import reference_address
from edition.core.citation import Citation, parenthesis_before
from edition.core.sentence import Sentence
from edition.core.unit import Role, Unit
from edition.html.footnote import footnote_anchor
from edition.html.link import relative_link
from edition.html.marks import NO_MARKS, NoteMarks
from edition.html.words import LINK_ENDS, Insert, Wrap, draw_words

# Plain text, filled with identifiers and numbers, which need no escaping, and with escaped links:
# Markup.format costs ten times as much, and every paragraph and citation passes through here.
_NUMBER = '<a class="number" data-edition href="#{0}" aria-label="Paragraph {1}">{1}</a>'
_SENTENCE = '<span id="{}" data-edition></span>'
_PRINTED = '<span class="printed-number" data-edition>{}.</span> '
_CITATION = '<a class="citation" href="{}">'
_MARKER = (
    '<sup class="marker" data-edition>'
    '<a role="doc-noteref" id="{0}" href="#{1}"'
    ' aria-label="Footnote {2}">{2}</a></sup>'
)
_UNIT = '<{0} class="{1}" id="{2}" data-unit="{2}">{3}</{0}>'
_ELEMENTS = {
    Role.AUTHOR: ("p", "author"),
    Role.DATE: ("p", "date"),
    Role.RIGHTS: ("p", "copyright"),
    Role.ABSTRACT: ("p", "abstract"),
    Role.KEYWORDS: ("p", "keyword"),
    Role.PARAGRAPH: ("p", "paragraph"),
    Role.REFERENCE: ("li", "printed-reference"),
}


def draw_unit(
    unit: Unit,
    page: str,
    citations: Sequence[Citation] = (),
    numbers: Mapping[str, int] | None = None,
    markers: Mapping[Citation, str] | None = None,
    heading: int = 2,
    marks: NoteMarks = NO_MARKS,
    terms: Sequence[Wrap] = (),
    sentences: Sequence[Sentence] = (),
) -> Markup:
    """Draw one unit with its number, its citations' links, its footnotes' and its notes' markers.

    `page` is the address of the page; `numbers` the footnotes' numbers by name; `markers` the ids
    of their markers; `heading` the level at which the work's own title stands on this page; `terms`
    are links clear of the citations'; `sentences` are the unit's. All that is not the article's
    carries `data-edition`.
    """
    numbers, markers = numbers or {}, markers or {}
    links: list[Wrap] = []
    inserts = [
        Insert(sentence.start, Markup(_SENTENCE.format(sentence.id))) for sentence in sentences
    ]
    if unit.role is Role.PARAGRAPH:
        inserts.append(Insert(0, Markup(_NUMBER.format(unit.id, unit.number))))
    for printed in unit.printed_numbers:
        inserts.append(Insert(printed.offset, Markup(_PRINTED.format(printed.number))))
    for citation in citations:
        span = parenthesis_before(unit.text, citation.offset)
        # Citations come in order, so a parenthesis can only meet the one linked last.
        if span is not None and (not links or links[-1].end <= span[0]):
            link = relative_link(page, reference_address(citation.key))
            links.append(Wrap(*span, Markup(_CITATION.format(escape(link))), LINK_ENDS))
        number = numbers.get(citation.footnote)
        if number is not None:
            anchor = footnote_anchor(citation.footnote)
            marker = _MARKER.format(markers[citation], anchor, number)
            inserts.append(Insert(citation.offset, Markup(marker)))
    inserts += marks.inserts
    words = draw_words(unit.runs, (*links, *terms), inserts, marks.wraps)
    tag, name = _element(unit, heading)
    return Markup(_UNIT.format(tag, name, unit.id, words))


def _element(unit: Unit, heading: int) -> tuple[str, str]:
    if unit.role is Role.TITLE:
        return f"h{heading}", "title"
    if unit.role is Role.HEADING:
        return f"h{heading + 1}", "heading"
    return _ELEMENTS[unit.role]
