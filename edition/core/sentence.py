"""A sentence is a part of a paragraph, counted from 1: split once, recorded, permanent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.core.problem import Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the work, as it was recorded."""

    id: str
    """Such as `p7-s12`."""
    unit: str
    start: int
    end: int
    """Code points of the unit's plain text."""
    place: Place


_END = re.compile(r"[.!?][\"”’')\]]*")
"""What may end a sentence, with the quotation marks and brackets that belong to it."""
_CITED = re.compile(r"\s*\([^()]*\)\.?")
"""A citation that stands behind the full stop belongs to what it is cited for."""
_OPENS = re.compile(r"\s+(?=[\"“‘(\[]*[A-Z0-9])|(?=[A-Z])")
"""A space is lacking in places; before a digit it tells a sentence from a decimal."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\bn\.d|\bcf|\bvol|\bno|\bpp?|\bed|\betc|\bi\.e|\be\.g)$")
"""What stands before a full stop that is none: an initial, or a word cut short."""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a paragraph, without the space between them.

    A proposal for an eye to review: it is made once, and what is recorded counts from then on.

    >>> text = "So said J. Nye (n.d.). It stood. (Zogg, 2019) He left."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['So said J. Nye (n.d.).', 'It stood. (Zogg, 2019)', 'He left.']
    """
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or _ABBREVIATED.search(text, start, match.start()):
            continue
        if text.count("(", start, match.end()) > text.count(")", start, match.end()):
            continue  # within a citation
        end = match.end()
        while cited := _CITED.match(text, end):
            end = cited.end()
        opens = _OPENS.match(text, end)
        if opens is not None:
            yield start, end
            start = opens.end()
    if text[start:].strip():
        yield start, len(text)
