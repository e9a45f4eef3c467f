"""The timeline as data: every event with its date in EDTF, and the days that bound it."""

from __future__ import annotations

import json
from typing import Any

from edition.core.addresses import event_address, event_link, unit_address
from edition.core.body import plain_words
from edition.core.calendar import date_of
from edition.core.edition import Edition
from edition.core.event import Event

PATH = "data/timeline.json"


def export_timeline(edition: Edition) -> dict[str, bytes]:
    """Return `data/timeline.json`: all events in the order of time.

    `date` is EDTF (ISO 8601-2:2019, annex A); `earliest` and `latest` are the first and the last
    day that it can mean, in the proleptic Gregorian calendar with astronomical years, null where
    an interval is open.
    """
    record = {
        "title": edition.settings.title,
        "licence": edition.settings.notes_licence.address,
        "events": [_event(edition, event) for event in edition.events],
    }
    return {PATH: f"{json.dumps(record, ensure_ascii=False)}\n".encode()}


def _event(edition: Edition, event: Event) -> dict[str, Any]:
    span = edition.event_spans.get(event.id)
    return {
        "id": event.id,
        "label": event.label,
        "date": event.when.text,
        "earliest": _day(event.when.first),
        "latest": _day(event.when.last),
        "kind": event.kind,
        "unit": span.unit if span else None,
        "quote": event.quote.exact if event.quote else None,
        "text": plain_words(event.body),
        "sources": list(event.sources),
        "see": list(event.see),
        "author": event.author.name,
        "address": event_address(event.id),
        "in_text": unit_address(edition, span.unit) if span else None,
        "link": event_link(event.id),
    }


def _day(number: int | None) -> str | None:
    """Return a day as ISO 8601 has it: four digits of the year, more only if it needs them."""
    if number is None:
        return None
    year, month, day = date_of(number)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"
