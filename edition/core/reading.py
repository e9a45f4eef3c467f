"""How much there is to read."""

from __future__ import annotations

import math
from collections.abc import Iterable

from edition.core.unit import Unit

WORDS_PER_MINUTE = 238
"""Mean silent reading rate of adults for English non-fiction: M. Brysbaert, "How many words do we
read per minute?", Journal of Memory and Language 109 (2019)."""


def count_words(units: Iterable[Unit]) -> int:
    """Return how many words the units have together."""
    return sum(unit.words for unit in units)


def reading_minutes(words: int) -> int:
    """Return the whole minutes that reading takes, at least one."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))
