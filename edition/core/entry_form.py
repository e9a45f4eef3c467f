"""The form of an entry: which fields a contributed file may have and what each holds.

One definition serves the reader, the JSON Schema for editors' completion, and the documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a field holds."""

    WORDS = "words"
    """One line of text."""
    CHOICE = "choice"
    """One of some words."""
    DATE = "date"
    """A calendar date of ISO 8601."""
    PATTERN = "pattern"
    """Text of a certain form."""
    LIST = "list"
    """Several of such texts, each once; one alone is a list of one."""
    SERIES = "series"
    """The same, but each counts by itself: as often as it stands there, with its line."""


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One field of an entry."""

    name: str
    """For a family of fields (`corrected_date`, `corrected_title` …) what all names begin with."""
    shape: Shape
    summary: str
    """One sentence for writers."""
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    """A regular expression for the whole text, in the common part of Python and ECMA 262."""
    described: str = ""
    """The pattern in words, as in *expected …*."""
    longest: int = 0
    """Most characters allowed; 0 for no limit of its own."""
    is_family: bool = False
    ending: str = ""
    """Of a family: a pattern for the rest of a name; empty where its reader judges that."""
    ending_is: str = ""
    """That pattern in words."""

    def names(self, name: str) -> bool:
        """Say whether a field of this name is this one, or one of this family."""
        return name.startswith(self.name) if self.is_family else name == self.name

    def name_fault(self, name: str) -> str:
        """Return what was expected of the name of a field of this family, or nothing if it fits."""
        fits = not self.ending or re.fullmatch(self.ending, name.removeprefix(self.name))
        return "" if fits else f"{self.ending_is} after {self.name}"

    def fault(self, value: str) -> str:
        """Return what was expected of a value, or nothing if it fits."""
        if self.longest and len(value) > self.longest:
            return f"at most {self.longest} characters in {self.name}"
        if self.pattern and not re.fullmatch(self.pattern, value):
            return f"{self.described} in {self.name}"
        return ""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """One kind of entry."""

    name: str
    folder: str
    """Below the edition's root."""
    summary: str
    fields: tuple[FieldForm, ...]
    either: tuple[str, ...] = ()
    """Fields of which exactly one must be there."""
    needs_body: bool = True

    def field(self, name: str) -> FieldForm:
        """Return the field of a name, or the family to which it belongs."""
        return next(field for field in self.fields if field.names(name))

    def families(self) -> Iterator[FieldForm]:
        """Yield the fields whose names only begin as the form says."""
        yield from (field for field in self.fields if field.is_family)
