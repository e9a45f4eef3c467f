"""A term, a person or a place as lists show it: what it is, and where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import (
    map_address,
    note_address,
    term_address,
    term_link,
    unit_address,
)
from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.language import language_name
from edition.core.note_record import first_words
from edition.core.term import Realm, Term
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import SourceView, draw_cited, view_sources
from edition.html.link import Xref
from edition.html.signature import SignatureView, view_signature
from edition.html.term_link import draw_term


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in another language."""

    code: str
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, a person or a place, ready to be set."""

    id: str
    name: str
    letter: str
    """Under which it stands in an alphabet."""
    kind: str
    body: Markup
    new_source: str
    """What it rests on and the library lacks so far; mostly empty."""
    names: tuple[NameView, ...]
    also: tuple[str, ...]
    see: tuple[Xref, ...]
    units: tuple[Xref, ...]
    """The paragraphs that name it."""
    notes: tuple[Xref, ...]
    """The notes that name it."""
    sources: tuple[SourceView, ...]
    coordinates: str
    """Such as `43.24° N, 76.89° E`; empty when it has none."""
    map: str
    """Where it stands below the map of all places; empty if it is on none."""
    short_link: str
    signature: SignatureView
    file: str
    """Its source, below the edition's root."""


def view_terms(
    edition: Edition, formatted: Formatted, page: str, realm: str, only: str = ""
) -> tuple[TermView, ...]:
    """Lay out the entries of a realm, or one alone by its name, in the order of the alphabet."""
    wanted = edition.term_named(only) if only else None
    found = [
        term
        for term in edition.terms
        if term.realm is Realm(realm) and (not only or term is wanted)
    ]
    found.sort(key=lambda term: term.alphabetic)
    return tuple(_view(edition, formatted, page, term) for term in found)


def view_called(edition: Edition, words: str) -> Xref | None:
    """Return the entry that some words point to, or None if there is none."""
    term = edition.term_named(words)
    return Xref(term_address(edition, term.id), term.name) if term else None


def _view(edition: Edition, formatted: Formatted, page: str, term: Term) -> TermView:
    cite, point = partial(draw_cited, formatted, page), partial(draw_term, edition, page)
    return TermView(
        id=term.id,
        name=term.name,
        letter=term.alphabetic[:1].upper(),
        kind=term.kind,
        body=draw_body(term.body, cite, point),
        new_source=term.new_source,
        names=tuple(NameView(code, language_name(code), name) for code, name in term.names),
        also=term.also,
        see=tuple(
            Xref(term_address(edition, other), edition.term_by_id[other].name) for other in term.see
        ),
        units=tuple(
            Xref(unit_address(edition, unit), unit_name(edition.unit_by_id[unit]))
            for unit in edition.units_of_term.get(term.id, ())
        ),
        notes=tuple(
            Xref(note_address(edition, note.id), first_words(note.quote.exact))
            for note in edition.notes_of_term.get(term.id, ())
        ),
        sources=view_sources(formatted, page, term.sources),
        coordinates=_in_degrees(term.site.point) if term.site.point else "",
        map=map_address(edition, term.id),
        short_link=term_link(term.id),
        signature=view_signature(term),
        file=term.place.path,
    )


def _in_degrees(point: Coordinates) -> str:
    north = f"{abs(point.latitude):.2f}° {'N' if point.latitude >= 0 else 'S'}"
    return f"{north}, {abs(point.longitude):.2f}° {'E' if point.longitude >= 0 else 'W'}"
