"""A citation in what a contributor wrote: as the style has it in running text, with its entry."""

from __future__ import annotations

from markupsafe import Markup, escape

from edition.core.addresses import reference_address
from edition.core.body import Cited
from edition.core.formatted import Formatted
from edition.html.link import relative_link
from edition.html.words import draw_runs

# Plain text, because `Markup.format` costs ten times as much; what fills it is escaped.
_CITED = '<a class="cited" href="{}">{}</a>'


def draw_cited(formatted: Formatted, page: str, cited: Cited) -> Markup:
    """Draw a citation for a page; a key that was not formatted stands for itself."""
    link = relative_link(page, reference_address(cited.key))
    runs = formatted.citations.get((cited.key, cited.locator), ())
    words = draw_runs(runs) if runs else escape(cited.key)
    return Markup(_CITED.format(escape(link), words))  # noqa: S704
