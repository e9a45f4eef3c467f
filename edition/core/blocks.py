"""An index of blocks finds every occurrence of a pattern without reading the text again.

The text is cut at a stride, and each block is entered with its places. Wherever a pattern of at
least `size + stride - 1` characters stands, it holds a block that was entered: so looking up the
first few stretches of the pattern is enough, in any language, with or without spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_TRIES, _FEW = 16, 4
"""Blocks of a pattern that are looked up for each residue of the stride, until one has few places:
looking up a block takes about as long as trying a place."""
_MANY = 2000
"""Places to be tried one by one; above, as in periodic texts, reading on is faster."""


@dataclass(frozen=True, eq=False)
class Blocks:
    """A text that is searched often."""

    text: str
    size: int = 8
    """Characters of a block: the longer, the fewer places have the same."""
    stride: int = 8
    """Characters from one block to the next: the longer, the smaller the index."""
    direct: int = 32_000
    """Characters that are read faster than an index of them is made."""

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return where each block stands, made when it is first asked for."""
        found: dict[str, list[int]] = {}
        for start in range(0, len(self.text) - self.size + 1, self.stride):
            found.setdefault(self.text[start : start + self.size], []).append(start)
        return found

    def find(self, pattern: str, start: int, end: int) -> Iterator[int]:
        """Yield where a pattern stands between two offsets, in order; occurrences may overlap."""
        if not pattern:
            return
        candidates = None
        if end - start > self.direct and len(pattern) >= self.size + self.stride - 1:
            candidates = self._candidates(pattern)
        if candidates is None:
            yield from self._read(pattern, start, end)
            return
        last = end - len(pattern)
        for at in candidates:
            if start <= at <= last and self.text.startswith(pattern, at):
                yield at

    def _candidates(self, pattern: str) -> list[int] | None:
        """Return where a pattern can stand, in order, or None when that is nearly everywhere."""
        found: list[int] = []
        for residue in range(self.stride):
            last = min(len(pattern) - self.size, residue + (_TRIES - 1) * self.stride)
            rarest, offset = self.places.get(pattern[residue : residue + self.size], []), residue
            for at in range(residue + self.stride, last + 1, self.stride):
                if len(rarest) <= _FEW:
                    break
                hits = self.places.get(pattern[at : at + self.size], [])
                if len(hits) < len(rarest):
                    rarest, offset = hits, at
            if len(found) + len(rarest) > _MANY:
                return None
            found += [hit - offset for hit in rarest]
        return sorted(found)

    def _read(self, pattern: str, start: int, end: int) -> Iterator[int]:
        at = self.text.find(pattern, start, end)
        while at >= 0:
            yield at
            at = self.text.find(pattern, at + 1, end)
