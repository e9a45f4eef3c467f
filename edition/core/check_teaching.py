"""What shows of a call about teaching with the edition in hand: its note, paragraphs, level."""

from __future__ import annotations

from collections.abc import Iterator

from edition.core.edition import Edition
from edition.core.note import LEVELS
from edition.core.paragraphs import numbers_of, read_paragraphs
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem


def check_note_name(edition: Edition, name: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless there is a note of that name."""
    known = [note.id for note in edition.notes]
    if name not in known:
        yield Problem(
            place, "note-unknown", f"the edition has no note {name}", did_you_mean(name, known)
        )


def check_paragraphs(edition: Edition, text: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless a text names paragraphs that the work has."""
    ranges = read_paragraphs(text)
    if ranges is None:
        message = f"expected ranges of paragraphs in their order, found {text!r}"
        yield Problem(place, "macro-arguments", message, 'for example "1-3, 22"')
        return
    for number in numbers_of(ranges):
        if f"p{number}" not in edition.unit_by_id:
            hint = f"its paragraphs are 1 to {len(edition.paragraphs)}"
            yield Problem(place, "unit-unknown", f"the work has no unit p{number}", hint)
            return


def check_level(text: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless a text is the number of a level."""
    known = [str(level) for level in LEVELS]
    if text not in known:
        message = f"expected a level, one of {', '.join(known)}, found {text!r}"
        yield Problem(place, "macro-arguments", message)
