"""An assignment is what can be set as a reading or for discussion: where it is, and its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.core.addresses import (
    PLAIN,
    figure_address,
    note_link,
    sentence_link,
    short_link,
)
from edition.core.body import plain_words
from edition.core.edition import Edition
from edition.core.excerpt import (
    Excerpt,
    count_excerpt_words,
    is_there,
    read_excerpt,
    sentence_name,
    units_of,
)
from edition.core.note import Kind, Note
from edition.core.note_record import first_words, note_title
from edition.core.pages import TextPage
from edition.core.reading import count_words
from edition.core.sentence import Sentence
from edition.core.unit import Role, Unit, unit_name


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing of the edition that can be set."""

    address: str
    """Below the site's base: a permanent link, or a page."""
    title: str
    """By which a course calls it."""
    words: int
    """How many there are to read; 0 for what is looked at."""
    units: tuple[str, ...] = ()
    """The units of the article that it is, or is a part of; none for what the edition adds."""


@dataclass(frozen=True, slots=True)
class Sort:
    """Assignments of one sort, in the order of the text or of their names."""

    title: str
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True)
class Assignments:
    """All that can be set of an edition; made once for all that ask for it."""

    edition: Edition

    @cached_property
    def sorts(self) -> tuple[Sort, ...]:
        """Return what is chosen from a list: all but single units, and ranges of paragraphs.

        The abstract is on it, which is read by itself. Sorts with none go.
        """
        edition = self.edition
        pages = [page for page in edition.text_pages if page.units]
        notes = [
            (note.kind is Kind.QUESTION, of_note(edition, note)) for note in edition.notes_in_order
        ]
        found = (
            Sort("Chapters", tuple(part for page in pages for part in _of_page(edition, page))),
            Sort("For discussion", tuple(note for is_question, note in notes if is_question)),
            Sort("Maps, lists, the whole text", tuple(_of_lists(edition))),
            Sort("Figures", tuple(_of_figures(edition))),
            Sort("Notes", tuple(note for is_question, note in notes if not is_question)),
        )
        return tuple(sort for sort in found if sort.assignments)

    @cached_property
    def unlisted(self) -> tuple[Assignment, ...]:
        """Return the units that are neither paragraphs nor on a list, such as the title."""
        listed = {thing.address for sort in self.sorts for thing in sort.assignments}
        units = (unit for unit in self.edition.units if unit.role is not Role.PARAGRAPH)
        found = (of_unit(self.edition, unit) for unit in units)
        return tuple(thing for thing in found if thing.address not in listed)

    @cached_property
    def addresses(self) -> dict[str, Assignment]:
        """Return what stands at each address, single units and sentences too, but not ranges."""
        edition = self.edition
        things = [thing for sort in self.sorts for thing in sort.assignments]
        things += self.unlisted
        things += [of_unit(edition, unit) for unit in edition.paragraphs]
        things += [of_sentence(edition, sentence) for sentence in edition.sentences]
        return {thing.address: thing for thing in things}

    def at(self, address: str) -> Assignment | None:
        """Return what can be set at an address below the site's base; None if there is nothing."""
        excerpt = read_excerpt(address)
        if excerpt is None:
            return self.addresses.get(address)
        return of_excerpt(self.edition, excerpt) if is_there(self.edition, excerpt) else None


def of_page(edition: Edition, page: TextPage) -> Assignment:
    """Return a page of the text, with its notes, as it is set."""
    number = f"{page.number}. " if page.number else ""
    words = count_words(edition.unit_by_id[unit] for unit in page.units)
    return Assignment(page.address, f"{number}{page.title}, with notes", words, page.units)


def of_unit(edition: Edition, unit: Unit) -> Assignment:
    """Return one unit, at its permanent link."""
    name = unit_name(unit)
    address = short_link(edition, unit.id)
    return Assignment(address, name[0].upper() + name[1:], unit.words, (unit.id,))


def of_sentence(edition: Edition, sentence: Sentence) -> Assignment:
    """Return one sentence, at its permanent link: in its chapter, with notes."""
    unit = edition.unit_by_id[sentence.unit]
    count = int(sentence.id.rpartition("-s")[2])
    excerpt = Excerpt(unit.number, unit.number, count, count)
    return Assignment(
        sentence_link(edition, sentence),
        sentence_name(unit.number, count),
        count_excerpt_words(edition, excerpt),
        (unit.id,),
    )


def of_excerpt(edition: Edition, excerpt: Excerpt) -> Assignment:
    """Return paragraphs, or sentences marked in them, without notes, across chapters.

    What is marked is told from its whole paragraph by its name, which is long enough.
    """
    title = excerpt.name if excerpt.opens else f"{excerpt.name}, without notes"
    units = tuple(unit.id for unit in units_of(edition, excerpt))
    return Assignment(excerpt.address, title, count_excerpt_words(edition, excerpt), units)


def of_range(edition: Edition, first: int, last: int) -> Assignment:
    """Return the whole paragraphs from one to another, without notes, across chapters."""
    return of_excerpt(edition, Excerpt(first, last))


def of_note(edition: Edition, note: Note) -> Assignment:
    """Return an anchored note, at its permanent link; a question says that it is one."""
    unit = edition.unit_by_id[edition.spans[note.id].unit]
    title = note_title(note, unit)
    if note.kind is Kind.QUESTION:
        title = f"{note.kind.label}: {unit_name(unit)}, “{first_words(note.quote.exact)}”"
    return Assignment(note_link(note.id), title, len(plain_words(note.body).split()))


def parts_of(edition: Edition, page: TextPage) -> tuple[Assignment, ...]:
    """Return what is set of one page of the text.

    The page itself; its paragraphs without notes; each paragraph, and the abstract; the questions
    for discussion that stand on it; the other notes.
    """
    units = [edition.unit_by_id[unit] for unit in page.units]
    numbers = [unit.number for unit in units if unit.role is Role.PARAGRAPH]
    found = [of_page(edition, page)]
    if numbers:
        found.append(of_range(edition, numbers[0], numbers[-1]))
    found += [
        of_unit(edition, unit) for unit in units if unit.role in (Role.ABSTRACT, Role.PARAGRAPH)
    ]
    notes = [note for unit in units for note in edition.notes_of_unit.get(unit.id, ())]
    notes.sort(key=lambda note: note.kind is not Kind.QUESTION)  # stable: in the order of the text
    found += [of_note(edition, note) for note in notes]
    return tuple(found)


_LISTS = (
    *("timeline", "map", "glossary", "people", "places", "figures", "notes"),
    "bibliography",
)
"""Macros that draw the whole of something: the page that calls one is an assignment."""


def _of_page(edition: Edition, page: TextPage) -> Iterator[Assignment]:
    """Yield a page, and the abstract if it stands there."""
    yield of_page(edition, page)
    for unit in (edition.unit_by_id[name] for name in page.units):
        if unit.role is Role.ABSTRACT:
            yield of_unit(edition, unit)


def _of_lists(edition: Edition) -> Iterator[Assignment]:
    """Yield the plain view, and the pages whose address is that of the list they draw."""
    whole, units = count_words(edition.units), tuple(unit.id for unit in edition.units)
    yield Assignment(PLAIN, "The whole article, without notes", whole, units)
    for name in _LISTS:
        page = edition.editors_page_at.get(f"{name}/")
        if page is not None and any(call.name == name for call in page.calls):
            yield Assignment(page.address, page.title, 0)


def _of_figures(edition: Edition) -> Iterator[Assignment]:
    for figure in edition.figures:
        yield Assignment(figure_address(figure.id), f"Figure: {figure.title}", 0)
