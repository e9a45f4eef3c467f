"""The likest stretch of a text is found by the blocks that it shares, then letter by letter."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from edition.core.blocks import Blocks

_FLOOR = 60.0
"""Likeness in per cent below which nothing is alike."""
_BUDGET = 4000
"""Places of shared blocks that are counted, those of rare blocks first: no text takes long."""
_STEP, _WINDOWS, _SLACK = 32, 3, 64
"""Shared blocks are counted together from each step to the second one after it; so many of the best
windows are looked at, with some slack on both sides."""


@dataclass(frozen=True, slots=True)
class Likest:
    """The stretch of a text that is most like some words, as long as these."""

    likeness: float
    """In per cent, as rapidfuzz's `partial_ratio` counts it."""
    start: int
    end: int


def find_likest(blocks: Blocks, wanted: str, low: int, high: int) -> Likest | None:
    """Return the stretch between two offsets of a text that is most like some words, if any is.

    The time is that of the words' length and of a window's, for words of a few hundred characters;
    only when they share no block with the text, all of it is read.
    """
    best: Likest | None = None
    if not wanted:
        return None
    for start, end in _windows(blocks, wanted, low, high):
        floor = best.likeness if best else _FLOOR
        found = fuzz.partial_ratio_alignment(wanted, blocks.text[start:end], score_cutoff=floor)
        if found is None or found.dest_start == found.dest_end:
            continue
        if best is None or found.score > best.likeness:
            best = Likest(found.score, start + found.dest_start, start + found.dest_end)
    return best


def _windows(blocks: Blocks, wanted: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that share most blocks with some words; all if none does."""
    if high - low <= blocks.direct:
        yield low, high
        return
    shared: list[tuple[int, list[int]]] = []
    for at in range(len(wanted) - blocks.size + 1):
        places = blocks.places.get(wanted[at : at + blocks.size], [])
        here = places[bisect_left(places, low) : bisect_left(places, high)]
        if here:
            shared.append((at, here))
    votes: Counter[int] = Counter()
    left = _BUDGET
    for at, places in sorted(shared, key=lambda pair: len(pair[1])):
        for place in places[:left]:
            step = (place - at) // _STEP
            votes[step] += 1
            votes[step - 1] += 1
        left -= len(places)
        if left <= 0:
            break
    if not votes:
        yield low, high
    chosen: list[int] = []
    for step, _ in votes.most_common(3 * _WINDOWS):
        if len(chosen) < _WINDOWS and all(abs(step - other) > 1 for other in chosen):
            chosen.append(step)
            start = step * _STEP
            yield max(low, start - _SLACK), min(high, start + len(wanted) + 2 * _STEP + _SLACK)
