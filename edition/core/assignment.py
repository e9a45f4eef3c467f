"""An assignment is what can be set as a reading or for discussion: where it is, and its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.core.addresses import PLAIN, figure_address, note_link, range_address, short_link
from edition.core.body import plain_words
from edition.core.edition import Edition
from edition.core.note import Kind, Note
from edition.core.note_record import first_words, note_title
from edition.core.pages import TextPage
from edition.core.reading import count_words
from edition.core.unit import Role, Unit, range_name, unit_name


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing of the edition that can be set."""

    address: str
    """Below the site's base: a permanent link, or a page."""
    title: str
    """By which a course calls it."""
    words: int
    """How many there are to read; 0 for what is looked at."""


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
        """Return everything but paragraphs, of which any range can be set; sorts with none go."""
        edition = self.edition
        pages = [page for page in edition.text_pages if page.units]
        notes = [
            (note.kind is Kind.QUESTION, of_note(edition, note)) for note in edition.notes_in_order
        ]
        found = (
            Sort("Chapters", tuple(of_page(edition, page) for page in pages)),
            Sort("For discussion", tuple(note for is_question, note in notes if is_question)),
            Sort("Maps, lists, the whole text", tuple(_of_lists(edition))),
            Sort("Figures", tuple(_of_figures(edition))),
            Sort("Notes", tuple(note for is_question, note in notes if not is_question)),
        )
        return tuple(sort for sort in found if sort.assignments)

    @cached_property
    def addresses(self) -> dict[str, Assignment]:
        """Return what stands at each address, single units too, but not ranges."""
        things = [thing for sort in self.sorts for thing in sort.assignments]
        things += [of_unit(self.edition, unit) for unit in self.edition.units]
        return {thing.address: thing for thing in things}

    def at(self, address: str) -> Assignment | None:
        """Return what can be set at an address below the site's base; None if there is nothing."""
        first, _, last = address.removeprefix(f"{PLAIN}?p=").partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            ends = int(first), int(last or first)
            found = of_range(self.edition, *ends)
            numbers = {unit.number for unit in self.edition.paragraphs}
            if found.address == address and numbers.issuperset(ends) and ends[0] <= ends[1]:
                return found
        return self.addresses.get(address)


def of_page(edition: Edition, page: TextPage) -> Assignment:
    """Return a page of the text, with its notes, as it is set."""
    number = f"{page.number}. " if page.number else ""
    words = count_words(edition.unit_by_id[unit] for unit in page.units)
    return Assignment(page.address, f"{number}{page.title}, with notes", words)


def of_unit(edition: Edition, unit: Unit) -> Assignment:
    """Return one unit, at its permanent link."""
    name = unit_name(unit)
    return Assignment(short_link(edition, unit.id), name[0].upper() + name[1:], unit.words)


def of_range(edition: Edition, first: int, last: int) -> Assignment:
    """Return the paragraphs from one to another, without notes, across chapters."""
    units = [unit for unit in edition.paragraphs if first <= unit.number <= last]
    title = f"{range_name(first, last)}, without notes"
    return Assignment(range_address(first, last), title, count_words(units))


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
    for discussion that stand on it.
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
    found += [of_note(edition, note) for note in notes if note.kind is Kind.QUESTION]
    return tuple(found)


_LISTS = (
    *("timeline", "map", "glossary", "people", "places", "figures", "notes"),
    "bibliography",
)
"""Macros that draw the whole of something: the page that calls one is an assignment."""


def _of_lists(edition: Edition) -> Iterator[Assignment]:
    """Yield the plain view, and the pages whose address is that of the list they draw."""
    whole = count_words(edition.units)
    yield Assignment(PLAIN, "The whole article, without notes", whole)
    for name in _LISTS:
        page = edition.editors_page_at.get(f"{name}/")
        if page is not None and any(call.name == name for call in page.calls):
            yield Assignment(page.address, page.title, 0)


def _of_figures(edition: Edition) -> Iterator[Assignment]:
    for figure in edition.figures:
        yield Assignment(figure_address(figure.id), f"Figure: {figure.title}", 0)
