"""Comparing passages: where two texts part, and what an unknown name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from rapidfuzz import fuzz, process

_CONTEXT = 4
"""Words shown on each side of a difference: enough to find the place, few enough to read."""


def first_difference(expected: str, found: str) -> tuple[str, str]:
    """Return the first differing words of two texts, each with a few words of context.

    >>> first_difference("one two three four", "one two thre four")
    ('one two three four', 'one two thre four')
    """
    wanted, given = expected.split(), found.split()
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, given, strict=False))
    )
    return _around(wanted, same), _around(given, same)


def _around(words: Sequence[str], at: int) -> str:
    start, end = max(0, at - _CONTEXT), at + _CONTEXT
    opening = "… " if start else ""
    closing = " …" if end < len(words) else " (end)" if at >= len(words) else ""
    return f"{opening}{' '.join(words[start:end])}{closing}"


def nearest(word: str, known: Iterable[str], floor: float = 60) -> str:
    """Return the known word most like the given one, or an empty string if none is alike.

    `floor` is a likeness in per cent, as rapidfuzz's `ratio` counts it.
    """
    match = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=floor)
    return str(match[0]) if match else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or an empty string."""
    candidate = nearest(word, known)
    return f"did you mean {candidate}?" if candidate else ""


def nearest_passage(text: str, passages: Sequence[str]) -> int | None:
    """Return the index of the passage most like a text, or None if none is alike at all."""
    match = process.extractOne(text, passages, scorer=fuzz.ratio, score_cutoff=30)
    return int(match[2]) if match else None
