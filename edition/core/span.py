"""A span is where a quote is: a unit and two offsets in its plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a unit's plain text: a W3C `TextPositionSelector`, taken against each unit.

    Offsets count code points, not bytes and not the UTF-16 units of a browser's `String`.
    """

    unit: str
    start: int
    """Of the first character."""
    end: int
    """Behind the last character."""
