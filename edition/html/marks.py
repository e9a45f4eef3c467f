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
_MARK = '<mark data-notes="{}" data-level="{}" data-kinds="{}">'
_MARKER = (
    '<sup class="note-marker" data-edition data-search-exclude data-level="{0.level}"'
    ' data-kind="{0.kind}"><a role="doc-noteref" id="{0.marker}" href="#{0.anchor}"'
    ' aria-label="Note {0.letter}: {1}">{0.letter}</a></sup>'
)
_ENDS = Markup("</mark>")


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What the notes of one unit add to its words."""

    wraps: tuple[Wrap, ...] = ()
    inserts: tuple[Insert, ...] = ()


def draw_marks(notes: Sequence[NoteView], spans: Mapping[str, Span]) -> NoteMarks:
    """Return the marks of a unit's notes; overlapping quotes are cut into segments.

    A mark says the lowest level of its notes and all their kinds, so that styles alone can leave
    it out when a reader sees none of them.
    """
    by_id = {note.id: note for note in notes}
    wraps = []
    for segment in cut((note.id, spans[note.id]) for note in notes):
        covering = [by_id[name] for name in segment.ids]
        opening = _MARK.format(
            " ".join(segment.ids),
            min(note.level for note in covering),
            " ".join(dict.fromkeys(note.kind for note in covering)),
        )
        wraps.append(Wrap(segment.start, segment.end, Markup(opening), _ENDS))  # noqa: S704
    inserts = tuple(
        Insert(spans[note.id].end, Markup(_MARKER.format(note, note.label.lower())))  # noqa: S704
        for note in notes
    )
    return NoteMarks(tuple(wraps), inserts)
