"""Everybody who wrote something of the edition, by the names with which they sign."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.note import Note


@dataclass(frozen=True, slots=True)
class ContributorView:
    """Somebody, and how much is signed by that name."""

    name: str
    notes: int
    others: int
    """Entries of any other kind: terms, people, places, events, figures."""


def view_contributors(edition: Edition) -> tuple[ContributorView, ...]:
    """Return everybody whose notes stand beside the text or who wrote entries, sorted by name."""
    notes = Counter(note.author.name for note in edition.notes_in_order)
    others = Counter(
        entry.author.name for entry in edition.contributions if not isinstance(entry, Note)
    )
    names = sorted(notes.keys() | others.keys())
    return tuple(ContributorView(name, notes[name], others[name]) for name in names)
