"""All notes of the edition, listed by themselves: by text page, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note import LEVELS
from edition.html.note import NoteView, view_note
from edition.html.switch import Choice, kind_choices


@dataclass(frozen=True, slots=True)
class NotesOfPage:
    """The notes on the units of one text page."""

    slug: str
    title: str
    number: int
    address: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class NoteList:
    """All notes, and what they can be filtered by."""

    pages: tuple[NotesOfPage, ...]
    kinds: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    authors: tuple[Choice, ...]


def view_note_list(edition: Edition, formatted: Formatted, page: str, unit: str = "") -> NoteList:
    """Return all notes, or those on one unit, laid out for the page that lists them."""
    pages = tuple(_pages(edition, formatted, page, unit))
    notes = [note for part in pages for note in part.notes]
    levels = Counter(note.level for note in notes)
    return NoteList(
        pages=pages,
        kinds=kind_choices(notes),
        levels=tuple(
            Choice(str(level), words, levels[level])
            for level, words in LEVELS.items()
            if levels[level]
        ),
        tags=_choices(tag for note in notes for tag in note.tags),
        authors=_choices(note.signature.author for note in notes),
    )


def _pages(edition: Edition, formatted: Formatted, page: str, unit: str) -> Iterator[NotesOfPage]:
    for part in edition.text_pages:
        units = [name for name in part.units if unit in ("", name)]
        notes = [note for name in units for note in edition.notes_of_unit.get(name, ())]
        if notes:
            views = tuple(view_note(edition, formatted, page, note) for note in notes)
            yield NotesOfPage(part.slug, part.title, part.number, part.address, views)


def _choices(values: Iterable[str]) -> tuple[Choice, ...]:
    """Return each value once with how often it stands, in the order of the alphabet."""
    return tuple(Choice(value, value, count) for value, count in sorted(Counter(values).items()))
