"""What search finds of the work: one entry for each unit, made from its words, not from HTML."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from edition.core.addresses import unit_address
from edition.core.edition import Edition
from edition.core.unit import Unit, unit_name

Entry = dict[str, str]
"""One section in the form of Material's search index: location, title and text, both HTML."""


def search_entries(edition: Edition) -> tuple[Entry, ...]:
    """Return the entries of all text pages, each page's own before those of its units.

    A unit of its own for each hit leads to the very paragraph; the host would have to take apart
    the HTML of every page to find less.
    """
    return tuple(_entries(edition))


def _entries(edition: Edition) -> Iterator[Entry]:
    for page in edition.text_pages:
        yield {"location": page.address, "title": str(escape(page.title)), "text": ""}
        for unit_id in page.units:
            unit = edition.unit_by_id[unit_id]
            location = unit_address(edition, unit_id)
            yield {
                "location": location,
                "title": str(escape(_title(unit))),
                "text": str(escape(unit.text)),
            }


def _title(unit: Unit) -> str:
    """Return what a hit is called: `¶ 7`, `Reference 12`, `Abstract`."""
    name = unit_name(unit).removeprefix("the ")
    return name[0].upper() + name[1:]
