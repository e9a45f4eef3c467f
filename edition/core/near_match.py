"""A near match is the passage that a quote which is not in the text was most likely meant for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.core.difference import compare
from edition.core.folding import fold, only_typography
from edition.core.likest import find_likest
from edition.core.passages import Passages
from edition.core.word import excerpt, words

_CHARACTERS, _WORDS = 240, 40
"""How much of a quote is compared word by word, from shortly before its first difference."""
_LEAD = 60
"""Characters before the first difference that are compared too."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """The passage that is most like a quote, and where the two part first."""

    unit: str
    likeness: float
    """In per cent; of a long quote, that of one section of it."""
    passage: str
    """The words of the text around the place, shortened."""
    expected: str
    """The quote's words where the two part, with a word on each side that agrees."""
    found: str
    """The text's words in their place."""
    is_end: bool
    """Whether the unit ends there before the quote does."""
    more: bool
    """Whether the words that were compared part again further on."""
    typography: str
    """What alone differs, if it is typography, in words; otherwise empty."""


@dataclass(frozen=True, slots=True)
class _Parting:
    """A place in a quote and the place in the joined text that corresponds to it."""

    wanted: int
    given: int
    likeness: float
    typography: str = ""


def nearest_match(passages: Passages, exact: str, unit: str = "") -> NearMatch | None:
    """Return the passage of a unit, or of all, that is most like words which are not in it."""
    low, high = passages.bounds(unit)
    parting = _same_letters(passages, exact, low, high) or _most_like(passages, exact, low, high)
    if parting is None:
        return None
    unit = passages.unit_at(parting.given)
    low, high = passages.bounds(unit)
    text = passages.texts[unit]
    start, end = _section(exact, max(0, parting.wanted - _LEAD))
    ahead, behind = parting.wanted - start, end - parting.wanted
    first = max(0, parting.given - low - ahead - _LEAD)
    window = text[first : parting.given - low + behind + max(_LEAD, behind // 2)]
    section = exact[start:end]
    comparison = compare(section, window)
    wanted, given = (0, len(section)), comparison.place
    if comparison.differences:
        wanted, given = comparison.differences[0].expected, comparison.differences[0].found
    expected, found = section[slice(*wanted)], window[slice(*given)]
    is_end = comparison.is_cut_off and first + given[1] == len(text) and wanted[1] == len(section)
    return NearMatch(
        unit,
        parting.likeness,
        excerpt(text, first + given[0], first + given[1], 40),
        expected,
        found,
        is_end,
        len(comparison.differences) > 1,
        parting.typography,
    )


def units_across(passages: Passages, exact: str) -> tuple[str, ...]:
    """Return the units in which words begin and end that run on from one into another."""
    folded, wanted = passages.folded, fold(exact)
    for at in folded.blocks.find(wanted, 0, len(folded.blocks.text)):
        start, end = folded.origin(at, at + len(wanted))
        units = passages.unit_at(start), passages.unit_at(end - 1)
        if units[0] != units[1]:
            return units
    return ()


def _section(exact: str, at: int) -> tuple[int, int]:
    """Return the whole words of a quote from a place on, as many as are compared."""
    found = list(words(exact, max(0, at - _CHARACTERS), at + _CHARACTERS))
    found = [stretch for stretch in found if stretch[1] > at][:_WORDS]
    return (found[0][0], found[-1][1]) if found else (at, at)


def _same_letters(passages: Passages, exact: str, low: int, high: int) -> _Parting | None:
    """Return where a text differs from a quote in typography only."""
    folded, wanted = passages.folded, fold(exact)
    bounds = folded.offset(low), folded.offset(high)
    at = next(folded.blocks.find(wanted, *bounds), None)
    if at is None:
        return None
    start, end = folded.origin(at, at + len(wanted))
    text = passages.joined[start:end]
    typography = only_typography(exact, text)
    if not typography:  # a letter that folds to two was cut
        return None
    shared = _agreeing(exact, text)
    return _Parting(shared, min(start + shared, end - 1), 100, typography)


def _most_like(passages: Passages, exact: str, low: int, high: int) -> _Parting | None:
    """Return where a quote and the text that is most like it part, or nearly there.

    A long quote is looked for by a section: its first, and if nothing is like that, its last.
    """
    text, folded = passages.joined, passages.folded
    bounds = folded.offset(low), folded.offset(high)
    for start in dict.fromkeys((0, max(0, len(exact) - _CHARACTERS))):
        start, end = _section(exact, start)
        section = exact[start:end]
        likest = find_likest(folded.blocks, fold(section), *bounds)
        if likest is None:
            continue
        first, last = folded.origin(likest.start, likest.end)
        seam = text.find("\n", first, last)
        if seam >= 0 and seam - first < last - seam:  # the greater part is of the next unit
            first = seam + 1
        at = text.find(section, max(low, first - len(section)), min(high, last + len(section)))
        if at < 0:
            return _Parting(start, first, likest.likeness)
        if start == 0:
            shared = _agreeing(exact, text[at : min(high, at + len(exact))])
            return _Parting(shared, min(at + shared, high - 1), likest.likeness)
        shared = _agreeing(reversed(exact[:start]), reversed(text[max(low, at - start) : at]))
        return _Parting(start - shared, at - shared, likest.likeness)
    return None


def _agreeing(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many characters two texts have in common before they part."""
    count = 0
    for count, (here, there) in enumerate(zip(one, other, strict=False), 1):
        if here != there:
            return count - 1
    return count
