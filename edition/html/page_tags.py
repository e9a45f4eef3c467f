"""Tags in the head of a page that say what a reference manager saves from it.

A page of the text is the article, a permanent link to a note is the note, as a part of the edition;
any other page is the editors'. Highwire's tags decide what sort of work Zotero takes it for: with a
journal's title an article, with a book's a part of it, never both; without any, a web page.
"""

from __future__ import annotations

from typing import NamedTuple

from edition.core.addresses import note_link
from edition.core.citing import last_change
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note import Note
from edition.core.note_record import WORK, note_key, note_title
from edition.core.person_name import family_first


class Tag(NamedTuple):
    """One `meta` element."""

    name: str
    content: str


def article_tags(edition: Edition, formatted: Formatted, address: str) -> tuple[Tag, ...]:
    """Return the tags of a page of the text, whose address is below the site's base."""
    work = edition.settings.work
    authors = _authors(formatted, WORK) or [work.author]
    return _known(
        ("citation_title", work.title),
        *(("citation_author", author) for author in authors),
        ("citation_publication_date", _slashed(work.published)),
        ("citation_journal_title", work.container),
        ("citation_language", work.language),
        ("DC.title", work.title),
        *(("DC.creator", author) for author in authors),
        ("DC.date", work.published),
        ("DC.language", work.language),
        ("DC.source", work.address),
        ("DC.rights", work.licence.address),
        ("DC.identifier", _absolute(edition, address)),
    )


def note_tags(edition: Edition, formatted: Formatted, note: Note) -> tuple[Tag, ...]:
    """Return the tags of the permanent link to an anchored note."""
    settings = edition.settings
    title = note_title(note, edition.unit_by_id[edition.spans[note.id].unit])
    authors = _authors(formatted, note_key(note.id)) or [note.author.name]
    date = note.revised or note.date
    return _known(
        ("citation_title", title),
        *(("citation_author", author) for author in authors),
        ("citation_publication_date", _slashed(date)),
        ("citation_inbook_title", settings.title),
        ("DC.title", title),
        *(("DC.creator", author) for author in authors),
        ("DC.date", date),
        ("DC.isPartOf", settings.title),
        ("DC.rights", settings.notes_licence.address),
        ("DC.identifier", _absolute(edition, note_link(note.id))),
    )


def editors_tags(edition: Edition, address: str, title: str) -> tuple[Tag, ...]:
    """Return the tags of a page by the editors; the first page is the edition as a whole."""
    settings = edition.settings
    return _known(
        ("DC.title", title if address else settings.title),
        ("DC.creator", settings.editors),
        ("DC.date", "" if address else last_change(edition)),
        ("DC.isPartOf", settings.title if address else ""),
        ("DC.rights", settings.notes_licence.address),
        ("DC.identifier", _absolute(edition, address)),
    )


def _known(*tags: tuple[str, str]) -> tuple[Tag, ...]:
    """Return the tags that have something to say; what nobody knows is left out."""
    return tuple(Tag(name, content) for name, content in tags if content)


def _authors(formatted: Formatted, key: str) -> list[str]:
    """Return the authors, family names first: Zotero would take the last word for the family's."""
    return [family_first(name) for name in formatted.items.get(key, {}).get("author", ())]


def _slashed(iso: str) -> str:
    """Return a date as Highwire's tags have it: `2024/04/30`."""
    return iso.replace("-", "/")


def _absolute(edition: Edition, address: str) -> str:
    return f"{edition.settings.url}{address}" if edition.settings.url else ""
