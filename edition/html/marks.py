"""Marks show which words notes are about: wraps around the words, and a letter after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edition.core.segments import cut
from edition.core.span import Span
from edition.html.note import NoteView
from edition.html.words import Insert, Wrap

# Filled with identifiers, letters and words of the engine's own, which need no escaping.
_MARK = '<mark data-notes="{}" data-level="{}">'
_MARKER = (
    '<sup class="note-marker" data-edition data-level="{0.level}"'
    ' data-kind="{0.kind}"><a role="doc-noteref" id="{0.marker}" href="#{0.anchor}"'
    ' aria-label="Note {0.letter}: {1}">{0.letter}</a></sup>'
)
_MARK_ENDS = Markup("</mark>")


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What the notes of one unit add to its words."""

    wraps: tuple[Wrap, ...] = ()
    inserts: tuple[Insert, ...] = ()


NO_MARKS = NoteMarks()


def draw_marks(notes: Sequence[NoteView], spans: Mapping[str, Span]) -> NoteMarks:
    """Return the marks of a unit's notes; overlapping quotes are cut into segments.

    A mark says the lowest level of its notes, so that styles can leave it out before any script
    has run when a reader sees none of them.
    """
    levels = {note.id: note.level for note in notes}
    wraps = []
    for segment in cut((note.id, spans[note.id]) for note in notes):
        lowest = min(levels[note_id] for note_id in segment.ids)
        opening = Markup(_MARK.format(" ".join(segment.ids), lowest))  # noqa: S704
        wraps.append(Wrap(segment.start, segment.end, opening, _MARK_ENDS))
    inserts = [
        Insert(spans[note.id].end, Markup(_MARKER.format(note, note.label.lower())))  # noqa: S704
        for note in notes
    ]
    return NoteMarks(tuple(wraps), tuple(inserts))
