"""The edition: all that was read, and where the text and the notes speak of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.core.anchor import Miss, locate
from edition.core.body import cited_keys, plain_words, term_links
from edition.core.citation import parenthesis_before
from edition.core.event import Event
from edition.core.figure import Figure
from edition.core.folding import fold
from edition.core.grouped import grouped
from edition.core.materials import Materials
from edition.core.note import Note
from edition.core.occurrence import Forms, Occurrence, first_of_each
from edition.core.passages import Passages
from edition.core.span import Span
from edition.core.term import Term, called
from edition.core.unit import RUNNING_TEXT, Unit

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Edition(Materials):
    """All of it together; what is asked of it once is kept."""

    @cached_property
    def passages(self) -> Passages:
        """Return the plain text of all units, ready to be searched for quotes."""
        return Passages([(unit.id, unit.text) for unit in self.units])

    # ---- Notes

    @cached_property
    def anchors(self) -> dict[str, Span | Miss]:
        """Return where each note's quote stands, or why it stands nowhere: by the note's id."""
        return {note.id: locate(self.passages, note.quote) for note in self.notes}

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Return where each note's quote stands, for those that are anchored."""
        return {name: found for name, found in self.anchors.items() if isinstance(found, Span)}

    @cached_property
    def notes_of_unit(self) -> dict[str, tuple[Note, ...]]:
        """Return the anchored notes of each unit in the order of the text."""
        anchored = [note for note in self.notes if note.id in self.spans]
        anchored.sort(key=lambda note: (self.spans[note.id], note.id))
        return grouped((self.spans[note.id].unit, note) for note in anchored)

    @cached_property
    def notes_in_order(self) -> tuple[Note, ...]:
        """Return all anchored notes in the order of the text."""
        return tuple(note for unit in self.units for note in self.notes_of_unit.get(unit.id, ()))

    @cached_property
    def notes_of_reference(self) -> dict[str, tuple[Note, ...]]:
        """Return the notes that cite each reference, in the order of the text."""
        return grouped((key, note) for note in self.notes_in_order for key in cited_keys(note.body))

    # ---- Events

    @cached_property
    def event_anchors(self) -> dict[str, Span | Miss]:
        """Return where the text dates each event that has a quote, or why it does not."""
        quotes = {event.id: event.quote for event in self.events}
        return {name: locate(self.passages, quote) for name, quote in quotes.items() if quote}

    @cached_property
    def event_spans(self) -> dict[str, Span]:
        """Return where the text gives the date of each event that is anchored."""
        return {
            name: found for name, found in self.event_anchors.items() if isinstance(found, Span)
        }

    @cached_property
    def events_of_unit(self) -> dict[str, tuple[Event, ...]]:
        """Return the events of which each unit gives the date, in the order of time."""
        return grouped(
            (self.event_spans[event.id].unit, event)
            for event in self.events
            if event.id in self.event_spans
        )

    @cached_property
    def events_of_reference(self) -> dict[str, tuple[Event, ...]]:
        """Return the events that cite each reference, in the order of time."""
        return grouped((key, event) for event in self.events for key in event.sources)

    # ---- Figures

    @cached_property
    def figures_of_reference(self) -> dict[str, tuple[Figure, ...]]:
        """Return the figures that cite each reference, by their ids."""
        return grouped((key, figure) for figure in self.figures for key in figure.sources)

    @cached_property
    def notes_of_figure(self) -> dict[str, tuple[Note, ...]]:
        """Return the notes that show each figure, in the order of the text."""
        return grouped((note.figure, note) for note in self.notes_in_order if note.figure)

    # ---- Terms, people, places

    @cached_property
    def term_called(self) -> dict[str, Term]:
        """Return the terms by all that they are called, folded: see `term_named`."""
        names: dict[str, Term] = {}
        for name, term in called(self.terms):
            names.setdefault(fold(name), term)
        return names

    def term_named(self, words: str) -> Term | None:
        """Return the term that some words point to, in whatever capitals and apostrophes."""
        return self.term_called.get(fold(words))

    @cached_property
    def terms_of_reference(self) -> dict[str, tuple[Term, ...]]:
        """Return the terms that cite each reference, in the order of the alphabet."""
        terms = sorted(self.terms, key=lambda term: term.alphabetic)
        return grouped((key, term) for term in terms for key in term.sources)

    @cached_property
    def occurrences_of_unit(self) -> dict[str, tuple[Occurrence, ...]]:
        """Return where each unit of running text names a term, in order; units without are absent.

        The words of a printed citation are an author's name, or a title: they name nothing.
        """
        forms = Forms((form, term.id) for term in self.terms for form in term.forms)
        running = (unit for unit in self.units if unit.role in RUNNING_TEXT)
        return grouped(
            (unit.id, found)
            for unit in running
            for found in forms.find(unit.id, self._without_citations(unit))
        )

    def _without_citations(self, unit: Unit) -> str:
        """Return a unit's text, of the same length, with what is in no form for its citations."""
        letters = list(unit.text)
        for citation in self.citations_of_unit.get(unit.id, ()):
            if (span := parenthesis_before(unit.text, citation.offset)) is not None:
                letters[slice(*span)] = "\n" * (span[1] - span[0])
        return "".join(letters)

    @cached_property
    def marked_terms(self) -> dict[str, tuple[Occurrence, ...]]:
        """Return the occurrences that are marked: the first of each term in each unit.

        Those in the article's own links are not: such words lead elsewhere already.
        """
        return {
            unit: first_of_each(found, self.unit_by_id[unit].links)
            for unit, found in self.occurrences_of_unit.items()
        }

    @cached_property
    def units_of_term(self) -> dict[str, tuple[str, ...]]:
        """Return the units that name each term, in the order of the text."""
        return grouped(
            (term, unit)
            for unit, found in self.occurrences_of_unit.items()
            for term in dict.fromkeys(occurrence.term for occurrence in found)
        )

    @cached_property
    def notes_of_term(self) -> dict[str, tuple[Note, ...]]:
        """Return the notes that name or point to each term, in the order of the text.

        A note names a term by whatever that is called; it is the editors' text, not the article's,
        so capitals and the form of quotation marks are no matter.
        """
        names = Forms((_levelled(name), term.id) for name, term in called(self.terms))
        return grouped(
            (term, note)
            for note in self.notes_in_order
            for term in dict.fromkeys(self._named_in(note, names))
        )

    def _named_in(self, note: Note, names: Forms) -> Iterator[str]:
        """Yield the ids of the terms that a note names and points to."""
        for found in names.find("", _levelled(plain_words(note.body))):
            yield found.term
        for link in term_links(note.body):
            if (term := self.term_named(link.words)) is not None:
                yield term.id


def _levelled(text: str) -> str:
    return text.casefold().translate(_STRAIGHT)
