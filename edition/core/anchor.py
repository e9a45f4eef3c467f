"""Anchoring finds the one place of the work that a quote is about, or says why there is none.

A quote must agree with the text character for character, white space aside. Nothing is guessed: a
note that moved by itself to a passage that is merely alike would say something false.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from edition.core import miss
from edition.core.context import describe
from edition.core.miss import Miss
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span

__all__ = ["Miss", "Passages", "Quote", "Span", "describe", "locate"]


def locate(passages: Passages, quote: Quote) -> Span | Miss:
    """Return where a quote stands, or why it does not stand in exactly one place.

    `locate(passages, describe(passages, span))` is the span again, for every span that this
    returns and for every other one that neither begins nor ends with a space.
    """
    everywhere = replace(quote, unit="")
    if not quote.exact:
        return miss.empty()
    if quote.unit and quote.unit not in passages.texts:
        return miss.unknown_unit(passages, quote, _places(passages, everywhere))
    places = _places(passages, quote)
    if len(places) == 1:
        return places[0]
    if places:
        return miss.ambiguous(passages, quote, places)
    # From the likeliest mistake to the least likely one: each test is of a quote that asks less.
    if quote.unit and (elsewhere := _places(passages, everywhere)):
        return miss.elsewhere(quote, elsewhere)
    if places := _places(passages, Quote(quote.exact, quote.unit)):
        return miss.excluded(passages, quote, places)
    if quote.unit and (elsewhere := _places(passages, Quote(quote.exact))):
        return miss.elsewhere(quote, elsewhere)
    return miss.not_found(passages, quote)


def _places(passages: Passages, quote: Quote) -> list[Span]:
    """Return the places of a quote, one more than are counted at the most."""
    return list(islice(passages.places(quote), miss.COUNTED + 1))
