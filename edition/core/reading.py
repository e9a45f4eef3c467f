"""How much there is to read."""

from __future__ import annotations

import math
from collections.abc import Iterable

from edition.core.body import plain_words
from edition.core.note import Note
from edition.core.unit import Unit

WORDS_PER_MINUTE = 238
"""Mean silent reading rate of adults for English non-fiction: M. Brysbaert, "How many words do we
read per minute?", Journal of Memory and Language 109 (2019)."""


def count_words(units: Iterable[Unit]) -> int:
    """Return how many words the units have together."""
    return sum(unit.words for unit in units)


def count_note_words(notes: Iterable[Note]) -> int:
    """Return how many words the notes' bodies have together, without their citations."""
    return sum(len(plain_words(note.body).split()) for note in notes)


def reading_minutes(words: int) -> int:
    """Return the whole minutes that reading takes, at least one."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))
