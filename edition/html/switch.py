"""The switch above a text: what is shown of the edition beside the article's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.core.note import LEVELS, Kind
from edition.html.note import NoteView

DEFAULT_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can choose."""

    value: str
    label: str
    count: int
    """Of notes that it shows."""


@dataclass(frozen=True, slots=True)
class SwitchView:
    """What can be chosen on one page, and what its notes come to before anybody has chosen."""

    levels: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    shown: int
    hidden: int


def view_switch(notes: Sequence[NoteView]) -> SwitchView:
    """Return what can be chosen of a page's notes."""
    levels = tuple(
        Choice(str(level), label, sum(note.level <= level for note in notes))
        for level, label in LEVELS.items()
    )
    shown = sum(note.level <= DEFAULT_LEVEL for note in notes)
    return SwitchView(levels, kind_choices(notes), shown, len(notes) - shown)


def kind_choices(notes: Iterable[NoteView]) -> tuple[Choice, ...]:
    """Return the kinds that some notes have, in the order of `Kind`."""
    counts = Counter(note.kind for note in notes)
    return tuple(Choice(k.value, k.label, counts[k.value]) for k in Kind if counts[k.value])
