"""The passages of a work are the plain texts of its units, searched as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from unicodedata import category

from edition.core.blocks import Blocks
from edition.core.folding import Folded
from edition.core.quote import Quote
from edition.core.span import Span

_BETWEEN = "\n"
"""Between two units: in no unit and in no quote, so that no quote is found across units."""


@dataclass(frozen=True, eq=False)
class Passages:
    """The units of a work, to be searched for quotes; indexes are made when first needed."""

    units: Mapping[str, str] | Sequence[tuple[str, str]]
    """Id and plain text of each unit, in the order of the work, white space collapsed."""

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the plain texts by unit."""
        return dict(self.units)

    @cached_property
    def joined(self) -> str:
        """Return all units as one text."""
        return _BETWEEN.join(self.texts.values())

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self.joined)

    @cached_property
    def folded(self) -> Folded:
        """Return all units as one text that is blind to typography."""
        return Folded(self.joined)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self.texts)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Return where each unit begins in the joined text."""
        starts, at = [], 0
        for text in self.texts.values():
            starts.append(at)
            at += len(text) + len(_BETWEEN)
        return tuple(starts)

    @cached_property
    def _start_of(self) -> dict[str, int]:
        return dict(zip(self._ids, self._starts, strict=True))

    def bounds(self, unit: str = "") -> tuple[int, int]:
        """Return start and end in the joined text of a unit, or of everything."""
        if not unit:
            return 0, len(self.joined)
        return self._start_of[unit], self._start_of[unit] + len(self.texts[unit])

    def unit_at(self, offset: int) -> str:
        """Return the unit that holds an offset of the joined text."""
        return self._ids[bisect_right(self._starts, offset) - 1]

    def words_of(self, span: Span) -> str:
        """Return the words at a span."""
        return self.texts[span.unit][span.start : span.end]

    def places(self, quote: Quote) -> Iterator[Span]:
        """Yield every place where a quote stands, in order; places may overlap.

        Prefix and suffix touch the words or are parted from them by one space. A place whose end,
        suffix included, would cut a combining mark from its letter is none: “cafe” is not in
        “café”, however that is encoded.
        """
        low, high = self.bounds(quote.unit)
        if not quote.exact:
            return
        befores = (quote.prefix, f"{quote.prefix} ") if quote.prefix else ("",)
        afters = (quote.suffix, f" {quote.suffix}") if quote.suffix else ("",)
        ways = [self._ways(b, quote.exact, a, low, high) for b in befores for a in afters]
        length = len(quote.exact)
        for start in ways[0] if len(ways) == 1 else merge(*ways):
            unit = quote.unit or self.unit_at(start)
            offset = start - self._start_of[unit]
            yield Span(unit, offset, offset + length)

    def _ways(self, before: str, exact: str, after: str, low: int, high: int) -> Iterator[int]:
        pattern = f"{before}{exact}{after}"
        for at in self._blocks.find(pattern, low, high):
            end = at + len(pattern)
            if end == high or not category(self.joined[end]).startswith("M"):
                yield at + len(before)
