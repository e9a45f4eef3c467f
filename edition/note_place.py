"""The place of a new note: where its quote stands, or which of several places is meant."""

from __future__ import annotations

import shlex

from edition.asking import can_ask, choose, tell
from edition.core.anchor import Miss, Quote, Span, describe, locate
from edition.core.context import describe_within
from edition.core.edition import Edition
from edition.core.unit import unit_name
from edition.core.word import excerpt
from edition.locate_command import said
from edition.refusal import refuse

_LISTED = 20
"""Places among which somebody chooses; of more, so many are shown and more words asked for."""
_CONTEXT = 64
"""Characters of a prefix or suffix up to which it is proposed; above, a longer quote is better."""


def place_quote(edition: Edition, quote: Quote, is_answer: bool = False) -> Quote | None:
    """Return the quote that is found at the place meant, or None after saying why there is none.

    To somebody whose answer the words are, options of the command are of no use.
    """
    found = locate(edition.passages, quote)
    if isinstance(found, Miss) and found.code == "quote-ambiguous":
        places = list(edition.passages.places(quote))
        if len(places) > _LISTED or not can_ask():
            _list(edition, quote, places, with_options=not is_answer)
            return None
        found = _choose(edition, places)
    if isinstance(found, Miss):
        refuse(said(found))
        return None
    if can_ask():
        unit = edition.unit_by_id[found.unit]
        tell(f"found in {unit_name(unit)}: {_shown(edition, found)}")
    return describe(edition.passages, found)


def _choose(edition: Edition, places: list[Span]) -> Span:
    """Return the one of several places that is meant."""
    by_name = {f"{span.unit} at {span.start}": span for span in places}
    shown = {name: _shown(edition, span) for name, span in by_name.items()}
    return by_name[choose(f"The words stand in {len(places)} places. Which is meant?", shown)]


def _list(edition: Edition, quote: Quote, places: list[Span], with_options: bool) -> None:
    """Refuse a quote of several places, and say for each what to add to the command."""
    where = f" of {quote.unit}" if quote.unit else ""
    adding = ", or add what stands below" if with_options else ""
    refuse(
        f"quote-ambiguous: expected the quote in one place{where}, found it in {len(places)}:"
        f" quote more words{adding}"
    )
    shown = places[:_LISTED]
    heads = [_options(edition, span) if with_options else span.unit for span in shown]
    width = max(map(len, heads))
    for head, span in zip(heads, shown, strict=True):
        tell(f"  {head:<{width}}  {_shown(edition, span)}")
    if len(places) > _LISTED:
        tell(f"  … and {len(places) - _LISTED} more")


def _options(edition: Edition, span: Span) -> str:
    """Return the options that mean a place; with a sign of equality, since a value may be `-`."""
    quote = describe_within(edition.passages, span, _CONTEXT)
    if quote is None:
        return f"(in {span.unit})"
    options = {"unit": quote.unit, "prefix": quote.prefix, "suffix": quote.suffix}
    return " ".join(f"--{name}={shlex.quote(value)}" for name, value in options.items() if value)


def _shown(edition: Edition, span: Span) -> str:
    return f"“{excerpt(edition.unit_by_id[span.unit].text, span.start, span.end)}”"
