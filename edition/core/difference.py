"""A difference is where a quote and the passage it was meant for part, in whole words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.core.word import words
from edition.core.word_alignment import Step, align_words

_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quote and the words of a text that stand in their place."""

    expected: _Stretch
    """In the quote, with a word on each side that agrees, where there is one."""
    found: _Stretch
    """In the text, likewise."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quote lies on a text."""

    place: _Stretch
    """In the text: what the quote corresponds to."""
    differences: tuple[Difference, ...]
    """In order; none if all words agree, though spaces between them may not."""
    is_cut_off: bool = False
    """Whether the text ends before the quote does."""


def compare(quote: str, text: str) -> Comparison:
    """Lay a quote on the stretch of a text which it is most like; meant for some dozens of words.

    As few letters as can be are changed, words taken whole; the text may have more before and
    after, and the quote may begin and end within a word.
    """
    wanted, given = list(words(quote)), list(words(text))
    steps = align_words([quote[a:b] for a, b in wanted], [text[a:b] for a, b in given])
    used = [step.given for step in steps if step.given is not None]
    if not used:
        return Comparison((0, 0), (Difference((0, len(quote)), (0, 0)),))
    for step in (steps[0], steps[-1]):
        if step.agrees and step.wanted is not None and step.given is not None:
            word = quote[slice(*wanted[step.wanted])]
            given[step.given] = _clipped(word, text, given[step.given], step.wanted == 0)
    differences: list[Difference] = []
    index = 0
    while index < len(steps):
        end = index
        while end < len(steps) and not steps[end].agrees:
            end += 1
        if end > index:
            differences.append(_difference(wanted, given, steps[max(0, index - 1) : end + 1]))
        index = end + 1
    place = given[used[0]][0], given[used[-1]][1]
    return Comparison(place, tuple(differences), steps[-1].given is None)


def _clipped(word: str, text: str, stretch: _Stretch, is_first: bool) -> _Stretch:
    """Return the part of a word of the text that the quote has of it at its start or end."""
    start, end = stretch
    if is_first and text[start:end].endswith(word):
        return end - len(word), end
    return start, start + len(word)


def _difference(
    wanted: Sequence[_Stretch], given: Sequence[_Stretch], steps: Sequence[Step]
) -> Difference:
    return Difference(
        _cover(wanted, (step.wanted for step in steps)),
        _cover(given, (step.given for step in steps)),
    )


def _cover(stretches: Sequence[_Stretch], chosen: Iterable[int | None]) -> _Stretch:
    present = [stretches[at] for at in chosen if at is not None]
    return (present[0][0], present[-1][1]) if present else (0, 0)
