"""An event is an entry of the timeline: what happened, when, and whether the text says so."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.body import cited_keys
from edition.core.contribution import Contribution
from edition.core.edtf import Edtf
from edition.core.quote import Quote

KINDS = ("diplomacy", "economy", "culture", "media", "scholarship", "society", "article")
"""What an event can be; the last are the dates of the work itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Contribution):
    """One event, as its file says."""

    label: str
    when: Edtf
    kind: str
    quote: Quote | None
    """The words with which the text gives the date; None for an event that is put beside it."""
    see: tuple[str, ...]
    """Ids of related terms, people and places."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the keys of all references that it cites, each once, in order."""
        return tuple(dict.fromkeys(cited_keys(self.body)))

    @property
    def order(self) -> tuple[float, float, str]:
        """Return what events are sorted by: beginning, end, name."""
        return (*self.when.order, self.id)
