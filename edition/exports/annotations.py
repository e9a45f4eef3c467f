"""The notes as other programs read them: a W3C AnnotationCollection of one page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any
from unicodedata import category

from markupsafe import Markup, escape

from edition.core.addresses import figure_address, note_link, reference_address, unit_address
from edition.core.body import Body, Cited, Link, Paragraph, Text
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.formatted import Formatted, plain
from edition.core.note import LEVELS, Kind, Note
from edition.core.span import Span
from edition.exports.address import address_in, remark_on_addresses
from edition.exports.plain_body import spelled_out
from edition.html.body import draw_body
from edition.html.words import draw_runs

PATH = "data/notes.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"

MOTIVATIONS: Mapping[Kind, str] = {
    # Background to the words. Not `describing`, which tells what the target itself contains.
    Kind.CONTEXT: "commenting",
    # The nearest: "for example … that requests a typo to be corrected". Nothing will be edited.
    Kind.CORRECTION: "editing",
    Kind.UPDATE: "commenting",
    # "To link to a resource related to the Target". Not `assessing`: the Recommendation defines it,
    # but its JSON-LD context lacks the word, which would be read as a relative address.
    Kind.SOURCE: "linking",
    # "To ask for assistance with a particular section of text, or question its veracity".
    Kind.QUERY: "questioning",
    Kind.QUESTION: "questioning",
}
"""Why a note was written, by the definitions of section 3.3.5; the first tag has the exact kind."""

_NEAR = 32
"""Characters of context on each side: enough to find words again that moved a little."""
_POSITIONS = (
    "Positions count code points of the text that data/edition.json, beside this file, has for the"
    " unit of the same address."
)
_Json = dict[str, Any]
_address = partial(address_in, PATH)


def export_annotations(edition: Edition, formatted: Formatted) -> dict[str, bytes]:
    """Return `data/notes.jsonld`: all notes in the order of the text.

    Web Annotation Data Model, W3C Recommendation of 23 February 2017. Identifiers are the notes'
    permanent links. While the site's address is not known they are relative, and the collection
    says so.
    """
    settings = edition.settings
    items = [_annotation(edition, formatted, note) for note in edition.notes_in_order]
    collection: _Json = {
        "@context": CONTEXT,
        "id": _address(edition, PATH),
        "type": "AnnotationCollection",
        "label": f"Notes on “{settings.work.title}”",
        "rdfs:comment": [_POSITIONS, *remark_on_addresses(PATH, edition)],
        "rights": settings.notes_licence.address,
        "total": len(items),
    }
    if items:  # a page holds one annotation or more: section 5.2
        page = _address(edition, f"{PATH}#page-1")
        collection["first"] = {
            "id": page,
            "type": "AnnotationPage",
            # The address alone would do, but the W3C's own tests read a description here.
            "partOf": {name: collection[name] for name in ("id", "label", "total")},
            "startIndex": 0,
            "items": items,
        }
        collection["last"] = page
    text = json.dumps(collection, ensure_ascii=False)
    return {PATH: f"{text}\n".encode()}


def _annotation(edition: Edition, formatted: Formatted, note: Note) -> _Json:
    """Return one note; it has no context of its own, because it stands within the collection's."""
    revised = {"modified": _instant(note.revised)} if note.revised else {}
    return {
        "id": _address(edition, note_link(note.id)),
        "type": "Annotation",
        "motivation": MOTIVATIONS[note.kind],
        "creator": _agent(note.author),
        "created": _instant(note.date),
        **revised,
        "audience": {"type": "schema:Audience", "schema:audienceType": LEVELS[note.level]},
        "rights": edition.settings.notes_licence.address,
        "body": [
            _content(edition, formatted, note),
            *(_textual(edition, "tagging", "text/plain", tag) for tag in (note.kind, *note.tags)),
        ],
        "target": _target(edition, edition.spans[note.id]),
    }


def _instant(date: str) -> str:
    """Return the first moment of a day: an `xsd:dateTime` has to have one, and UTC as `Z`."""
    return f"{date}T00:00:00Z"


def _agent(author: Contributor) -> _Json:
    """Return who wrote a note; the model knows persons, organizations and software."""
    known = {"id": f"https://orcid.org/{author.orcid}"} if author.orcid else {}
    return {**known, "type": "Organization" if author.is_group else "Person", "name": author.name}


def _target(edition: Edition, span: Span) -> _Json:
    """Return the words that a note is about, as part of their unit."""
    text = edition.unit_by_id[span.unit].text
    return {
        "type": "SpecificResource",
        "source": _address(edition, unit_address(edition, span.unit)),
        # Who searches by the address of the page would not find that of a part of it.
        "scope": _address(edition, edition.page_of_unit[span.unit].address),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[_first(text, span) : span.start],
                "suffix": text[span.end : _last(text, span)],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _first(text: str, span: Span) -> int:
    """Return where the context before a span begins: not between a letter and its mark."""
    at = max(0, span.start - _NEAR)
    while at < span.start and _is_mark(text, at):
        at += 1
    return at


def _last(text: str, span: Span) -> int:
    """Return where the context after a span ends, likewise."""
    at = min(len(text), span.end + _NEAR)
    while at > span.end and _is_mark(text, at):
        at -= 1
    return at


def _is_mark(text: str, at: int) -> bool:
    return at < len(text) and category(text[at]).startswith("M")


def _content(edition: Edition, formatted: Formatted, note: Note) -> _Json:
    """Return what a note says, drawn and as plain words; a program takes one of the two."""
    body, why = _with_figure(edition, note), MOTIVATIONS[note.kind]
    html = draw_body(body, partial(_draw_cited, edition, formatted))
    words = spelled_out(body, partial(_cited_words, formatted))
    return {
        "type": "Choice",
        "items": [
            _textual(edition, why, "text/html", html),
            _textual(edition, why, "text/plain", words),
        ],
    }


def _textual(edition: Edition, purpose: str, media_type: str, value: str) -> _Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": media_type,
        "language": edition.settings.work.language,
        "value": str(value),
    }


def _with_new_source(note: Note) -> Body:
    """Return a note's body with the source that the library lacks, as the site shows it."""
    if not note.new_source:
        return note.body
    said = Paragraph((Text(f"Source being catalogued: {note.new_source}"),))
    return Body((*note.body.blocks, said))


def _with_figure(edition: Edition, note: Note) -> Body:
    """Return the same with a line for its figure: numbers drawn are no words, and stay there."""
    body, figure = _with_new_source(note), edition.figure_by_id.get(note.figure)
    if figure is None:
        return body
    title = Link(_address(edition, figure_address(figure.id)), (Text(figure.title),))
    return Body((*body.blocks, Paragraph((Text("Figure: "), title))))


def _draw_cited(edition: Edition, formatted: Formatted, citation: Cited) -> Markup:
    """Draw a citation as the site does, with a link that holds where this file is read."""
    runs = formatted.citations.get((citation.key, citation.locator), ())
    words = draw_runs(runs) if runs else escape(citation.key)
    address = _address(edition, reference_address(citation.key))
    return Markup('<a href="{}">{}</a>').format(address, words)


def _cited_words(formatted: Formatted, citation: Cited) -> str:
    words = plain(formatted.citations.get((citation.key, citation.locator), ()))
    return words or citation.key
