"""A miss is why a quote has no single place in the text, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from edition.core.cure import did_you_mean_units, listed, tell_apart
from edition.core.folding import only_typography
from edition.core.near_match import NearMatch, nearest_match, units_across
from edition.core.passage import nearest
from edition.core.passages import Passages
from edition.core.quote import Quote
from edition.core.span import Span
from edition.core.word import excerpt, shortened, word_end, word_start

COUNTED = 100
"""Places that are counted; a single letter has more of them than anybody wants to know."""
_LISTED, _TOLD_APART = 5, 3
"""Places that are listed, and among them those for which the hint says what to write."""
_SEEN = 200
"""Characters of prefix and suffix by which the likeliest of several places is chosen."""
_MUCH_MORE = 10
"""Per cent by which a passage elsewhere must be more alike than one in the unit that is given."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a quote could not be placed; whoever knows its file and line makes it a problem."""

    code: str
    """`quote-not-found`, `quote-ambiguous` or `unit-unknown`."""
    message: str
    """Says what was expected and what was found, on one line."""
    hint: str = ""
    """The cure, when it is known; empty otherwise."""


def empty() -> Miss:
    """Return the miss of a quote without words."""
    return Miss("quote-not-found", "expected words of the text, found an empty quote")


def unknown_unit(passages: Passages, quote: Quote, places: Sequence[Span]) -> Miss:
    """Return the miss of a quote whose unit the work does not have; `places` are elsewhere."""
    units = [span.unit for span in places] or [nearest(quote.unit, passages.texts)]
    message = f"expected a unit of the work, found {shortened(quote.unit)}"
    return Miss("unit-unknown", message, did_you_mean_units(filter(None, units)))


def elsewhere(quote: Quote, places: Sequence[Span]) -> Miss:
    """Return the miss of a quote that stands in other units than the one it names."""
    units = list(dict.fromkeys(span.unit for span in places))
    message = f"expected the quote in {quote.unit}, found it in {listed(units)}"
    return Miss("quote-not-found", message, did_you_mean_units(units))


def ambiguous(passages: Passages, quote: Quote, places: Sequence[Span]) -> Miss:
    """Return the miss of a quote that stands in several places, of which at most `COUNTED` + 1."""
    count, over = (COUNTED, "over ") if len(places) > COUNTED else (len(places), "")
    shown = [
        f"{span.unit} at {span.start} “{excerpt(passages.texts[span.unit], span.start, span.end)}”"
        for span in places[:_LISTED]
    ]
    if count > _LISTED:
        shown.append(f"and {over}{count - _LISTED} more")
    where = f" of {quote.unit}" if quote.unit else ""
    message = (
        f"expected the quote “{shortened(quote.exact)}” in one place{where},"
        f" found it in {over}{count}: {'; '.join(shown)}"
    )
    return Miss("quote-ambiguous", message, tell_apart(passages, quote, places[:_TOLD_APART]))


def excluded(passages: Passages, quote: Quote, places: Sequence[Span]) -> Miss:
    """Return the miss of a quote whose words are there, but not between its prefix and suffix."""
    likeness = [
        fuzz.ratio(quote.prefix[-_SEEN:], before[-_SEEN:])
        + fuzz.ratio(quote.suffix[:_SEEN], after[:_SEEN])
        for before, after in (_around(passages, quote, span) for span in places)
    ]
    span = places[likeness.index(max(likeness))]
    text, (before, after) = passages.texts[span.unit], _around(passages, quote, span)
    if quote.prefix and quote.prefix != before:
        name, side, edge, wanted, given = "prefix", "before", "start", quote.prefix, before
        shown = text[word_start(text, span.start - 1 - len(given)) : span.start].rstrip()
    else:
        name, side, edge, wanted, given = "suffix", "after", "end", quote.suffix, after
        shown = text[span.end : word_end(text, span.end + 1 + len(given))].lstrip()
    found = f"“{shortened(shown)}” (the text)" if shown else f"the {edge} of {span.unit}"
    has_others = len(places) > 1
    message = (
        f"the quote is in {span.unit}, but its {name} is not {side} it: expected"
        f" “{shortened(wanted)}” (the {name}), found {found}"
        f"{'; the quote has other places too' if has_others else ''}"
    )
    hint = only_typography(wanted, given, name)
    if not hint and has_others:
        hint = tell_apart(passages, Quote(quote.exact, quote.unit), [span])
    return Miss("quote-not-found", message, hint or f"leave out the {name}: the words are enough")


def not_found(passages: Passages, quote: Quote) -> Miss:
    """Return the miss of a quote whose words are nowhere, with the passage that is most like it."""
    if across := units_across(passages, quote.exact):
        message = f"expected the quote in one unit, found it across {listed(across)}"
        hint = "a quote is of one paragraph: leave out the words of the others"
        return Miss("quote-not-found", message, hint)
    near = nearest_match(passages, quote.exact, quote.unit)
    hint = near.typography if near else ""
    if quote.unit and not hint and (near is None or near.likeness + _MUCH_MORE < 100):
        other = nearest_match(passages, quote.exact)
        if other and other.likeness > (near.likeness + _MUCH_MORE if near else 0):
            near = other
            hint = "; ".join(filter(None, (did_you_mean_units([near.unit]), near.typography)))
    if not hint and ("{{" in quote.exact or "}}" in quote.exact):
        hint = "leave out what stands from {{ to }} in a chapter’s file: it is no word of the text"
    where = quote.unit or "the text"
    if near is None:
        message = f"expected “{shortened(quote.exact)}” in {where}, found nothing like it"
        return Miss("quote-not-found", message, hint)
    return Miss("quote-not-found", f"the quote is not in {where}; {_nearest(near)}", hint)


def _nearest(near: NearMatch) -> str:
    more = ", and more differs further on" if near.more else ""
    where = f"the end of {near.unit}" if near.is_end else "the text"
    return (
        f"nearest: {near.unit} “{near.passage}”: expected “{shortened(near.expected)}” (the quote),"
        f" found “{shortened(near.found)}” ({where}){more}"
    )


def _around(passages: Passages, quote: Quote, span: Span) -> tuple[str, str]:
    """Return what the text has in the place of prefix and suffix, as long as these."""
    text = passages.texts[span.unit]
    start = span.start - (text[max(0, span.start - 1) : span.start] == " ")
    end = span.end + text.startswith(" ", span.end)
    return text[max(0, start - len(quote.prefix)) : start], text[end : end + len(quote.suffix)]
