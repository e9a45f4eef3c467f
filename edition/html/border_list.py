"""Who borders whom, counted out of the map's data: what a map shows, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.core.addresses import term_address
from edition.core.edition import Edition
from edition.core.term import Term
from edition.html.link import Xref


@dataclass(frozen=True, slots=True)
class BorderView:
    """A neighbour, and the states of a region that border it."""

    neighbour: Xref
    states: tuple[Xref, ...]
    """In the order of the alphabet; empty when there are none."""


def view_borders(edition: Edition, focus: str, beside: str) -> Iterator[BorderView]:
    """Yield, of neighbours with commas between them, what each borders of an entry's states."""
    region = edition.term_named(focus.strip())
    outline = frozenset(region.site.outline if region else ())
    states = [
        term
        for term in sorted(edition.terms, key=lambda term: term.alphabetic)
        if term.kind == "state" and term.site.outline and outline.issuperset(term.site.outline)
    ]
    for words in beside.split(","):
        if neighbour := edition.term_named(words.strip()):
            around = _around(edition, neighbour)
            found = [state for state in states if not around.isdisjoint(state.site.outline)]
            yield BorderView(_link(edition, neighbour), tuple(_link(edition, s) for s in found))


def _around(edition: Edition, term: Term) -> frozenset[str]:
    """Return the states of the atlas that border a state, or lie on a sea."""
    if term.site.outline:
        found = map(edition.atlas.neighbours, term.site.outline)
        return frozenset().union(*found)
    if term.site.point is None:
        return frozenset()
    return edition.atlas.states_at((term.site.point.longitude, term.site.point.latitude))


def _link(edition: Edition, term: Term) -> Xref:
    return Xref(term_address(edition, term.id), term.name)
