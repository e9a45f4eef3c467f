"""Ranges of paragraphs as editors write them: `1-3, 22`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RANGE = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?", re.ASCII)


def read_paragraphs(text: str) -> tuple[range, ...] | None:
    """Return the ranges that a text names, each with its last paragraph, or None if it names none.

    They ascend and do not touch one another's paragraphs, so that nothing is counted twice.

    >>> read_paragraphs("1-3, 22"), read_paragraphs("3-1")
    ((range(1, 4), range(22, 23)), None)
    """
    ranges: list[range] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            return None
        first = int(match[1])
        last = int(match[2] or first)
        if not (ranges[-1].stop if ranges else 1) <= first <= last:
            return None
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def numbers_of(ranges: Sequence[range]) -> tuple[int, ...]:
    """Return the numbers of all paragraphs in some ranges, in order."""
    return tuple(number for found in ranges for number in found)
