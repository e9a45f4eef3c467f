"""What search finds: things, each with its place: paragraphs, notes, terms, events and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from edition.core.addresses import (
    event_address,
    figure_address,
    note_address,
    reference_address,
    term_address,
    unit_address,
)
from edition.core.body import plain_words
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.reference import Reference, unbraced
from edition.core.search_words import search_words
from edition.core.term import Realm
from edition.core.unit import Role, unit_name


class Sort(StrEnum):
    """What a thing is; the letter by which the index names it."""

    PARAGRAPH = "p"
    NOTE = "n"
    EVENT = "e"
    FIGURE = "f"
    TERM = "t"
    PERSON = "h"
    PLACE = "l"
    REFERENCE = "r"
    PAGE = "g"


_ADDRESS = re.compile(r"https?://\S+")
"""Long, and hardly what anybody looks for."""
_YEAR = 4
"""Characters of a date that are its year."""
_FIRST_NAME = re.compile(r"\{[^{}]*\}|.*?(?=,| and |$)")
"""Of the authors in BibTeX: a body, which has braces, or the family name of the first."""
_OPENING = 300
"""Characters by which a page of the editors is found."""
_REALMS = {Realm.GLOSSARY: Sort.TERM, Realm.PEOPLE: Sort.PERSON, Realm.PLACES: Sort.PLACE}
_ELSEWHERE = (Role.HEADING, Role.REFERENCE)
"""Units that are not found as such: headings say nothing, and references have entries."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found."""

    sort: Sort
    title: str
    address: str
    """Below the site's base."""
    also: tuple[str, ...]
    """Other names of it."""
    text: str
    """Its words; the first of them are shown."""


def search_documents(edition: Edition, formatted: Formatted) -> tuple[SearchDocument, ...]:
    """Return everything that can be found, in the order in which equals are shown."""
    return (
        *_terms(edition),
        *_paragraphs(edition),
        *_notes(edition),
        *_events(edition),
        *_figures(edition),
        *_references(edition, formatted),
        *_pages(edition),
    )


def _terms(edition: Edition) -> Iterator[SearchDocument]:
    for term in edition.terms:
        names = [name for _, name in term.names]
        also = dict.fromkeys((*term.forms, *term.also, *names))
        yield SearchDocument(
            _REALMS[term.realm],
            term.name,
            term_address(edition, term.id),
            tuple(name for name in also if name != term.name),
            plain_words(term.body),
        )


def _paragraphs(edition: Edition) -> Iterator[SearchDocument]:
    for unit in edition.units:
        if unit.role not in _ELSEWHERE and unit.id in edition.page_of_unit:
            name = unit_name(unit).removeprefix("the ")
            also = (f"paragraph {unit.number}", unit.id) if unit.role is Role.PARAGRAPH else ()
            address = unit_address(edition, unit.id)
            yield SearchDocument(
                Sort.PARAGRAPH, name[0].upper() + name[1:], address, also, unit.text
            )


def _notes(edition: Edition) -> Iterator[SearchDocument]:
    for note in edition.notes_in_order:
        also = (note.kind.label, *note.tags, note.author.name)
        yield SearchDocument(
            Sort.NOTE, note.quote.exact, note_address(edition, note.id), also,
            plain_words(note.body),
        )  # fmt: skip


def _events(edition: Edition) -> Iterator[SearchDocument]:
    for event in edition.events:
        yield SearchDocument(
            Sort.EVENT,
            event.label,
            event_address(event.id),
            (event.when.words, event.kind),
            plain_words(event.body),
        )


def _figures(edition: Edition) -> Iterator[SearchDocument]:
    for figure in edition.figures:
        address, words = figure_address(figure.id), plain_words(figure.body)
        yield SearchDocument(Sort.FIGURE, figure.title, address, (figure.measure,), words)


def _references(edition: Edition, formatted: Formatted) -> Iterator[SearchDocument]:
    for reference in edition.library:
        title = _ADDRESS.sub("", formatted.text(reference.key)).strip()
        unit = edition.printed_references.get(reference.printed_number)
        known = set(search_words(title))
        printed = _ADDRESS.sub("", unit.text).split() if unit else []
        yield SearchDocument(
            Sort.REFERENCE,
            title,
            reference_address(reference.key),
            _called(reference),
            # As printed, where that differs: nobody needs the same words twice.
            " ".join(word for word in printed if not known.issuperset(search_words(word))),
        )


def _called(reference: Reference) -> tuple[str, ...]:
    """Return what a reference is called: its key, first author and year, its printed number."""
    fields, number = reference.corrected, reference.printed_number
    first = _FIRST_NAME.match(fields.get("author", ""))
    short = f"{unbraced(first[0])} {fields.get('date', '')[:_YEAR]}" if first and first[0] else ""
    printed = f"reference {number}" if number else ""
    return tuple(filter(None, (reference.key, " ".join(short.split()), printed)))


def _pages(edition: Edition) -> Iterator[SearchDocument]:
    for page in edition.text_pages:
        yield SearchDocument(Sort.PAGE, page.title, page.address, (), "")
    for written in edition.editors_pages:
        opening = written.words[:_OPENING]
        yield SearchDocument(Sort.PAGE, written.title, written.address, (), opening)
