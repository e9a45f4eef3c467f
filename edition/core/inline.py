"""The few Markdown marks of a base text, read into runs of plain words with their marks.

The grammar is closed: `**strong**`, `*emphasis*`, `<address>`,
`[label](address)` and a doubly escaped underscore. Everything else is words. A mark without its
partner is words too: the article's own stray brackets and asterisks must survive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARK = re.compile(
    r"""
      (?P<underscore> \\\\_ )
    | \*\*(?P<strong> (?![\s*]) (?:[^*]|\*(?!\*))+? (?<!\s) )\*\*
    | \*(?P<emphasis> (?![\s*]) (?:[^*]|\*\*)+? (?<!\s) )\*(?!\*)
    | <(?P<autolink> (?:https?|mailto):[^<>\s]+ )>
    | \[(?P<label> [^\[\]]+ )\]\((?P<address> https?://[^()]* )\)
    """,
    re.VERBOSE | re.DOTALL,
)


_WORDS_OR_SPACE = re.compile(r"(?P<space>\s+)|(?P<words>\S+(?: \S+)*)")
_NEEDS_READING = re.compile(r"[*<\[\\]|[^\S ]|  ")
"""A mark, or white space other than single spaces."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share their marks."""

    text: str
    """Plain words; white space is single spaces."""
    strong: bool = False
    emphasis: bool = False
    small_caps: bool = False
    superscript: bool = False
    address: str = ""
    """Where the words lead; empty when they are no link."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain words that stands in the source without a break."""

    offset: int
    """Of its first character in the plain text."""
    origin: int
    """Of the same character in the source."""
    length: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of marked text, read."""

    text: str
    """The plain words: all runs put together."""
    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    """Where the words stand in the source, in order."""

    def offset_of(self, index: int) -> int:
        """Return the offset in `text` that corresponds to an index in the source.

        An index inside a mark or white space that was dropped gives the end of the words before.
        """
        at = bisect_right(self.pieces, index, key=lambda piece: piece.origin) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        return piece.offset + min(index - piece.origin, piece.length)


def read_inline(source: str) -> Inline:
    """Read marked text; white space is collapsed to single spaces and stripped at both ends.

    >>> read_inline("In *The  Diplomat*.").text
    'In The Diplomat.'
    """
    words = source.strip()
    if not _NEEDS_READING.search(words):  # nearly every paragraph: one run, one piece
        runs_of_it = (Run(words),) if words else ()
        start = len(source) - len(source.lstrip())
        return Inline(words, runs_of_it, (Piece(0, start, len(words)),) if words else ())
    runs: list[Run] = []
    pieces: list[Piece] = []
    length = 0
    pending: tuple[int, Run] | None = None
    for segment, start, marks in _spread(source, 0, Run("")):
        for match in _WORDS_OR_SPACE.finditer(segment):
            if match.lastgroup == "space":
                if pieces and pending is None:
                    pending = (start + match.start(), marks)
                continue
            if pending is not None:
                _add(runs, " ", pending[1])
                pieces.append(Piece(length, pending[0], 1))
                length, pending = length + 1, None
            _add(runs, match[0], marks)
            pieces.append(Piece(length, start + match.start(), len(match[0])))
            length += len(match[0])
    return Inline("".join(run.text for run in runs), tuple(runs), tuple(pieces))


def _add(runs: list[Run], text: str, marks: Run) -> None:
    """Add words to the last run if it has the same marks, otherwise as a run of their own."""
    if runs and replace(runs[-1], text="") == marks:
        runs[-1] = replace(marks, text=runs[-1].text + text)
    else:
        runs.append(replace(marks, text=text))


_Segment = tuple[str, int, Run]
"""Words as they stand, the index of the first in the source, a run that carries their marks."""


def _spread(source: str, start: int, marks: Run) -> Iterator[_Segment]:
    """Yield the words of a source with their marks; `start` is its index in the whole."""
    at = 0
    for match in _MARK.finditer(source):
        if match.start() > at:
            yield source[at : match.start()], start + at, marks
        at = match.end()
        kind = match.lastgroup or ""
        inner = start + match.start(kind)
        if kind == "underscore":
            yield "_", inner, marks
        elif kind == "autolink":
            yield match[kind], inner, replace(marks, address=match[kind])
        elif kind == "strong":
            yield from _spread(match[kind], inner, replace(marks, strong=True))
        elif kind == "emphasis":
            yield from _spread(match[kind], inner, replace(marks, emphasis=True))
        else:
            address = match["address"].replace(" ", "%20")
            inner = start + match.start("label")
            yield from _spread(match["label"], inner, replace(marks, address=address))
    if at < len(source):
        yield source[at:], start + at, marks
