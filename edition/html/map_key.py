"""The list below a map: all that it shows, by kind, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.core.addresses import term_address, unit_address
from edition.core.edition import Edition
from edition.core.term import Term
from edition.core.unit import unit_name
from edition.html.link import Xref
from edition.html.map_label import Label
from edition.html.map_spot import Selection, Spot

_PLURALS = {
    "state": "States",
    "city": "Cities",
    "sea": "Seas",
    "region": "Regions",
    "route": "Routes",
}


@dataclass(frozen=True, slots=True)
class Number:
    """What stands for a name that has no room, and on which pictures."""

    digits: str
    is_narrow: bool
    is_wide: bool


@dataclass(frozen=True, slots=True)
class KeyView:
    """A name in the list below a map."""

    words: str
    address: str
    """Of the entry; empty where there is none."""
    number: Number | None
    """What stands on a picture instead of the name; None where the name always stands."""
    capital: KeyView | None = None
    """Of a state whose capital has no entry of its own."""
    stops: tuple[str, ...] = ()
    """What a course passes."""
    units: tuple[Xref, ...] = ()
    """The paragraphs that name it."""


def view_key(
    edition: Edition,
    chosen: Selection,
    spots: Sequence[Spot],
    layouts: tuple[Sequence[Label | None], Sequence[Label | None]],
    numbers: Mapping[Spot, str],
) -> Iterator[tuple[str, tuple[KeyView, ...]]]:
    """Yield the kinds of what a map shows, with the entries of each."""
    spot_of = {spot.term.id: spot for spot in spots if spot.term and spot.has_entry}
    seat_of = {spot.term.id: spot for spot in spots if spot.style == "capital" and spot.term}
    number_of = {
        spot: Number(numbers[spot], *(bool(label and label.is_number) for label in labels))
        for spot, *labels in zip(spots, *layouts, strict=True)
        if spot in numbers
    }

    def view(term: Term) -> KeyView:
        spot, seat = spot_of.get(term.id), seat_of.get(term.id)
        capital = None
        if seat and not seat.has_entry:
            capital = KeyView(seat.words, "", number_of.get(seat))
        return KeyView(
            term.name,
            term_address(edition, term.id),
            number_of.get(spot) if spot else None,
            capital,
            tuple(stop.name for stop in term.site.course),
            tuple(
                Xref(unit_address(edition, unit), unit_name(edition.unit_by_id[unit]))
                for unit in edition.units_of_term.get(term.id, ())
            ),
        )

    shown = [term for term in edition.terms if _is_shown(term, chosen, spot_of)]
    shown.sort(key=lambda term: term.alphabetic)
    for kind, title in _PLURALS.items():
        if views := tuple(view(term) for term in shown if _kind(term) == kind):
            yield title, views


def _kind(term: Term) -> str:
    return "route" if term.site.course else term.kind


def _is_shown(term: Term, chosen: Selection, spot_of: Mapping[str, Spot]) -> bool:
    """Say whether a map shows an entry: at a spot, or as one of the outlines that are set off."""
    outline = frozenset(term.site.outline)
    return term.id in spot_of or bool(outline and outline <= chosen.states)
