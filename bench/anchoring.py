"""Anchoring, measured: how long quotes take to find their places, and how that grows."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.timing import spread
from edition.core.anchor import locate
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span

SCALES = (1, 2, 4)
"""Text and quotes grow together, as in an edition of a longer work."""
CHARACTERS, QUOTES, BROKEN = 1_000_000, 10_000, 100
"""At the first scale."""

_UNIT = 1000
_WORDS = 20_000
_SYLLABLES = [a + b + c for a in "bdfglmnprst" for b in "aeiou" for c in ("", "n", "s", "r")]
_SEED = 20261124


@dataclass(frozen=True, slots=True)
class Work:
    """A made-up text with quotes from it; the same scale always gives the same."""

    units: Mapping[str, str]
    quotes: Sequence[Quote]
    """From everywhere, without unit, prefix or suffix: nothing says where to look."""
    broken: Sequence[Quote]
    """Each with two letters changed, a third and half of the way through."""


def make_work(scale: int, is_one_unit: bool) -> Work:
    """Return a text of so many million characters, in units of 1,000 or in one.

    Words are as frequent as in a natural language (the frequency falls with the rank): there, some
    stretches are everywhere and others are not, which is what an index lives by.
    """
    dice = random.Random(_SEED)
    vocabulary = ["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) for _ in range(_WORDS)]
    weights = [1 / rank for rank in range(1, _WORDS + 1)]
    size = scale * CHARACTERS
    text = " ".join(dice.choices(vocabulary, weights, k=size // 3))[:size]
    step = size if is_one_unit else _UNIT
    units = {f"p{at // step + 1}": text[at : at + step].strip() for at in range(0, size, step)}
    quotes = [_quote(dice, dice.choice(list(units.values()))) for _ in range(scale * QUOTES)]
    return Work(units, quotes, [_broken(quote) for quote in quotes[: scale * BROKEN]])


def _quote(dice: random.Random, text: str) -> Quote:
    length = dice.randint(30, 200)
    start = dice.randrange(len(text) - length)
    return Quote(text[start : start + length])


def _broken(quote: Quote) -> Quote:
    letters = list(quote.exact)
    letters[len(letters) // 3], letters[len(letters) // 2] = "X", "Y"
    return Quote("".join(letters))


def time_anchoring(work: Work) -> tuple[float, float]:
    """Return the processor's seconds for the quotes, with the index, and for the broken ones."""
    passages = Passages(work.units)
    start = time.process_time()
    found = [locate(passages, quote) for quote in work.quotes]
    middle = time.process_time()
    missed = [locate(passages, quote) for quote in work.broken]
    end = time.process_time()
    placed = sum(isinstance(place, Span) for place in found)
    if placed < 0.99 * len(found) or any(isinstance(place, Span) for place in missed):
        raise ValueError(f"{placed} of {len(found)} quotes found: not what is to be measured")
    return middle - start, end - middle


def anchoring_rows(runs: int) -> list[tuple[str, ...]]:
    """Measure, and return a table's rows: median seconds at each scale, and how they grow.

    Growth is taken within each round; 1.00 is time that grows as text and quotes do.
    """
    shapes = {"units of 1,000": False, "one unit": True}
    times: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for shape, is_one_unit in shapes.items():
        works = {scale: make_work(scale, is_one_unit) for scale in SCALES}
        for index in range(runs):
            turn = index % len(SCALES)
            for scale in (*SCALES[turn:], *SCALES[:turn]):
                times.setdefault((shape, scale), []).append(time_anchoring(works[scale]))
    first, *larger = SCALES
    heads = [f"{scale} MB, s" for scale in SCALES] + [f"growth ×{scale}" for scale in larger]
    rows = [("processor time with index", *heads, "expected")]
    kinds = ((0, f"{QUOTES:,} quotes", "under 2 s"), (1, f"{BROKEN} broken ones", "under 5 s"))
    for which, name, expected in kinds:
        for shape in shapes:
            seconds = {s: [both[which] for both in times[shape, s]] for s in SCALES}
            cells = [f"{spread(seconds[scale]).median:.2f}" for scale in SCALES]
            for scale in larger:
                pairs = zip(seconds[scale], seconds[first], strict=True)
                cells.append(spread([there / here / scale for there, here in pairs]).text())
            rows.append((f"{name} a MB, {shape}", *cells, f"{expected} at {first} MB"))
    return rows
