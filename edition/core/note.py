"""A note is an editors' annotation: a quote, a kind, a body, its sources, an author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.problem import Place
from edition.core.quote import Quote


class Kind(StrEnum):
    """What a note is for."""

    CONTEXT = "context"
    CORRECTION = "correction"
    UPDATE = "update"
    SOURCE = "source"
    QUERY = "query"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """Return the words that readers see."""
        return _LABELS[self]


_LABELS = {
    Kind.CONTEXT: "Context",
    Kind.CORRECTION: "Correction",
    Kind.UPDATE: "Update",
    Kind.SOURCE: "Source",
    Kind.QUERY: "Open point",
    Kind.QUESTION: "For discussion",
}

LEVELS: Mapping[int, str] = {1: "everybody", 2: "students", 3: "specialists"}
"""Whom a note is for; a reader at level 2 sees 1 and 2."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note, as its file says."""

    id: str
    quote: Quote
    kind: Kind
    level: int
    body: Body
    author: Contributor
    date: str
    """ISO 8601 date on which it was written."""
    revised: str
    """ISO 8601 date of the last change; empty when there was none."""
    tags: tuple[str, ...]
    new_source: str
    """A source that the library lacks so far, in the contributor's words; mostly empty."""
    figure: str
    """The id of the figure that is shown with it; mostly empty."""
    place: Place
    """Where the quote stands in the file."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)
    """Where each field stands."""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or the quote if the file lacks it."""
        return self.places.get(name, self.place)
