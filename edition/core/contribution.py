"""A contribution is what all entries have alike: who wrote it, when, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.problem import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One entry, as its file says."""

    id: str
    """The file's name, which is permanent."""
    body: Body
    author: Contributor
    date: str
    """ISO 8601 date on which it was written."""
    revised: str
    """ISO 8601 date of the last change; empty when there was none."""
    licence: str = ""
    """To which its author agrees, by the licence's name; empty where the file does not say."""
    reported_by: tuple[str, ...] = ()
    """The names of those who reported what was mended in it."""
    new_source: str = ""
    """A source that the library lacks so far, in the contributor's words; mostly empty."""
    place: Place
    """Where the first thing that must be there stands in the file: a quote, a name."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)
    """Where each field stands."""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or the entry itself if the file lacks it."""
        return self.places.get(name, self.place)
