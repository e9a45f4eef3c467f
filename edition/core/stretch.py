"""Stretches of time that a chart shows: one after another, or each within the one before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.core.edtf import Edtf, Fault, read_edtf
from edition.core.moment import day_words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from a first to a last."""

    first: int
    """The number of its first day."""
    last: int
    """The number of its last day."""
    when: Edtf
    """As it was written."""

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return self.last + 1 - self.first


def read_stretches(written: str) -> tuple[Stretch, ...] | Fault:
    """Return the stretches that follow one another: spans of EDTF with blanks between them.

    Each begins on the day after the one before ends, so that every day has one place in a chart.
    """
    stretches = _read(written)
    if isinstance(stretches, Fault):
        return stretches
    for before, after in pairwise(stretches):
        if after.first != before.last + 1:
            expected = f"{after.when.text} to begin on {day_words(before.last + 1)}"
            return Fault(
                f"expected {expected}, found {day_words(after.first)}",
                "the parts of a chart follow one another without a gap",
            )
    return stretches


def read_nested(written: str) -> tuple[Stretch, ...] | Fault:
    """Return the stretches of which each lies within the one before, and is shorter."""
    stretches = _read(written)
    if isinstance(stretches, Fault):
        return stretches
    for outer, inner in pairwise(stretches):
        if not (inner.when.lies_within(outer.first, outer.last) and inner.days < outer.days):
            return Fault(
                f"expected a part of {outer.when.text}, found {inner.when.text}",
                "each span shows a part of the one before it",
            )
    return stretches


def part_of(stretches: Sequence[Stretch], day: int) -> int:
    """Return in which of some stretches a day lies; what is outside of all lies in the nearest."""
    return max(0, bisect_right(stretches, day, key=lambda stretch: stretch.first) - 1)


def _read(written: str) -> tuple[Stretch, ...] | Fault:
    stretches = []
    for text in written.split() or [written]:
        when = read_edtf(text)
        if isinstance(when, Fault):
            return when
        if when.first is None or when.last is None:
            return Fault(
                f"expected a span with a beginning and an end, found {text}",
                "a chart begins and ends somewhere",
            )
        stretches.append(Stretch(when.first, when.last, when))
    return tuple(stretches)
