"""A quote is the exact words that a note is about, with what tells them from the same elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


def collapsed(text: str) -> str:
    """Return a text with every run of white space as one space, and none at either end."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Quote:
    """A W3C `TextQuoteSelector` with a unit; white space is collapsed, nothing else is changed.

    Where a writer breaks lines says nothing about the text, and units are collapsed too.
    """

    exact: str
    unit: str = ""
    """The unit that holds the words; empty when they occur in one unit only."""
    prefix: str = ""
    """What stands directly before the words, but for a space; empty when that does not matter."""
    suffix: str = ""
    """What stands directly after the words, but for a space; empty when that does not matter."""

    def __post_init__(self) -> None:
        for name in ("exact", "prefix", "suffix"):
            object.__setattr__(self, name, collapsed(getattr(self, name)))
