"""What shows of events only with the whole edition in hand: their words, and what they point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.core.anchor import Miss
from edition.core.edition import Edition
from edition.core.edtf import Fault
from edition.core.event import Event
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.stretch import Stretch, read_nested, read_stretches


def check_events(edition: Edition) -> Iterable[Problem]:
    """Yield what is wrong with the events of the timeline."""
    for event in edition.events:
        yield from _quote(edition, event)
        for other in event.see:
            if other not in edition.term_by_id:
                message = f"expected the id of an entry in see, found {other}"
                hint = did_you_mean(other, edition.term_by_id)
                yield Problem(event.place_of("see"), "term-unknown", message, hint)


def check_span(written: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless a chart can have these parts."""
    yield from _fault(read_stretches(written), place)


def check_spans(written: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless an overview can have these columns."""
    yield from _fault(read_nested(written), place)


def _fault(read: tuple[Stretch, ...] | Fault, place: Place) -> Iterator[Problem]:
    if isinstance(read, Fault):
        yield Problem(place, "event-date", read.message, read.hint)


def _quote(edition: Edition, event: Event) -> Iterator[Problem]:
    """The words that give the date stand in the text, exactly once."""
    found = edition.event_anchors.get(event.id)
    if isinstance(found, Miss):
        place = event.place_of("unit" if found.code == "unit-unknown" else "quote")
        yield Problem(place, found.code, found.message, found.hint)
