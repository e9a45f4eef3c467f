"""A note as readers see it: letter, kind, words, sources, author, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import note_address, note_anchor, note_link
from edition.core.body import cited_keys
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.lettering import letter
from edition.core.note import LEVELS, Note
from edition.core.note_record import first_words
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import SourceView, draw_cited, view_sources
from edition.html.figure import FigureView, view_figure_called
from edition.html.signature import SignatureView, view_signature
from edition.html.term_link import draw_term
from edition.html.words import draw_runs


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note, ready to be set."""

    id: str
    anchor: str
    """The id of its element."""
    marker: str
    """The id of its marker in the text."""
    letter: str
    """Within its page; empty where notes are listed by themselves."""
    kind: str
    label: str
    """The kind as readers see it."""
    level: int
    audience: str
    quote: str
    """The words it is about, shortened."""
    unit: str
    """The id of the unit that they stand in."""
    where: str
    """What that unit is called: `¶ 4`."""
    address: str
    """Of the note beside its text."""
    body: Markup
    sources: tuple[SourceView, ...]
    new_source: str
    figure: FigureView | None
    signature: SignatureView
    tags: tuple[str, ...]
    short_link: str
    citation: Markup
    """How the note itself is cited."""
    file: str
    """Its source, below the edition's root."""


def view_notes(
    edition: Edition, formatted: Formatted, page: str, units: Iterable[str]
) -> tuple[NoteView, ...]:
    """Lay out the notes on some units, lettered through; `page` is where they will stand.

    A letter stands where the words end: so a note within another's words comes before that one.
    """
    notes = [
        note
        for unit in units
        for note in sorted(
            edition.notes_of_unit.get(unit, ()), key=lambda note: edition.spans[note.id].end
        )
    ]
    return tuple(
        view_note(edition, formatted, page, note, letter(number))
        for number, note in enumerate(notes, 1)
    )


def view_note(
    edition: Edition, formatted: Formatted, page: str, note: Note, lettered: str = ""
) -> NoteView:
    """Lay out one note for a page; `lettered` is its letter there, if it has one."""
    unit = edition.unit_by_id[edition.spans[note.id].unit]
    return NoteView(
        id=note.id,
        anchor=note_anchor(note.id),
        marker=f"noteref-{note.id}",
        letter=lettered,
        kind=note.kind.value,
        label=note.kind.label,
        level=note.level,
        audience=LEVELS[note.level],
        quote=first_words(note.quote.exact),
        unit=unit.id,
        where=unit_name(unit),
        address=note_address(edition, note.id),
        body=draw_body(
            note.body, partial(draw_cited, formatted, page), partial(draw_term, edition, page)
        ),
        sources=view_sources(formatted, page, cited_keys(note.body)),
        new_source=note.new_source,
        figure=view_figure_called(edition, formatted, page, note.figure),
        signature=view_signature(note),
        tags=note.tags,
        short_link=note_link(note.id),
        citation=draw_runs(formatted.own.notes.get(note.id, ())),
        file=note.place.path,
    )
