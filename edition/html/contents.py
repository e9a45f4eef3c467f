"""The table of contents: every text page with its paragraphs, its length, its reading time."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.pages import TextPage
from edition.core.reading import count_words, reading_minutes
from edition.html.text_page import paragraph_numbers, paragraph_span


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One line of the table of contents."""

    address: str
    title: str
    number: int
    range: str
    words: int
    minutes: int
    paragraphs: tuple[int, ...]
    """The numbers of its paragraphs."""


def view_contents(edition: Edition) -> tuple[ContentsLine, ...]:
    """Return the text pages in order, with their lengths."""
    return tuple(_contents_line(edition, page) for page in edition.text_pages)


def _contents_line(edition: Edition, page: TextPage) -> ContentsLine:
    units = [edition.unit_by_id[unit_id] for unit_id in page.units]
    words = count_words(units)
    return ContentsLine(
        page.address, page.title, page.number, paragraph_span(units), words,
        reading_minutes(words), paragraph_numbers(units),
    )  # fmt: skip
