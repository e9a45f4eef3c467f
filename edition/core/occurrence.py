"""Occurrences are the places where a text names an entry, found by the forms that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.core.span import Span
from edition.core.term import Term

_BEFORE, _AFTER = r"(?<![\w-])", r"(?![\w-])"
"""Neither part of a word nor of a compound: the Low of Low-Tide is not Low."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place that names an entry."""

    span: Span
    term: str
    """The entry's id."""


def stands_in(form: str, text: str) -> bool:
    """Say whether a form occurs in a text by itself, and not as a part of a longer word."""
    return re.search(f"{_BEFORE}{re.escape(form)}{_AFTER}", text) is not None


class Forms:
    """The forms of all entries, to be looked for in one pass over a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.term_of: Mapping[str, str] = {form: term.id for term in terms for form in term.forms}
        # The longest first: an alternation takes the first that fits.
        longest = sorted(self.term_of, key=lambda form: (-len(form), form))
        forms = "|".join(re.escape(form) for form in longest)
        self.pattern = re.compile(f"{_BEFORE}(?:{forms}){_AFTER}") if forms else None

    def find(self, unit: str, text: str) -> Iterator[Occurrence]:
        """Yield every occurrence in a text, in order; none overlaps another."""
        if self.pattern is None:
            return
        for match in self.pattern.finditer(text):
            yield Occurrence(Span(unit, match.start(), match.end()), self.term_of[match[0]])


def first_of_each(
    occurrences: Sequence[Occurrence], taken: Sequence[tuple[int, int]] = ()
) -> tuple[Occurrence, ...]:
    """Return the first occurrence of each entry that lies clear of the stretches taken.

    What is taken are the article's own links: a term is never a link inside another.
    """
    first: dict[str, Occurrence] = {}
    for found in occurrences:
        clear = all(found.span.end <= start or end <= found.span.start for start, end in taken)
        if clear and found.term not in first:
            first[found.term] = found
    return tuple(first.values())
