"""An excerpt is a run of paragraphs, or of sentences in them, as an address of the plain view."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.core.addresses import PLAIN, range_address
from edition.core.edition import Edition
from edition.core.unit import Unit, range_name

_ADDRESS = re.compile(
    re.escape(PLAIN) + r"\?p=(\d{1,6})(?:-(\d{1,6}))?(?:&s=(\d{1,6})(?:-(\d{1,6}))?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Whole paragraphs, or from one sentence of the first to one of the last."""

    first: int
    last: int
    """Numbers of paragraphs, both included."""
    opens: int = 0
    """The sentence of the first paragraph with which it begins; 0 for whole paragraphs."""
    closes: int = 0
    """The sentence of the last paragraph with which it ends; 0 for whole paragraphs."""

    @property
    def address(self) -> str:
        """Return where the paragraphs are shown alone, with these sentences marked."""
        address = range_address(self.first, self.last)
        if not self.opens:
            return address
        is_one = self.first == self.last and self.opens == self.closes
        return f"{address}&s={self.opens}" if is_one else f"{address}&s={self.opens}-{self.closes}"

    @property
    def name(self) -> str:
        """Return what a course calls it: `¶¶ 7–12`, `¶ 7, sentences 2–4`."""
        if not self.opens:
            return range_name(self.first, self.last)
        if self.first != self.last:
            first = sentence_name(self.first, self.opens)
            return f"{first}, to {sentence_name(self.last, self.closes)}"
        if self.opens == self.closes:
            return sentence_name(self.first, self.opens)
        return f"¶ {self.first}, sentences {self.opens}–{self.closes}"


def sentence_name(paragraph: int, sentence: int) -> str:
    """Return what one sentence is called: `¶ 7, sentence 2`."""
    return f"¶ {paragraph}, sentence {sentence}"


def read_excerpt(address: str) -> Excerpt | None:
    """Return the excerpt at an address below the site's base; None for what is none.

    Each has one address: `?p=07` or `?p=7-7` is none, though the page would show it.

    >>> read_excerpt("text/plain/?p=7-8&s=2-1")
    Excerpt(first=7, last=8, opens=2, closes=1)
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    first, opens = int(match[1]), int(match[3] or 0)
    found = Excerpt(first, int(match[2] or first), opens, int(match[4] or opens))
    return found if found.address == address else None


def is_there(edition: Edition, excerpt: Excerpt) -> bool:
    """Return whether an edition has all of an excerpt, and it does not run backwards."""
    numbers = [unit.number for unit in edition.paragraphs]
    if not (excerpt.first <= excerpt.last and {excerpt.first, excerpt.last} <= set(numbers)):
        return False
    if not excerpt.opens:
        return True
    lengths = edition.sentence_lengths
    is_forward = excerpt.first < excerpt.last or excerpt.opens <= excerpt.closes
    return (
        is_forward
        and 1 <= excerpt.opens <= len(lengths.get(excerpt.first, ()))
        and 1 <= excerpt.closes <= len(lengths.get(excerpt.last, ()))
    )


def units_of(edition: Edition, excerpt: Excerpt) -> tuple[Unit, ...]:
    """Return the paragraphs of an excerpt, whole, in order."""
    numbers = range(excerpt.first, excerpt.last + 1)
    return tuple(unit for unit in edition.paragraphs if unit.number in numbers)


def count_excerpt_words(edition: Edition, excerpt: Excerpt) -> int:
    """Return how many words there are to read: of its sentences alone, where it names any."""
    units = units_of(edition, excerpt)
    if not excerpt.opens:
        return sum(unit.words for unit in units)
    lengths = edition.sentence_lengths
    words = 0
    for unit in units:
        counts = lengths.get(unit.number, ())
        start = excerpt.opens - 1 if unit.number == excerpt.first else 0
        end = excerpt.closes if unit.number == excerpt.last else len(counts)
        words += sum(counts[start:end])
    return words
