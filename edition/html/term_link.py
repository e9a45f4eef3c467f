"""Links to terms: around the article’s words that name one, and in what contributors wrote."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from edition.core.addresses import term_address
from edition.core.body import TermLink
from edition.core.edition import Edition
from edition.core.occurrence import Occurrence
from edition.html.link import relative_link
from edition.html.words import LINK_ENDS, Wrap

# Filled with identifiers, or with what is escaped.
_TERM = '<a class="term" href="#{}">'
_LINK = '<a class="xref" href="{}">{}</a>'


def term_anchor(term_id: str) -> str:
    """Return the id that a term's element has on a page of the text."""
    return f"term-{term_id}"


def mark_terms(occurrences: Iterable[Occurrence]) -> list[Wrap]:
    """Return links around the words that name terms, to the terms' elements on the page."""
    return [
        Wrap(
            found.span.start,
            found.span.end,
            Markup(_TERM.format(term_anchor(found.term))),  # noqa: S704  # an identifier
            LINK_ENDS,
        )
        for found in occurrences
    ]


def draw_term(edition: Edition, page: str, link: TermLink) -> Markup:
    """Draw `[[term]]` on a page: a link to the entry; the words alone if there is none."""
    term = edition.term_named(link.words)
    if term is None:
        return escape(link.words)
    address = relative_link(page, term_address(edition, term.id))
    return Markup(_LINK.format(escape(address), escape(link.words)))  # noqa: S704  # escaped
