"""A unit of the work quoted on an editors' page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.core.addresses import short_link, unit_address
from edition.core.edition import Edition
from edition.html.words import draw_runs


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A unit quoted on an editors' page."""

    id: str
    html: Markup
    short_link: str
    address: str


def view_quotation(edition: Edition, unit_id: str) -> QuotationView:
    """Return a unit to be quoted, verbatim."""
    found = edition.unit_by_id[unit_id]
    return QuotationView(
        unit_id, draw_runs(found.runs), short_link(edition, unit_id), unit_address(edition, unit_id)
    )
