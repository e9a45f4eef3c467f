"""Today's permanent short links of an edition and where each leads."""

from __future__ import annotations

from edition.core.edition import Edition
from edition.core.permalink import arrival, living
from edition.core.sentence import Sentence
from edition.core.unit import Role

PLAIN = "text/plain/"
"""Address of the whole work on one page, without notes; with a query, of a range of it."""


def range_address(first: int, last: int) -> str:
    """Return the address of a range of paragraphs: `text/plain/?p=7-12`."""
    return f"{PLAIN}?p={first}" if first == last else f"{PLAIN}?p={first}-{last}"


BIBLIOGRAPHY = "bibliography/"
"""Address of the page that lists the library."""


def unit_address(edition: Edition, unit_id: str) -> str:
    """Return the address of a unit on its text page, below the site's base."""
    return f"{edition.page_of_unit[unit_id].address}#{unit_id}"


def reference_address(key: str) -> str:
    """Return the address of an entry of the library, below the site's base."""
    return f"{BIBLIOGRAPHY}#{key}"


def reference_link(key: str) -> str:
    """Return the short link of an entry of the library by its key."""
    return f"r/{key}/"


def term_address(edition: Edition, term_id: str) -> str:
    """Return the address of a term, a person or a place in its list, below the site's base."""
    return f"{edition.term_by_id[term_id].realm.value}/#{term_id}"


def term_link(term_id: str) -> str:
    """Return the short link of a term, a person or a place."""
    return f"g/{term_id}/"


def map_address(edition: Edition, term_id: str) -> str:
    """Return where an entry is in the list below the map of all places; empty if it is on none."""
    if not edition.term_by_id[term_id].site:
        return ""
    for page in edition.editors_pages:
        for call in page.calls:
            if call.name == "map" and not call.arguments and not call.keywords:
                return f"{page.address}#{term_id}"
    return ""


TIMELINE = "timeline/"
"""Address of the page that has all events."""


def event_address(event_id: str) -> str:
    """Return the address of an event, below the site's base."""
    return f"{TIMELINE}#{event_id}"


def event_link(event_id: str) -> str:
    """Return the short link of an event."""
    return f"e/{event_id}/"


FIGURES = "figures/"
"""Address of the page that has all figures."""


def figure_address(figure_id: str) -> str:
    """Return the address of a figure, below the site's base."""
    return f"{FIGURES}#{figure_id}"


WORKS = "data/cite/"
"""Folder of the files that reference managers read: the article, the edition, its notes."""


def cite_page(edition: Edition, cited: str) -> str:
    """Return the page that shows how to cite something, by the macro's word; empty if none does."""
    for page in edition.editors_pages:
        for call in page.calls:
            if call.name == "cite_this" and cited in (
                *call.arguments,
                *dict(call.keywords).values(),
            ):
                return page.address
    return ""


def note_address(edition: Edition, note_id: str) -> str:
    """Return the address of an anchored note beside its text, below the site's base."""
    return f"{edition.page_of_unit[edition.spans[note_id].unit].address}#{note_anchor(note_id)}"


def note_anchor(note_id: str) -> str:
    """Return the id of a note's element."""
    return f"note-{note_id}"


def note_link(note_id: str) -> str:
    """Return the short link of a note."""
    return f"n/{note_id}/"


def short_link(edition: Edition, unit_id: str) -> str:
    """Return the short link of a unit: `p/7/` for a paragraph, `u/title/` for others."""
    unit = edition.unit_by_id[unit_id]
    return f"p/{unit.number}/" if unit.role is Role.PARAGRAPH else f"u/{unit_id}/"


def sentence_address(edition: Edition, sentence: Sentence) -> str:
    """Return the address of a sentence on its text page, below the site's base."""
    return f"{edition.page_of_unit[sentence.unit].address}#{sentence.id}"


def sentence_link(edition: Edition, sentence: Sentence) -> str:
    """Return the short link of a sentence: `p/7-s12/`."""
    number = edition.unit_by_id[sentence.unit].number
    return f"p/{number}-{sentence.id.rpartition('-')[2]}/"


SHORT_FOLDERS = ("e", "g", "n", "p", "r", "u")
"""The folders of the site that hold nothing but pages of short links."""


def short_pages(edition: Edition) -> dict[str, str]:
    """Return every short link that has a page, today's and those that were redirected."""
    links = current_links(edition)
    for redirect in edition.redirects:
        if redirect.old.split("/")[0] in SHORT_FOLDERS and "#" not in redirect.old:
            links.setdefault(redirect.old, links.get(redirect.new, redirect.new))
    return links


def current_links(edition: Edition) -> dict[str, str]:
    """Return every short link with the address to which it leads."""
    links = {
        short_link(edition, unit.id): unit_address(edition, unit.id)
        for unit in edition.units
        if unit.id in edition.page_of_unit
    }
    for sentence in edition.sentences:
        if sentence.unit in edition.page_of_unit:
            links[sentence_link(edition, sentence)] = sentence_address(edition, sentence)
    for note_id, span in edition.spans.items():
        if span.unit in edition.page_of_unit:
            links[note_link(note_id)] = note_address(edition, note_id)
    for term in edition.terms:
        links[term_link(term.id)] = term_address(edition, term.id)
    for event in edition.events:
        links[event_link(event.id)] = event_address(event.id)
    for reference in edition.library:
        links[reference_link(reference.key)] = reference_address(reference.key)
        if reference.printed_number:
            links[f"r/{reference.printed_number}/"] = reference_address(reference.key)
    return links


def moved_places(edition: Edition) -> dict[str, dict[str, str]]:
    """Return the places that are no longer where they were, and where each is today.

    By the address of the page, then by the place's id: those of `redirects.yml`, and those of the
    lock whose page moved. Places that are nowhere are left out, which is a problem of its own.
    """
    current = current_links(edition)
    alive, moved = living(current), {r.old: r.new for r in edition.redirects}
    public = {line.address for line in edition.lock} | {r.old for r in edition.redirects}
    found: dict[str, dict[str, str]] = {}
    for old in sorted(public):
        page, _, anchor = old.partition("#")
        if anchor and old not in alive and (new := arrival(old, alive, moved)):
            found.setdefault(page, {})[anchor] = current.get(new, new)
    return found
