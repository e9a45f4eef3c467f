"""A note is an editors' annotation: a quote, a kind, a body, its sources, an author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from edition.core.contribution import Contribution
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

PURPOSES: Mapping[Kind, str] = {
    Kind.CONTEXT: "what helps to understand the words",
    Kind.CORRECTION: "what sources show to be otherwise",
    Kind.UPDATE: "what has happened since",
    Kind.SOURCE: "what a source says, or is",
    Kind.QUERY: "a point that is open",
    Kind.QUESTION: "something to discuss",
}
"""What each kind is for, in a few words."""

LEVELS: Mapping[int, str] = {1: "everybody", 2: "students", 3: "specialists"}
"""Whom a note is for; a reader at level 2 sees 1 and 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Contribution):
    """One note, as its file says."""

    quote: Quote
    kind: Kind
    level: int
    tags: tuple[str, ...]
    figure: str
    """The id of the figure that is shown with it; mostly empty."""
