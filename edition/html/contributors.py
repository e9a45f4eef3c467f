"""Everybody who wrote something of the edition, by the names with which they sign."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from edition.core.edition import Edition


@dataclass(frozen=True, slots=True)
class ContributorView:
    """Somebody, and how much is signed by that name."""

    name: str
    notes: int
    terms: int
    """Entries of the glossary, the people and the places."""


def view_contributors(edition: Edition) -> tuple[ContributorView, ...]:
    """Return everybody whose notes stand beside the text or who wrote entries, sorted by name."""
    notes = Counter(note.author.name for note in edition.notes_in_order)
    terms = Counter(term.author.name for term in edition.terms)
    names = sorted(notes.keys() | terms.keys())
    return tuple(ContributorView(name, notes[name], terms[name]) for name in names)
