"""A map of entries: a picture, and all that it shows as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from edition.core.addresses import term_address
from edition.core.edition import Edition
from edition.core.frame import WIDTH
from edition.core.term import Term
from edition.html.map_key import KeyView, view_key
from edition.html.map_sketch import Mark, Sketch, from_plain, sketch_map, to_plain

Keep = Callable[[Sequence[str], Callable[[], Any]], Any]
"""Returns what was made of the same inputs before, or has it made: plain values, as JSON has."""


def make_anew(_: Sequence[str], make: Callable[[], Any]) -> Any:
    """Keep nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class MapView:
    """A map, ready to be set."""

    width: int
    """Units, as the height of the sketch."""
    sketch: Sketch
    marks: tuple[tuple[Mark, str], ...]
    """The names, each with the address of its entry; empty where there is none."""
    key: tuple[tuple[str, tuple[KeyView, ...]], ...]
    """By kind, in the order of the alphabet."""


def view_map(edition: Edition, keep: Keep, focus: str = "", beside: str = "") -> MapView | None:
    """Lay out a map of some entries, named with commas between them; without any, of all.

    None where there is nothing to show: of an edition without places.
    """
    about, also = _named(edition, focus), _named(edition, beside)
    inputs = _inputs(edition, about, also)
    sketch = from_plain(keep(inputs, lambda: to_plain(sketch_map(edition, about, also))))
    if sketch is None:
        return None
    return MapView(
        width=WIDTH,
        sketch=sketch,
        marks=tuple(
            (mark, term_address(edition, mark.term) if mark.term and mark.has_entry else "")
            for mark in sketch.marks
        ),
        key=tuple(view_key(edition, sketch)),
    )


def _named(edition: Edition, written: str) -> tuple[Term, ...]:
    found = (edition.term_named(part.strip()) for part in written.split(",") if part.strip())
    return tuple(term for term in found if term is not None and term.site)


def _inputs(edition: Edition, about: Sequence[Term], also: Sequence[Term]) -> tuple[str, ...]:
    """Return all that a sketch follows from."""
    sites = [(t.id, t.name, t.kind, t.site) for t in edition.terms if t.site or t.site.capital]
    shown = [[term.id for term in terms] for terms in (about, also)]
    return repr(shown), repr(sites), repr(edition.settings.atlas)
