"""Occurrences are the places where a text names an entry, found by the forms that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from unicodedata import category

from edition.core.span import Span
from edition.core.word import ALONE

_LETTER = rf"[^\W{ALONE}]"
_HYPHENS = r"-\u2010\u2011"
_HYPHEN = f"(?<!-)[{_HYPHENS}](?!-)"
"""Makes words a compound, which is another word: the Low of Low-Tide is not Low. Two hyphens are
a dash, and part what they stand between."""
_APOSTROPHE = f"['’](?![sS](?!{_LETTER}|[{_HYPHENS}]))"
"""Stands within a word, as in Xi'an; that of a possessive ends it."""
_JOINERS = "\u200c\u200d"
"""Invisible, and within a word of Persian or Hindi."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place that names an entry."""

    span: Span
    term: str
    """The entry's id."""


@dataclass(slots=True)
class _Node:
    """A place in the tree of forms, to which the same parts of a text always lead."""

    next: dict[str, _Node] = field(default_factory=dict)
    term: str = ""
    """The entry of the form that ends here; empty where none does."""


class Forms:
    """The forms of entries, as a tree: looking for many takes no longer than for few."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """Take each form with its entry's id; the first to have a form keeps it."""
        self._root = _Node()
        for form, term in forms:
            node = self._root
            for part in parts(form):
                node = node.next.setdefault(part, _Node())
            node.term = node.term or term

    def find(self, unit: str, text: str) -> Iterator[Occurrence]:
        """Yield every occurrence in a text, in order; of forms that begin together, the longest.

        Both begin and end with a part of the text: so no occurrence is within a word, and none
        overlaps another.
        """
        words = parts(text)
        starts = (0, *accumulate(map(len, words)))
        begins, end = self._root.next, 0
        for at, word in enumerate(words):
            if at >= end and word in begins:
                end, term = self._longest(words, at)
                if term:
                    yield Occurrence(Span(unit, starts[at], starts[end]), term)

    def _longest(self, words: Sequence[str], at: int) -> tuple[int, str]:
        """Return the end and the entry of the longest form that begins at a part of a text."""
        end, term = at + 1, ""
        node = self._root.next.get(words[at])
        while node is not None:
            at += 1
            if node.term:
                end, term = at, node.term
            node = node.next.get(words[at]) if at < len(words) else None
        return end, term


def parts(text: str) -> list[str]:
    """Cut a text into words and single signs, spaces among them; together they are the text.

    A word of a script without spaces is not to be told from its neighbours: there every letter is
    one.

    >>> parts("Xi'an's low-tide")
    ["Xi'an", "'", 's', ' ', 'low-tide']
    """
    marks = {sign for sign in set(text) if category(sign).startswith("M") or sign in _JOINERS}
    return _splitter("".join(sorted(marks))).findall(text)


@lru_cache
def _splitter(marks: str) -> re.Pattern[str]:
    r"""Return what cuts a text that has some marks, which `\w` does not take for letters."""
    mark = f"[{re.escape(marks)}]"
    letters = f"(?:{_LETTER}|{mark})+" if marks else f"{_LETTER}+"
    word = f"{letters}(?:(?:{_HYPHEN}|{_APOSTROPHE}){letters})*(?:{_HYPHEN})?"
    sign = f".{mark}*" if marks else "."
    return re.compile(f"{word}|{sign}", re.DOTALL)


def first_of_each(
    occurrences: Iterable[Occurrence], taken: Sequence[tuple[int, int]] = ()
) -> tuple[Occurrence, ...]:
    """Return the first occurrence of each entry that is clear of some stretches; all in order.

    Such stretches are links already, and a term is never a link inside another.
    """
    first: dict[str, Occurrence] = {}
    passed = 0
    for found in occurrences:
        while passed < len(taken) and taken[passed][1] <= found.span.start:
            passed += 1
        if passed == len(taken) or found.span.end <= taken[passed][0]:
            first.setdefault(found.term, found)
    return tuple(first.values())
