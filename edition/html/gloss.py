"""A gloss is what a page of the text says of a term that it names: its kind, and one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.core.addresses import term_address
from edition.core.edition import Edition
from edition.core.opening import opening
from edition.html.term_link import term_anchor


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term, a person or a place, as far as a page of the text tells of it."""

    anchor: str
    """The id of its element on the page."""
    name: str
    kind: str
    sentence: str
    """The plain sentence with which its entry opens."""
    address: str
    """Of the entry, below the site's base."""


def view_glosses(edition: Edition, units: Iterable[str]) -> dict[str, Gloss]:
    """Return the glosses of all terms that are marked in some units, in the order of mention."""
    named = [found.term for unit in units for found in edition.marked_terms.get(unit, ())]
    return {term_id: _gloss(edition, term_id) for term_id in dict.fromkeys(named)}


def _gloss(edition: Edition, term_id: str) -> Gloss:
    term = edition.term_by_id[term_id]
    return Gloss(
        anchor=term_anchor(term_id),
        name=term.name,
        kind=term.kind,
        sentence=opening(term.body).sentence,
        address=term_address(edition, term_id),
    )
