"""Folding makes texts alike that differ in typography only, to say that nothing else differs.

A quote must agree to the letter; but marks that look the same, or that an editor's program changes
by itself, are hard to see, and whoever has to mend them should be told where to look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from unicodedata import category, normalize

from edition.core.blocks import Blocks

_QUOTATION_MARKS = "\"'`´ʹʺʻʼʽ‘’‚‛“”„‟‹›«»′″＂＇"
_DASHES = "-‐‑‒–—―⁃−﹘﹣－"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CHUNK = 256
"""Characters that are folded together; finding a place again costs folding one of them."""


def _is_invisible(character: str) -> bool:
    """Say whether a character is a format character or a variation selector."""
    return category(character) == "Cf" or character in _SELECTORS


_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def _without_marks(character: str) -> str:
    parts = normalize("NFD", character)
    return "".join(c for c in parts if not category(c).startswith("M") or c in _SELECTORS)


# Each maps one character, so that a text can be folded in pieces. Those that come last are the
# first to be held guiltless: a ligature has another capital form too, but that is not what differs.
_KINDS: dict[str, Callable[[str], str]] = {
    "quotation marks": lambda c: "'" if c in _QUOTATION_MARKS else c,
    "dashes": lambda c: "-" if c in _DASHES else c,
    "dots": lambda c: "..." if c == "…" else c,
    "ligatures": lambda c: _LIGATURES.get(c, c),
    "invisible characters": lambda c: "" if _is_invisible(c) else c,
    "accents or their encoding": _without_marks,
    "capitals": str.casefold,
}


_SHOWN = ("quotation marks", "dashes")
"""Kinds in which one character stands for one, so that the first pair can be shown."""


class _Table(dict[int, str]):
    """What `str.translate` needs to fold some kinds; characters are entered as they come."""

    def __init__(self, kinds: Iterable[str]) -> None:
        self.kinds = [_KINDS[kind] for kind in kinds]
        self[ord("\n")] = " "  # between two units, across which somebody may have quoted

    def __missing__(self, code: int) -> str:
        text = chr(code)
        for kind in self.kinds:
            text = "".join(map(kind, text))
        self[code] = text
        return text


_ALL = _Table(_KINDS)


def fold(text: str) -> str:
    """Return a text without what is mere typography: marks, dashes, capitals, accents.

    >>> fold("“Émigré” – 2016")
    "'emigre' - 2016"
    """
    return text.translate(_ALL)


def differing_kinds(one: str, other: str) -> tuple[str, ...]:
    """Return in what kinds of typography two texts differ; nothing if they differ otherwise too.

    >>> differing_kinds("Nye’s", "nye's")
    ('quotation marks', 'capitals')
    """
    if one == other or fold(one) != fold(other):
        return ()
    kinds = list(_KINDS)
    for kind in reversed(_KINDS):
        fewer = _Table(other_kind for other_kind in kinds if other_kind != kind)
        if one.translate(fewer) == other.translate(fewer):
            kinds.remove(kind)
    return tuple(kinds)


def only_typography(wanted: str, given: str, whose: str = "quote") -> str:
    """Return in words what kinds of typography alone part a text from what was wanted of it.

    >>> only_typography("Nye’s", "Nye's")
    "only quotation marks differ: the text has ' where the quote has ’"
    """
    kinds = differing_kinds(wanted, given)
    if not kinds:
        return ""
    said = f"only {' and '.join(kinds)} differ"
    if len(kinds) == 1 and kinds[0] in _SHOWN:
        pairs = zip(wanted, given, strict=True)
        mine, theirs = next((mine, theirs) for mine, theirs in pairs if mine != theirs)
        return f"{said}: the text has {theirs} where the {whose} has {mine}"
    return said


@dataclass(frozen=True, eq=False)
class Folded:
    """A text, folded, in which places can be found again."""

    original: str

    @cached_property
    def _chunks(self) -> tuple[str, ...]:
        starts = range(0, len(self.original), _CHUNK)
        return tuple(fold(self.original[start : start + _CHUNK]) for start in starts)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Return where each chunk begins in the folded text, and where the last one ends."""
        return (0, *accumulate(map(len, self._chunks)))

    @cached_property
    def blocks(self) -> Blocks:
        """Return the folded text, to be searched."""
        # Small blocks, close together: eight characters that agree are enough to be noticed.
        return Blocks("".join(self._chunks), size=6, stride=3)

    def offset(self, index: int) -> int:
        """Return the offset in the folded text of a character of the original."""
        chunk = index // _CHUNK
        return self._starts[chunk] + len(fold(self.original[chunk * _CHUNK : index]))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that became a stretch of the folded text.

        What folds to nothing belongs to the character before it.
        """
        first, last = self._index(start), self._index(end - 1) + 1
        while last < len(self.original) and not fold(self.original[last]):
            last += 1
        return first, last

    def _index(self, offset: int) -> int:
        """Return the character of the original that gave a character of the folded text."""
        chunk = bisect_right(self._starts, offset) - 1
        index, left = chunk * _CHUNK, offset - self._starts[chunk]
        while (length := len(fold(self.original[index]))) <= left:
            left -= length
            index += 1
        return index
