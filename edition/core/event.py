"""An event is an entry of the timeline: what happened, when, and whether the text says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.core.body import Body, cited_keys
from edition.core.contributor import Contributor
from edition.core.edtf import Edtf
from edition.core.problem import Place
from edition.core.quote import Quote

KINDS = ("diplomacy", "economy", "culture", "media", "scholarship", "society", "article")
"""What an event can be; the last are the dates of the work itself."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event, as its file says."""

    id: str
    label: str
    when: Edtf
    kind: str
    quote: Quote | None
    """The words with which the text gives the date; None for an event that is put beside it."""
    see: tuple[str, ...]
    """Ids of related terms, people and places."""
    body: Body
    author: Contributor
    date: str
    """ISO 8601 date on which it was written."""
    revised: str
    """ISO 8601 date of the last change; empty when there was none."""
    place: Place
    """Where the label stands in the file."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)
    """Where each field stands."""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or the label if the file lacks it."""
        return self.places.get(name, self.place)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the keys of all references that it cites, each once, in order."""
        return tuple(dict.fromkeys(cited_keys(self.body)))

    @property
    def order(self) -> tuple[float, float, str]:
        """Return what events are sorted by: beginning, end, name."""
        return (*self.when.order, self.id)
