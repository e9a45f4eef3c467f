"""Questions for discussion: the notes that ask readers, by text page, for a handout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import note_link, unit_address
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note import LEVELS, Kind, Note
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import draw_cited
from edition.html.term_link import draw_term


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question, ready to be set."""

    id: str
    where: str
    """What the unit is called that it is about: `¶ 4`."""
    address: str
    """Of that unit, below the site's base."""
    quote: str
    """The words that it is about, whole."""
    body: Markup
    audience: str
    short_link: str


@dataclass(frozen=True, slots=True)
class QuestionsOfPage:
    """The questions on one text page, in the order of the text."""

    slug: str
    title: str
    number: int
    address: str
    questions: tuple[QuestionView, ...]


def view_questions(
    edition: Edition, formatted: Formatted, page: str, unit: str = ""
) -> tuple[QuestionsOfPage, ...]:
    """Return the questions, or those on one unit; text pages that have none are left out."""
    return tuple(_pages(edition, formatted, page, unit))


def _pages(
    edition: Edition, formatted: Formatted, page: str, unit: str
) -> Iterator[QuestionsOfPage]:
    for part in edition.text_pages:
        questions = tuple(
            _question(edition, formatted, page, note)
            for name in part.units
            if unit in ("", name)
            for note in edition.notes_of_unit.get(name, ())
            if note.kind is Kind.QUESTION
        )
        if questions:
            yield QuestionsOfPage(part.slug, part.title, part.number, part.address, questions)


def _question(edition: Edition, formatted: Formatted, page: str, note: Note) -> QuestionView:
    unit = edition.unit_by_id[edition.spans[note.id].unit]
    return QuestionView(
        id=note.id,
        where=unit_name(unit),
        address=unit_address(edition, unit.id),
        quote=note.quote.exact,
        body=draw_body(
            note.body, partial(draw_cited, formatted, page), partial(draw_term, edition, page)
        ),
        audience=LEVELS[note.level],
        short_link=note_link(note.id),
    )
