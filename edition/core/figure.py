"""A figure is some numbers drawn: what is counted, each number with its date and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.core.body import Body, Cited, cited
from edition.core.contributor import Contributor
from edition.core.point import Point
from edition.core.problem import Place


class Form(StrEnum):
    """What the numbers are, and so how they are drawn."""

    BARS = "bars"
    """An amount for each period."""
    TOTAL = "total"
    """A running total, at some days."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, as its file says."""

    id: str
    title: str
    form: Form
    measure: str
    """What is counted, in words: `billion US dollars`."""
    points: tuple[Point, ...]
    """As they stand in the file, which is to be the order of time; none if the form is unknown."""
    body: Body
    author: Contributor
    date: str
    """ISO 8601 date on which it was written."""
    revised: str
    """ISO 8601 date of the last change; empty when there was none."""
    place: Place
    """Where the title stands in the file."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)
    """Where each field stands."""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or the title if the file lacks it."""
        return self.places.get(name, self.place)

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Return every citation: those of the points, then those of the body."""
        return (*(one for point in self.points for one in point.cited), *cited(self.body))

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the keys of all references that it cites, each once, in order."""
        return tuple(dict.fromkeys(one.key for one in self.cited))
