"""A word alignment lays the words of a quote on the words of a text, each on the likest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from unicodedata import category

from rapidfuzz.distance import Indel

from edition.core.folding import fold

_PART = 0.5
"""What it costs to begin or end within a word: next to nothing, but a whole word is better."""


@dataclass(frozen=True, slots=True)
class Step:
    """A word of the quote and the word of the text that it stands for; either may be missing."""

    agrees: bool
    wanted: int | None
    """Which word of the quote."""
    given: int | None
    """Which word of the text."""


def align_words(wanted: Sequence[str], given: Sequence[str]) -> list[Step]:
    """Return how a quote's words lie on those of a text, from its first word to its last.

    Needleman and Wunsch's alignment, with letters that come and go as the cost, and what the text
    has before and after for nothing. The time is that of all pairs of words.
    """
    folded = [fold(word) for word in given]
    rows = [[0.0] * (len(given) + 1)]
    changes: list[list[float]] = []
    for at, word in enumerate(wanted):
        above, left_out = rows[-1], len(word) + 1
        costs = _costs(word, given, folded, at == 0, at == len(wanted) - 1)
        row = [above[0] + left_out]
        for column, other in enumerate(given):
            changed, without = above[column] + costs[column], above[column + 1] + left_out
            row.append(min(changed, without, row[column] + len(other) + 1))
        rows.append(row)
        changes.append(costs)
    at, column = len(wanted), min(range(len(given) + 1), key=rows[-1].__getitem__)
    steps: list[Step] = []
    while at:
        cost = rows[at][column]
        change = changes[at - 1][column - 1] if column else inf
        # Where it costs the same, words that agree are kept together as far as can be.
        if column and change >= 1 and cost == rows[at][column - 1] + len(given[column - 1]) + 1:
            column -= 1
            steps.append(Step(False, None, column))
        elif column and cost == rows[at - 1][column - 1] + change:
            at, column = at - 1, column - 1
            steps.append(Step(change < 1, at, column))
        else:
            at -= 1
            steps.append(Step(False, at, None))
    steps.reverse()
    _fill(steps, len(given))
    return steps


def _costs(
    word: str, given: Sequence[str], folded: Sequence[str], is_first: bool, is_last: bool
) -> list[float]:
    """Return what it costs to put each word of the text in the place of one of the quote."""
    bare = fold(word)
    costs: list[float] = []
    for other, bare_other in zip(given, folded, strict=True):
        if word == other:
            costs.append(0)
        elif (is_first and other.endswith(word)) or (is_last and _begins(other, word)):
            costs.append(_PART)
        else:
            costs.append(max(1, Indel.distance(bare, bare_other)))
    return costs


def _begins(word: str, part: str) -> bool:
    """Say whether a word begins with a part, its last letter with all its accents."""
    return word.startswith(part) and not category(word[len(part)]).startswith("M")


def _fill(steps: list[Step], count: int) -> None:
    """Set words of the text, as far as it goes, against what the quote has too many at its ends.

    It costs less to leave them out, since what the text has before and after is for nothing; but
    whoever reads of the difference wants to see what the text has there.
    """
    used = [at for at, step in enumerate(steps) if step.given is not None]
    if not used:
        return
    for ends, by in ((range(used[0] - 1, -1, -1), -1), (range(used[-1] + 1, len(steps)), 1)):
        for at in ends:
            given = (steps[at - by].given or 0) + by
            if not 0 <= given < count:
                break
            steps[at] = replace(steps[at], given=given)
