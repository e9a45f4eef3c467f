"""An exercise sets a passage beside its sources; what the editors found is a note of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.core.addresses import unit_address
from edition.core.body import cited_keys
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.html.cited import view_sources
from edition.html.library import STATUS
from edition.html.note import NoteView, view_note


@dataclass(frozen=True, slots=True)
class SourceToRead:
    """A source of an exercise, and whether the editors could find it."""

    text: Markup
    """The reference in full, with its address if the library has one."""
    address: str
    """Its entry in the bibliography, as a link from the page."""
    status: str
    """What came of looking for it, in words; empty where nobody has said."""


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """An exercise, ready to be set."""

    anchor: str
    """The id of its element."""
    where: str
    """What the unit is called in which the passage stands: `¶ 4`."""
    unit_address: str
    """Below the site's base."""
    quote: str
    """The passage, whole."""
    cited: SourceToRead | None
    """What the article cites at the passage or next after it in the same unit."""
    others: tuple[SourceToRead, ...]
    """What else the note is based on."""
    answer: NoteView
    """The note itself."""


def view_exercise(
    edition: Edition, formatted: Formatted, page: str, note_id: str
) -> ExerciseView | None:
    """Lay out the exercise that a note makes; None of a note that the edition lacks.

    Which source a passage was taken from only its author knows. What is said here is where the
    next citation leads: the one within the words or at their end, or else the first after them.
    """
    note = next((note for note in edition.notes_in_order if note.id == note_id), None)
    if note is None:  # an example of what the edition has none of
        return None
    span = edition.spans[note.id]
    following = [
        citation.key
        for citation in edition.citations_of_unit.get(span.unit, ())
        if citation.offset > span.start
    ]
    cited = following[:1]
    others = [key for key in dict.fromkeys(cited_keys(note.body)) if key not in cited]
    sources = [_source(edition, formatted, page, key) for key in (*cited, *others)]
    answer = view_note(edition, formatted, page, note)
    return ExerciseView(
        anchor=f"exercise-{note.id}",
        where=answer.where,
        unit_address=unit_address(edition, span.unit),
        quote=note.quote.exact,
        cited=sources[0] if cited else None,
        others=tuple(sources[len(cited) :]),
        answer=answer,
    )


def _source(edition: Edition, formatted: Formatted, page: str, key: str) -> SourceToRead:
    (source,) = view_sources(formatted, page, (key,))
    evidence = edition.reference_by_key[key].evidence
    return SourceToRead(source.text, source.address, STATUS[evidence.status] if evidence else "")
