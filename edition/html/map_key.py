"""The list below a map: all that it shows, by kind, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.core.addresses import term_address, unit_address
from edition.core.edition import Edition
from edition.core.term import Term
from edition.core.unit import unit_name
from edition.html.link import Xref
from edition.html.map_sketch import Mark, Sketch

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


def view_key(edition: Edition, sketch: Sketch) -> Iterator[tuple[str, tuple[KeyView, ...]]]:
    """Yield the kinds of what a map shows, with the entries of each."""
    mark_of = {mark.term: mark for mark in sketch.marks if mark.has_entry}
    seat_of = {mark.term: mark for mark in sketch.marks if _is_seat(mark)}

    def view(term: Term) -> KeyView:
        mark, seat = mark_of.get(term.id), seat_of.get(term.id)
        return KeyView(
            term.name,
            term_address(edition, term.id),
            _number(mark),
            KeyView(seat.words, "", _number(seat)) if seat else None,
            tuple(stop.name for stop in term.site.course),
            tuple(
                Xref(unit_address(edition, unit), unit_name(edition.unit_by_id[unit]))
                for unit in edition.units_of_term.get(term.id, ())
            ),
        )

    shown = [term for term in edition.terms if _is_shown(term, sketch, mark_of)]
    shown.sort(key=lambda term: term.alphabetic)
    for kind, title in _PLURALS.items():
        if views := tuple(view(term) for term in shown if _kind(term) == kind):
            yield title, views


def _kind(term: Term) -> str:
    return "route" if term.site.course else term.kind


def _is_shown(term: Term, sketch: Sketch, mark_of: Mapping[str, Mark]) -> bool:
    """Say whether a map shows an entry: at a mark, or as one of the outlines that are set off."""
    outline = frozenset(term.site.outline)
    return term.id in mark_of or bool(outline and outline.issubset(sketch.states))


def _is_seat(mark: Mark) -> bool:
    """Say whether a mark is that of a capital without an entry."""
    return mark.style == "capital" and not mark.has_entry


def _number(mark: Mark | None) -> Number | None:
    """Return the number of a name that is not on both pictures."""
    if mark is None:
        return None
    on = [label.lines[0] if label and label.is_number else "" for label in (mark.narrow, mark.wide)]
    return Number(max(on), *map(bool, on)) if any(on) else None
