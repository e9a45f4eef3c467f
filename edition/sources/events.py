"""The events of the timeline: `docs/timeline/`, one file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.contributor import Contributor
from edition.core.edtf import Edtf, Fault, read_edtf
from edition.core.event import Event
from edition.core.event_form import EVENT
from edition.core.problem import Problem
from edition.core.quote import Quote
from edition.core.quote_form import QUOTE_FIELDS
from edition.sources.author import NO_PLAIN_WORDS, check_signature, signed
from edition.sources.entries import Entry, read_entries, with_unread

_NO_DATE = Edtf(None, None, "")
"""Of an event whose date could not be read: what is wrong with it was reported."""


def read_events(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Return the events, in the order of time; where each quote stands is found later."""
    entries, problems = read_entries(root, EVENT)
    faults = [fault for entry in entries for fault in _check(entry, contributors)]
    found = (_event(entry, contributors) for entry in with_unread(EVENT, entries, problems))
    return tuple(sorted(found, key=lambda event: event.order)), (*problems, *faults)


def _event(entry: Entry, contributors: Mapping[str, Contributor]) -> Event:
    when = read_edtf(entry.value("when"))
    is_whole = entry.value("quote") and entry.refused.isdisjoint(QUOTE_FIELDS)
    return Event(
        id=entry.id,
        label=entry.value("event") or entry.id.replace("-", " "),
        when=when if isinstance(when, Edtf) else _NO_DATE,
        kind=entry.value("kind"),
        quote=Quote(*map(entry.value, QUOTE_FIELDS)) if is_whole else None,
        see=entry.lists.get("see", ()),
        body=entry.body,
        **signed(entry, contributors),
        place=entry.place_of("event"),
        places=entry.places,
    )


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what is no date, what contradicts itself, and what an editor has to settle."""
    if written := entry.value("when"):
        when = read_edtf(written)
        if isinstance(when, Fault):
            yield Problem(entry.place_of("when"), "event-date", when.message, when.hint)
    if NO_PLAIN_WORDS.search(entry.value("event")):
        message = f"expected plain words in event, found {entry.value('event')!r}"
        yield Problem(entry.place_of("event"), "field", message)
    if "quote" not in entry.places:
        for name in QUOTE_FIELDS[1:]:
            if name in entry.places:
                message = f"expected a quote beside {name}, found none"
                yield Problem(entry.place_of(name), "field", message)
    yield from check_signature(entry, contributors)
