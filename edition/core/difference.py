"""A difference is where a quote and the passage it was meant for part, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from unicodedata import category

from rapidfuzz.distance import Indel

from edition.core.word import words

_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quote and the words of a text that stand in their place."""

    expected: _Stretch
    """In the quote, with a word on each side that agrees, where there is one."""
    found: _Stretch
    """In the text, likewise."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quote lies on a text."""

    place: _Stretch
    """In the text: what the quote corresponds to."""
    differences: tuple[Difference, ...]
    """In order; none if all words agree, though spaces between them may not."""
    is_cut_off: bool = False
    """Whether the text has nothing for the last words of the quote."""


_Step = tuple[int | None, int | None]
"""A word of the quote and the word of the text that it stands for; either may be missing."""


def compare(quote: str, text: str) -> Comparison:
    """Lay a quote on the stretch of a text which it is most like.

    As few letters as can be are changed, words taken whole; what the text has before and after
    is free. The time is that of all pairs of words: for quotes of some dozens.
    """
    wanted, given = list(words(quote)), list(words(text))
    steps = _steps([quote[a:b] for a, b in wanted], [text[a:b] for a, b in given])
    _clip(wanted, given, steps, quote, text)
    used = [at for _, (_, at) in steps if at is not None]
    if not used:
        return Comparison((0, 0), (Difference((0, len(quote)), (0, 0)),))
    differences: list[Difference] = []
    index = 0
    while index < len(steps):
        end = index
        while end < len(steps) and not steps[end][0]:
            end += 1
        if end > index:
            shown = [step for _, step in steps[max(0, index - 1) : end + 1]]
            differences.append(
                Difference(
                    _cover(wanted, [at for at, _ in shown]), _cover(given, [at for _, at in shown])
                )
            )
        index = end + 1
    place = given[used[0]][0], given[used[-1]][1]
    return Comparison(place, tuple(differences), steps[-1][1][1] is None)


def _clip(
    wanted: Sequence[_Stretch],
    given: list[_Stretch],
    steps: Sequence[tuple[bool, _Step]],
    quote: str,
    text: str,
) -> None:
    """Cut the text's first and last word where the quote begins and ends within them."""
    for agrees, (mine, theirs) in (steps[0], steps[-1]):
        if not agrees or mine is None or theirs is None:
            continue
        word, (start, end) = quote[slice(*wanted[mine])], given[theirs]
        if mine == 0 and text[start:end].endswith(word):
            given[theirs] = end - len(word), end
        elif mine == len(wanted) - 1:
            given[theirs] = start, start + len(word)


def _cover(stretches: Sequence[_Stretch], chosen: Sequence[int | None]) -> _Stretch:
    present = [stretches[at] for at in chosen if at is not None]
    return (present[0][0], present[-1][1]) if present else (0, 0)


def _steps(wanted: Sequence[str], given: Sequence[str]) -> list[tuple[bool, _Step]]:
    """Return how two lists of words go together, each step with whether it agrees."""
    rows = [[0.0] * (len(given) + 1)]
    changes: list[list[float]] = []
    for at, word in enumerate(wanted):
        above = rows[-1]
        left_out = len(word) + 1
        costs = [_change(word, other, at == 0, at == len(wanted) - 1) for other in given]
        row = [above[0] + left_out]
        for column, other in enumerate(given):
            row.append(
                min(
                    above[column] + costs[column],
                    above[column + 1] + left_out,
                    row[column] + len(other) + 1,
                )
            )
        rows.append(row)
        changes.append(costs)
    at, column = len(wanted), min(range(len(given) + 1), key=rows[-1].__getitem__)
    steps: list[tuple[bool, _Step]] = []
    while at:
        cost = rows[at][column]
        change = changes[at - 1][column - 1] if column else inf
        # Where it costs the same, words that agree are kept together as far as can be.
        if change >= 1 and column and cost == rows[at][column - 1] + len(given[column - 1]) + 1:
            column -= 1
            steps.append((False, (None, column)))
        elif column and cost == rows[at - 1][column - 1] + change:
            at, column = at - 1, column - 1
            steps.append((change < 1, (at, column)))
        else:
            at -= 1
            steps.append((False, (at, None)))
    return steps[::-1]


def _change(wanted: str, given: str, is_first: bool, is_last: bool) -> float:
    """Return how many letters have to go and to come to make one word the other."""
    if wanted == given:
        return 0
    # A quote may begin and end within a word, but a whole word is better.
    if is_first and given.endswith(wanted):
        return 0.5
    if is_last and given.startswith(wanted) and not category(given[len(wanted)]).startswith("M"):
        return 0.5
    return Indel.distance(wanted, given)
