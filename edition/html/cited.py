"""A citation in what a contributor wrote: as the style has it in running text, with its entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from edition.core.addresses import reference_address
from edition.core.body import Cited
from edition.core.formatted import Formatted
from edition.html.link import relative_link
from edition.html.words import draw_runs

# Plain text, because `Markup.format` costs ten times as much; what fills it is escaped.
_CITED = '<a class="cited" href="{}">{}</a>'


def draw_cited(formatted: Formatted, page: str, citation: Cited) -> Markup:
    """Draw a citation for a page; a key that was not formatted stands for itself."""
    link = relative_link(page, reference_address(citation.key))
    runs = formatted.citations.get((citation.key, citation.locator), ())
    words = draw_runs(runs) if runs else escape(citation.key)
    return Markup(_CITED.format(escape(link), words))  # noqa: S704


@dataclass(frozen=True, slots=True)
class SourceView:
    """A reference in full, and where its entry is."""

    key: str
    text: Markup
    address: str
    """Its entry in the bibliography, as a link from the page."""


def view_sources(formatted: Formatted, page: str, keys: Iterable[str]) -> tuple[SourceView, ...]:
    """Return the references of some keys in full, in that order."""
    return tuple(
        SourceView(
            key,
            draw_runs(formatted.entries.get(key, ())),
            relative_link(page, reference_address(key)),
        )
        for key in keys
    )
