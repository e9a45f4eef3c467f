"""How to cite the article, a place in it, the edition and its notes, in each style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from edition.core.addresses import WORKS, note_address, note_link, short_link
from edition.core.citing import chapter_place, examples, paragraph_place
from edition.core.edition import Edition
from edition.core.formatted import Formatted, Styled
from edition.core.inline import Run
from edition.core.note import Note
from edition.core.note_record import first_words
from edition.core.unit import unit_name
from edition.html.link import Xref
from edition.html.words import draw_runs

FORMATS: Mapping[str, str] = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""Ends of the files' names, and what readers call the formats."""


@dataclass(frozen=True, slots=True)
class InStyle:
    """One citation."""

    style: str
    """What readers call the style."""
    citation: Markup


@dataclass(frozen=True, slots=True)
class WorkView:
    """Something that can be cited, ready to be set."""

    citations: tuple[InStyle, ...]
    files: tuple[Xref, ...] = ()
    """For reference managers."""
    what: Xref | None = None
    """What stands as the example."""
    short_link: str = ""
    """Its permanent link, below the site's base."""


@dataclass(frozen=True, slots=True)
class NoteCited:
    """One note in the list of all."""

    id: str
    """Of its element: `cite-` and the note's id."""
    what: Xref
    citations: tuple[InStyle, ...]


@dataclass(frozen=True, slots=True)
class PartCited:
    """The notes on one text page."""

    title: str
    number: int
    notes: tuple[NoteCited, ...]


def view_cited(edition: Edition, formatted: Formatted, cited: str) -> WorkView | None:
    """Lay out how one of `core.citing.CITED` but `notes` is cited; None if there is none of it."""
    found = examples(edition)
    if cited == "article":
        return WorkView(_in_styles(formatted, lambda style: style.work), _files("article"))
    if cited == "edition":
        return WorkView(_in_styles(formatted, lambda style: style.edition), _files("edition"))
    if cited == "paragraph" and found.paragraph:
        link = short_link(edition, found.paragraph.id)
        place = paragraph_place(found.paragraph)
        return _place(formatted, place, Xref(link, unit_name(found.paragraph)), link)
    if cited == "chapter" and found.chapter:
        what = Xref(found.chapter.address, f"chapter {found.chapter.number}")
        return _place(formatted, chapter_place(edition, found.chapter), what)
    if cited == "note" and found.note:
        note = found.note
        return WorkView(
            _note_in_styles(formatted, note),
            _files("notes"),
            Xref(note_address(edition, note.id), _called(edition, note)),
            note_link(note.id),
        )
    return None


def view_notes_cited(edition: Edition, formatted: Formatted) -> tuple[PartCited, ...]:
    """Lay out how each note is cited, by the text pages they stand on."""
    parts = []
    for page in edition.text_pages:
        notes = tuple(
            NoteCited(
                f"cite-{note.id}",
                Xref(note_address(edition, note.id), _called(edition, note)),
                _note_in_styles(formatted, note),
            )
            for unit in page.units
            for note in edition.notes_of_unit.get(unit, ())
        )
        if notes:
            parts.append(PartCited(page.title, page.number, notes))
    return tuple(parts)


def _called(edition: Edition, note: Note) -> str:
    unit = edition.unit_by_id[edition.spans[note.id].unit]
    return f"{unit_name(unit)}, “{first_words(note.quote.exact)}”"


def _place(formatted: Formatted, place: str, what: Xref, link: str = "") -> WorkView:
    in_styles = _in_styles(formatted, lambda style: style.places.get(place, ()))
    return WorkView(in_styles, what=what, short_link=link)


def _note_in_styles(formatted: Formatted, note: Note) -> tuple[InStyle, ...]:
    return _in_styles(formatted, lambda style: style.notes.get(note.id, ()))


def _in_styles(
    formatted: Formatted, cited: Callable[[Styled], tuple[Run, ...]]
) -> tuple[InStyle, ...]:
    return tuple(
        InStyle(label, draw_runs(cited(style))) for label, style in formatted.styled.items()
    )


def _files(name: str) -> tuple[Xref, ...]:
    return tuple(Xref(f"{WORKS}{name}.{end}", label) for end, label in FORMATS.items())
