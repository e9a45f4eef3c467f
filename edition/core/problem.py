"""A problem is something wrong in the content: a value that is printed, never raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path below the edition's root and a line counted from 1."""

    path: str
    """With forward slashes, relative to the root of the edition."""
    line: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where, and how to mend it."""

    place: Place
    code: str
    """Permanent name of the kind of problem, `[a-z-]+`; explained in `docs/about/problems.md`."""
    message: str
    """Says what was expected and what was found."""
    hint: str = ""
    """The cure, when it is known; empty otherwise."""
    is_error: bool = field(default=True)
    """An error stops the build; a warning is only printed."""

    def __str__(self) -> str:
        """Return `path:line: code: message (hint)` on one line."""
        level = "" if self.is_error else "warning: "
        hint = f" ({self.hint})" if self.hint else ""
        text = f"{self.place.path}:{self.place.line}: {self.code}: {level}{self.message}{hint}"
        return "".join(map(_shown, " ".join(text.split())))


def _shown(character: str) -> str:
    """Return a character as a terminal may show it: the name of a file, too, can hold anything."""
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those problems that stop a build."""
    return tuple(problem for problem in problems if problem.is_error)


def report(problems: Iterable[Problem]) -> str:
    """Return the problems as lines, sorted by place, each once."""
    return "".join(f"{problem}\n" for problem in sorted(set(problems)))
