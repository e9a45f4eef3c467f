"""The notes: `docs/notes/`, one file each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edition.core.contributor import Contributor
from edition.core.entry_forms import NOTE
from edition.core.note import Kind, Note
from edition.core.problem import Problem
from edition.core.quote import Quote
from edition.core.quote_form import QUOTE_FIELDS
from edition.sources.author import check_signature, signed
from edition.sources.entries import Entry, read_entries, with_unread


def read_notes(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the notes, sorted by file name; where each quote stands is found later."""
    entries, problems = read_entries(root, NOTE)
    faults = [fault for entry in entries for fault in check_signature(entry, contributors)]
    found = with_unread(NOTE, entries, problems)
    return tuple(_note(entry, contributors) for entry in found), (*problems, *faults)


def _note(entry: Entry, contributors: Mapping[str, Contributor]) -> Note:
    # What was refused already is not looked for: the text would be said to lack it, too.
    is_whole = entry.refused.isdisjoint(QUOTE_FIELDS)
    return Note(
        id=entry.id,
        quote=Quote(*map(entry.value, QUOTE_FIELDS)) if is_whole else Quote(""),
        kind=Kind(entry.value("kind") or Kind.CONTEXT),
        level=int(entry.value("level") or 1),
        body=entry.body,
        **signed(entry, contributors),
        tags=entry.lists.get("tags", ()),
        figure=entry.value("figure"),
        place=entry.place_of("quote"),
        places=entry.places,
    )
