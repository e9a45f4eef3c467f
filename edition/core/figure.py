"""A figure is some numbers drawn: what is counted, each number with its date and its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edition.core.body import Cited, cited
from edition.core.contribution import Contribution
from edition.core.point import Point


class Form(StrEnum):
    """What the numbers are, and so how they are drawn."""

    BARS = "bars"
    """An amount for each period."""
    TOTAL = "total"
    """A running total, at some days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Contribution):
    """One figure, as its file says."""

    title: str
    form: Form
    measure: str
    """What is counted, in words: `billion US dollars`."""
    points: tuple[Point, ...]
    """As they stand in the file, which is to be the order of time; none if the form is unknown."""

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Return every citation: those of the points, then those of the body."""
        return (*(one for point in self.points for one in point.cited), *cited(self.body))

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the keys of all references that it cites, each once, in order."""
        return tuple(dict.fromkeys(one.key for one in self.cited))
