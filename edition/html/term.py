"""A term, a person or a place as readers see it: what it is, and where it is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import (
    note_address,
    term_address,
    term_link,
    unit_address,
)
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note_record import first_words
from edition.core.term import Realm, Term, first_sentence
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import SourceView, draw_cited, view_sources
from edition.html.term_link import draw_term, term_anchor

LANGUAGES: Mapping[str, str] = {
    **{"ar": "Arabic", "de": "German", "fa": "Persian", "fr": "French", "kk": "Kazakh"},
    **{"ky": "Kyrgyz", "mn": "Mongolian", "ps": "Pashto", "ru": "Russian", "tg": "Tajik"},
    **{"tk": "Turkmen", "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu"},
    **{"uz": "Uzbek", "zh": "Chinese"},
}
"""English names of languages by their codes (BCP 47); one that is missing is shown as its code."""


@dataclass(frozen=True, slots=True)
class Xref:
    """A reference across the edition: to a paragraph, a note, another term."""

    address: str
    words: str


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
    anchor: str
    """The id of its element on a page of the text."""
    name: str
    realm: str
    kind: str
    sentence: str
    """The plain sentence with which it opens."""
    body: Markup
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
    address: str
    short_link: str
    author: str
    date: str


def view_term(edition: Edition, formatted: Formatted, page: str, term: Term) -> TermView:
    """Lay out an entry for a page."""
    return TermView(
        id=term.id,
        anchor=term_anchor(term.id),
        name=term.name,
        realm=term.realm.value,
        kind=term.kind,
        sentence=first_sentence(term.body),
        body=draw_body(
            term.body, partial(draw_cited, formatted, page), partial(draw_term, edition, page)
        ),
        names=tuple(_name(code, name) for code, name in term.names),
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
        sources=view_sources(formatted, page, term.body),
        coordinates=_coordinates(term),
        address=term_address(edition, term.id),
        short_link=term_link(term.id),
        author=term.author.name,
        date=term.revised or term.date,
    )


def _name(code: str, name: str) -> NameView:
    return NameView(code, LANGUAGES.get(code.partition("-")[0], code), name)


def _coordinates(term: Term) -> str:
    if (point := term.coordinates) is None:
        return ""
    north = f"{abs(point.latitude):.2f}° {'N' if point.latitude >= 0 else 'S'}"
    return f"{north}, {abs(point.longitude):.2f}° {'E' if point.longitude >= 0 else 'W'}"


def view_called(edition: Edition, name: str) -> Xref | None:
    """Return the entry of a name, as the editors' pages point to it; None if there is none."""
    term = edition.term_called.get(name.lower())
    return Xref(term_address(edition, term.id), term.name) if term else None


def view_terms(
    edition: Edition, formatted: Formatted, page: str, realm: str, only: str = ""
) -> tuple[TermView, ...]:
    """Lay out the entries of a realm, or one alone, in the order of the alphabet."""
    wanted = Realm(realm)
    found = [t for t in edition.terms if t.realm is wanted and only in ("", t.id)]
    found.sort(key=lambda term: term.name.casefold().lstrip("“‘'\""))
    return tuple(view_term(edition, formatted, page, term) for term in found)
