"""Enclosures: the entries that stand in a message between two lines to cut along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_MARK = "[-‐-―−]{1,3}"
"""Three hyphens, or what a mail program has made of them."""
_QUOTES = r"(?P<quotes>(?:[ \t]*>)*)[ \t]*"
_MARKS = re.compile(r"(?:[ \t]*>)*")
_OPENS = re.compile(rf"{_QUOTES}{_MARK} ?8< ?{_MARK}[ \t]*(?P<path>.*)")
_CLOSES = re.compile(rf"{_QUOTES}{_MARK} ?>8 ?{_MARK}[ \t]*")
_FENCE = re.compile(rf"{_QUOTES}{_MARK}[ \t]*")
_FIELD = re.compile(r"[A-Za-z_-]+:(?: |$)")
_SIGNATURE = re.compile(r"--[ \t]?")
_QUOTED = re.compile(r"[ \t]*>")

OPENING, CLOSING = "--- 8< --- docs/notes/NAME.md", "--- >8 ---"


class EnclosureError(Exception):
    """Says what is wrong with the lines that enclose an entry."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An entry as it was sent, what mail programs did to it undone."""

    path: str
    """As the message says; empty where an entry stands there without a name."""
    text: str
    depth: int = 0
    """How often it is quoted: 1 for an entry that somebody forwards with `>` before each line."""


def beside(text: str) -> Iterator[tuple[str, int]]:
    """Yield each paragraph that is of no entry, on one line, and how often it is quoted."""
    lines = text.replace("\u00a0", " ").split("\n")
    words: list[str] = []
    depth = 0
    for line in (*_beside(lines), ""):
        marks = _quotes(line)
        said = _without(line, marks).strip()
        if words and (not said or marks != depth or _SIGNATURE.fullmatch(said)):
            yield " ".join(words), depth
            words = []
        if said:
            words.append(" ".join(said.split()))
        depth = marks


def _beside(lines: list[str]) -> Iterator[str]:
    """Yield the lines outside of entries, and a blank one where one begins."""
    bare = _bare_start(lines)
    is_within = False
    for number, line in enumerate(lines):
        if is_within:
            is_within = not _CLOSES.fullmatch(line)
        elif _OPENS.fullmatch(line):
            is_within = True
            yield ""
        elif number == bare and not any(map(_OPENS.fullmatch, lines)):
            return
        else:
            yield line


def enclosures(text: str) -> tuple[Enclosure, ...]:
    """Return the entries of a message, in order: those to be cut out, or one that stands there.

    Raise `EnclosureError` where one has no end, or is quoted unevenly.
    """
    lines = text.replace("\u00a0", " ").split("\n")
    found = tuple(_cut_out(lines))
    return found or tuple(_bare(lines))


def _cut_out(lines: list[str]) -> Iterator[Enclosure]:
    start = 0
    while start < len(lines):
        opens = _OPENS.fullmatch(lines[start])
        start += 1
        if opens is None:
            continue
        for end in range(start, len(lines)):
            if _OPENS.fullmatch(lines[end]):
                break
            if _CLOSES.fullmatch(lines[end]):
                depth = opens["quotes"].count(">")
                entry = _unquoted(lines[start:end], depth)
                yield Enclosure(opens["path"].strip(), entry, depth)
                start = end + 1
                break
        else:
            end = len(lines)
        if start <= end:
            raise EnclosureError(
                f"the entry {opens['path'].strip()} has no end: expected `{CLOSING}` after it"
            )


def _bare(lines: list[str]) -> Iterator[Enclosure]:
    """Yield the entry that begins with front matter, and goes on to a signature or to the end."""
    start = _bare_start(lines)
    if start is None:
        return
    depth = _quotes(lines[start])
    signatures = (n for n in range(start + 1, len(lines)) if _SIGNATURE.fullmatch(lines[n]))
    entry = lines[start : next(signatures, len(lines))]
    yield Enclosure("", _unquoted(entry, depth), depth)


def _bare_start(lines: list[str]) -> int | None:
    """Return where front matter begins that nothing encloses."""
    for start, (line, after) in enumerate(pairwise(lines)):
        if _FENCE.fullmatch(line) and _FIELD.match(_without(after, _quotes(line)).strip()):
            return start
    return None


def _quotes(line: str) -> int:
    """Return how often a line is quoted."""
    marks = _MARKS.match(line)
    return marks[0].count(">") if marks else 0


def _unquoted(lines: list[str], depth: int) -> str:
    """Return lines without their marks of quotation, trailing white space and blank ends."""
    plain: list[str] = []
    for line in lines:
        if depth and line.strip() and not _QUOTED.match(line):
            shown = line if len(line) <= 40 else f"{line[:40]}…"
            raise EnclosureError(
                f"the entry is quoted, but one of its lines is not: {shown!r}; ask for the message"
                " again, or take the marks of quotation out by hand"
            )
        plain.append(_without(line, depth).rstrip())
    return _with_fences("\n".join(plain).strip("\n")) + "\n"


def _without(line: str, depth: int) -> str:
    for _ in range(depth):
        line = _QUOTED.sub("", line, count=1)
    return line.removeprefix(" ") if depth else line


def _with_fences(text: str) -> str:
    """Return an entry whose front matter stands between lines of three hyphens again."""
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)][:2]
    for number in fences:
        lines[number] = "---"
    return "\n".join(lines)
