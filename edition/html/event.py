"""An event as the timeline shows it: when, what, by which sources, and where the text says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import event_link, term_address, unit_address
from edition.core.edition import Edition
from edition.core.edtf import Edtf
from edition.core.event import Event
from edition.core.formatted import Formatted
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import SourceView, draw_cited, view_sources
from edition.html.link import Xref
from edition.html.signature import SignatureView, view_signature
from edition.html.term_link import draw_term


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, ready to be set."""

    id: str
    label: str
    when: str
    """In words."""
    machine: str
    """The date as HTML has it in `time`; empty where HTML has no form for it."""
    kind: str
    unit: Xref | None
    """Where the text gives the date; None for an event that is put beside it."""
    quote: str
    body: Markup
    new_source: str
    """What it rests on and the library lacks so far; mostly empty."""
    see: tuple[Xref, ...]
    sources: tuple[SourceView, ...]
    short_link: str
    signature: SignatureView
    file: str
    """Its source, below the edition's root."""


def view_events(edition: Edition, formatted: Formatted, page: str) -> tuple[EventView, ...]:
    """Lay out all events, in the order of time."""
    return tuple(_view(edition, formatted, page, event) for event in edition.events)


def _view(edition: Edition, formatted: Formatted, page: str, event: Event) -> EventView:
    cite, point = partial(draw_cited, formatted, page), partial(draw_term, edition, page)
    span = edition.event_spans.get(event.id)
    return EventView(
        id=event.id,
        label=event.label,
        when=event.when.words,
        machine=_machine(event.when),
        kind=event.kind,
        unit=Xref(unit_address(edition, span.unit), unit_name(edition.unit_by_id[span.unit]))
        if span
        else None,
        quote=event.quote.exact if event.quote else "",
        body=draw_body(event.body, cite, point),
        new_source=event.new_source,
        see=tuple(
            Xref(term_address(edition, other), edition.term_by_id[other].name)
            for other in event.see
        ),
        sources=view_sources(formatted, page, event.sources),
        short_link=event_link(event.id),
        signature=view_signature(event),
        file=event.place.path,
    )


def _machine(when: Edtf) -> str:
    """Return a date for `time`: HTML knows neither intervals nor what is before the year 1."""
    start = when.start
    if when.is_interval or start is None or not start.is_precise:
        return ""
    return "" if start.year.startswith(("-", "Y", "0000")) else str(start)
