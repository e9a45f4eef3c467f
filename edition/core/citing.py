"""Citing: the styles in which works are cited, and the examples of what can be cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.note import Note
from edition.core.pages import TextPage
from edition.core.unit import Role, Unit

STYLES: Mapping[str, str] = {
    "apa": "APA",
    "modern-language-association": "MLA",
    "chicago-author-date": "Chicago",
}
"""Names of CSL styles, and what readers call them."""

CITED = ("article", "edition", "paragraph", "chapter", "note", "notes")
"""What a page may show how to cite."""


FIRST, LAST = "90001", "90002"
"""Numbers that no paragraph has: a page puts there those of a passage that its reader chose."""
SINGLE, SEVERAL = f"para. {FIRST}", f"paras. {FIRST}–{LAST}"
"""The locators of a paragraph and of several whose numbers are not known yet."""


@dataclass(frozen=True, slots=True)
class Examples:
    """What stands for all others of its sort on the page that says how to cite."""

    paragraph: Unit | None
    """The first with a note; without notes, the first. None where no page has paragraphs."""
    chapter: TextPage | None
    """The first that has several paragraphs."""
    note: Note | None
    """The first on that paragraph; without one, the first of all."""


def examples(edition: Edition) -> Examples:
    """Return the examples of an edition: the same in every build of it."""
    paragraphs = [unit for unit in edition.paragraphs if unit.id in edition.page_of_unit]
    noted = [unit for unit in paragraphs if edition.notes_of_unit.get(unit.id)]
    paragraph = next(iter((*noted, *paragraphs)), None)
    notes = edition.notes_of_unit.get(paragraph.id, ()) if paragraph else ()
    return Examples(
        paragraph,
        next((page for page in edition.chapters if len(_numbers(edition, page)) > 1), None),
        next(iter((*notes, *edition.notes_in_order)), None),
    )


def last_change(edition: Edition) -> str:
    """Return the day on which the newest of what is signed was written or revised, in ISO 8601.

    It is the only date that is known of the edition as a whole; empty where nothing is signed.
    """
    return max((entry.revised or entry.date for entry in edition.contributions), default="")


def paragraph_place(paragraph: Unit) -> str:
    """Return a paragraph as a locator, which a style writes in its own way: `para. 7`."""
    return f"para. {paragraph.number}"


def chapter_place(edition: Edition, chapter: TextPage) -> str:
    """Return a chapter's paragraphs as a locator: `paras. 6–10`. A chapter is the editors'."""
    numbers = _numbers(edition, chapter)
    return f"paras. {numbers[0]}–{numbers[-1]}"


def places(edition: Edition) -> tuple[str, ...]:
    """Return the locators that are formatted: none, of passages to be chosen, of the examples."""
    found = examples(edition)
    named = ["", SINGLE, SEVERAL]
    if found.paragraph:
        named.append(paragraph_place(found.paragraph))
    if found.chapter:
        named.append(chapter_place(edition, found.chapter))
    return tuple(named)


def _numbers(edition: Edition, page: TextPage) -> list[int]:
    units = (edition.unit_by_id[unit] for unit in page.units)
    return [unit.number for unit in units if unit.role is Role.PARAGRAPH]
