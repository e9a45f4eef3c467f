"""A site is what a map draws of an entry: an outline, a point, a word, or a course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.core.coordinates import Coordinates
from edition.core.stop import Stop


@dataclass(frozen=True, slots=True)
class Site:
    """Where an entry is on a map; an entry that is nowhere on one has an empty site."""

    point: Coordinates | None = None
    """Its own point, which a source gives."""
    label: Coordinates | None = None
    """Where the editors put the name of a region that has no fixed limits."""
    outline: tuple[str, ...] = ()
    """Names of states in the atlas, whose outlines together are its own."""
    capital: Stop | None = None
    """A state's capital that has no entry of its own."""
    capital_entry: str = ""
    """The id of the entry of a capital that has one."""
    course: tuple[Stop, ...] = ()
    """What a route passes, in order: a sketch goes straight from one to the next."""

    def __bool__(self) -> bool:
        """Say whether a map has something to draw."""
        return bool(self.point or self.label or self.outline or self.course)

    @property
    def points(self) -> Iterator[Coordinates]:
        """Yield all points that were written for it."""
        yield from filter(None, (self.point, self.label))
        yield from (stop.coordinates for stop in (*filter(None, (self.capital,)), *self.course))
