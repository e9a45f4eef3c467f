"""A unit is anything of the work that can be quoted: a title, a date, a paragraph, a reference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from edition.core.inline import Run


class Role(StrEnum):
    """What a unit is in the work; it decides which element is drawn."""

    TITLE = "title"
    AUTHOR = "author"
    DATE = "date"
    RIGHTS = "rights"
    HEADING = "heading"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    PARAGRAPH = "paragraph"
    REFERENCE = "reference"


RUNNING_TEXT = frozenset({Role.ABSTRACT, Role.PARAGRAPH})
"""The roles of units that are sentences: there terms are marked, and each has a list of its own of
what there is to it."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number that the source prints in front of words; drawn, but no part of the unit."""

    offset: int
    """Code points from the start of the unit's plain text."""
    number: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the work, derived from the base text and never typed again."""

    id: str
    role: Role
    text: str
    """The unit's plain text, verbatim, white space collapsed."""
    runs: tuple[Run, ...]
    """The same words with the marks of the base text."""
    lines: tuple[int, ...]
    """The lines of the base text that hold the unit, counted from 1."""
    level: int = 0
    """Depth of a heading in the base text; 0 for what is no heading."""
    printed_numbers: tuple[PrintedNumber, ...] = ()

    @property
    def number(self) -> int:
        """Return the number in the unit's id: 7 for `p7`; 0 when there is none."""
        digits = self.id.lstrip("abcdefghijklmnopqrstuvwxyz-")
        return int(digits) if digits else 0

    @property
    def links(self) -> tuple[tuple[int, int], ...]:
        """Return start and end of every run that is a link in the source, in order."""
        ends = accumulate(len(run.text) for run in self.runs)
        return tuple(
            (end - len(run.text), end)
            for run, end in zip(self.runs, ends, strict=True)
            if run.address
        )

    @property
    def words(self) -> int:
        """Return how many words the unit has, counted by white space."""
        return len(self.text.split())


def range_name(first: int, last: int) -> str:
    """Return what a range of paragraphs is called: `¶¶ 6–10`, `¶ 6`."""
    return f"¶ {first}" if first == last else f"¶¶ {first}–{last}"


_NAMES = {
    Role.TITLE: "the title",
    Role.AUTHOR: "the author’s name",
    Role.RIGHTS: "the copyright notice",
    Role.ABSTRACT: "the abstract",
    Role.KEYWORDS: "the keywords",
}


def unit_name(unit: Unit) -> str:
    """Return what a unit is called in a sentence: `¶ 7`, `reference 12`, `the abstract`."""
    if unit.role is Role.PARAGRAPH:
        return f"¶ {unit.number}"
    if unit.role is Role.REFERENCE:
        return f"reference {unit.number}"
    if unit.role is Role.HEADING:
        return f"the heading “{unit.text}”"
    if unit.role is Role.DATE:
        return f"the date “{unit.text}”"
    return _NAMES[unit.role]
