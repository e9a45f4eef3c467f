"""References as the citation style writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edition.core.inline import Run


@dataclass(frozen=True, slots=True)
class Styled:
    """How the article, the edition and its notes are cited in one style."""

    work: tuple[Run, ...]
    edition: tuple[Run, ...]
    notes: Mapping[str, tuple[Run, ...]]
    """By a note's id."""
    places: Mapping[str, tuple[Run, ...]]
    """By locator: how a place in the article is cited in running text; the empty one is none."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """The whole library, formatted once."""

    entries: Mapping[str, tuple[Run, ...]]
    """By key: the reference in full."""
    citations: Mapping[tuple[str, str], tuple[Run, ...]]
    """By key and locator: how the style cites this place in running text."""
    csl: Mapping[str, Mapping[str, Any]]
    """By key: the entry as a CSL-JSON item (citation-style-language schema 1.0)."""
    own: Styled = Styled((), (), {}, {})
    """The article, the edition and its notes in the edition's own style."""
    styled: Mapping[str, Styled] = field(default_factory=dict)
    """By what readers call it: each style that they are offered."""
    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The same works as CSL-JSON items, by their keys (`core/note_record.py`)."""

    def text(self, key: str) -> str:
        """Return a reference as plain words."""
        return "".join(run.text for run in self.entries.get(key, ()))


def plain(runs: Sequence[Run]) -> str:
    """Return the words of runs without their marks."""
    return "".join(run.text for run in runs)
