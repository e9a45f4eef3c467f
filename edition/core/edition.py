"""The edition: everything that was read, in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.core.anchor import Miss, locate
from edition.core.body import Body, Cited, cited, plain_words, term_links
from edition.core.citation import Citation, parenthesis_before
from edition.core.contributor import Contributor
from edition.core.macro import Call, Signature
from edition.core.note import Note
from edition.core.occurrence import Forms, Occurrence, first_of_each
from edition.core.pages import EditorsPage, TextPage
from edition.core.passages import Passages
from edition.core.permalink import LockLine, Redirect
from edition.core.reference import Reference
from edition.core.settings import Settings
from edition.core.span import Span
from edition.core.term import Term
from edition.core.unit import Role, Unit

RUNNING_TEXT = (Role.ABSTRACT, Role.PARAGRAPH)
"""The units in which terms are marked: never a heading, never the printed list."""


@dataclass(frozen=True)
class Edition:
    """All of it together; no field changes after loading."""

    settings: Settings
    units: tuple[Unit, ...]
    """Of the whole work, in order."""
    text_pages: tuple[TextPage, ...]
    """Front matter, chapters, printed references: in the order of the work."""
    editors_pages: tuple[EditorsPage, ...]
    library: tuple[Reference, ...]
    macros: Mapping[str, Signature]
    notes: tuple[Note, ...] = ()
    """Sorted by id; `notes_of_unit` has them in the order of the text."""
    terms: tuple[Term, ...] = ()
    """Of the glossary, the people and the places, sorted by id within each."""
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
    lock: tuple[LockLine, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    base_lines: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def unit_by_id(self) -> dict[str, Unit]:
        """Return the units by id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def reference_by_key(self) -> dict[str, Reference]:
        """Return the entries of the library by key."""
        return {reference.key: reference for reference in self.library}

    @cached_property
    def page_of_unit(self) -> dict[str, TextPage]:
        """Return the text page that holds each unit."""
        return {unit: page for page in self.text_pages for unit in page.units}

    @cached_property
    def citations_of_unit(self) -> dict[str, tuple[Citation, ...]]:
        """Return the article's citations in each unit, in order; units without any are absent."""
        return {
            unit: block.citations
            for page in self.text_pages
            for unit, block in zip(page.units, page.blocks, strict=False)
            if block.citations
        }

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return all citations of the article, in order."""
        return tuple(
            citation for unit in self.units for citation in self.citations_of_unit.get(unit.id, ())
        )

    @cached_property
    def passages(self) -> Passages:
        """Return the plain text of all units, ready to be searched for quotes."""
        return Passages([(unit.id, unit.text) for unit in self.units])

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
        notes: dict[str, list[Note]] = {}
        for note in sorted(
            (note for note in self.notes if note.id in self.spans),
            key=lambda note: (self.spans[note.id], note.id),
        ):
            notes.setdefault(self.spans[note.id].unit, []).append(note)
        return {unit: tuple(found) for unit, found in notes.items()}

    @cached_property
    def notes_in_order(self) -> tuple[Note, ...]:
        """Return all anchored notes in the order of the text."""
        return tuple(note for unit in self.units for note in self.notes_of_unit.get(unit.id, ()))

    @cached_property
    def notes_of_reference(self) -> dict[str, tuple[Note, ...]]:
        """Return the notes that cite each reference, in the order of the text."""
        notes: dict[str, dict[str, Note]] = {}
        for note in self.notes_in_order:
            for citation in cited(note.body):
                notes.setdefault(citation.key, {})[note.id] = note
        return {key: tuple(found.values()) for key, found in notes.items()}

    @cached_property
    def terms_of_reference(self) -> dict[str, tuple[Term, ...]]:
        """Return the terms that cite each reference, by name."""
        terms: dict[str, dict[str, Term]] = {}
        for term in sorted(self.terms, key=lambda term: term.name.casefold()):
            for citation in cited(term.body):
                terms.setdefault(citation.key, {})[term.id] = term
            if term.coordinates_source:
                terms.setdefault(term.coordinates_source, {})[term.id] = term
        return {key: tuple(found.values()) for key, found in terms.items()}

    @cached_property
    def term_by_id(self) -> dict[str, Term]:
        """Return the terms, people and places by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def term_called(self) -> dict[str, Term]:
        """Return the terms by everything they are called, in small letters: id, name, forms."""
        called: dict[str, Term] = {}
        for term in self.terms:
            for name in (term.id, term.name, *term.forms, *term.also):
                called.setdefault(name.lower(), term)
        return called

    @cached_property
    def forms(self) -> Forms:
        """Return the forms of all terms, ready to be looked for."""
        return Forms(self.terms)

    @cached_property
    def occurrences_of_unit(self) -> dict[str, tuple[Occurrence, ...]]:
        """Return where each unit of running text names a term, in order."""
        return {
            unit.id: found
            for unit in self.units
            if unit.role in RUNNING_TEXT and (found := tuple(self.forms.find(unit.id, unit.text)))
        }

    @cached_property
    def marked_terms(self) -> dict[str, tuple[Occurrence, ...]]:
        """Return the occurrences that are marked: the first of each term in each unit.

        None lies in a printed citation, whose words are a link already.
        """
        return {
            unit: first_of_each(found, self._citation_spans(unit))
            for unit, found in self.occurrences_of_unit.items()
        }

    def _citation_spans(self, unit: str) -> list[tuple[int, int]]:
        text = self.unit_by_id[unit].text
        spans = [
            parenthesis_before(text, citation.offset)
            for citation in self.citations_of_unit.get(unit, ())
        ]
        return [span for span in spans if span is not None]

    @cached_property
    def units_of_term(self) -> dict[str, tuple[str, ...]]:
        """Return the units that name each term, in the order of the text."""
        units: dict[str, dict[str, None]] = {}
        for unit, found in self.occurrences_of_unit.items():
            for occurrence in found:
                units.setdefault(occurrence.term, {})[unit] = None
        return {term: tuple(found) for term, found in units.items()}

    @cached_property
    def notes_of_term(self) -> dict[str, tuple[Note, ...]]:
        """Return the notes whose words name or point to each term, in the order of the text."""
        notes: dict[str, dict[str, Note]] = {}
        for note in self.notes_in_order:
            named = [found.term for found in self.forms.find("", plain_words(note.body))]
            for link in term_links(note.body):
                if (term := self.term_called.get(link.words.lower())) is not None:
                    named.append(term.id)
            for term_id in named:
                notes.setdefault(term_id, {})[note.id] = note
        return {term_id: tuple(found.values()) for term_id, found in notes.items()}

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Return everything that contributors wrote: notes, terms, corrections, evidence."""
        corrections = [c.body for reference in self.library for c in reference.corrections]
        evidence = [r.evidence.body for r in self.library if r.evidence is not None]
        notes, terms = [note.body for note in self.notes], [term.body for term in self.terms]
        return (*notes, *terms, *corrections, *evidence)

    @cached_property
    def cited_in_bodies(self) -> tuple[Cited, ...]:
        """Return every citation by a contributor."""
        return tuple(found for body in self.bodies for found in cited(body))

    @cached_property
    def mentions_of_reference(self) -> dict[str, dict[str, int]]:
        """Return how often each unit cites each reference: by key, then by unit, in order."""
        mentions: dict[str, dict[str, int]] = {}
        for citation in self.citations:
            units = mentions.setdefault(citation.key, {})
            units[citation.unit] = units.get(citation.unit, 0) + 1
        return mentions

    @cached_property
    def printed_references(self) -> dict[int, Unit]:
        """Return the units of the printed list by their numbers."""
        return {unit.number: unit for unit in self.units if unit.role is Role.REFERENCE}

    @cached_property
    def editors_calls(self) -> tuple[Call, ...]:
        """Return every macro call by the editors: on their pages, and in the macros' examples."""
        pages = [call for page in self.editors_pages for call in page.calls]
        examples = [call for macro in self.macros.values() for call in macro.calls]
        return (*pages, *examples)

    @cached_property
    def cited_places(self) -> tuple[tuple[str, str], ...]:
        """Return key and locator of everything that is cited, each pair once, sorted."""
        pairs = {(citation.key, citation.locator) for citation in self.citations}
        cite = self.macros.get("cite")
        for call in self.editors_calls:
            if cite is not None and call.name == cite.name:
                pairs.add((call.argument(cite, "key"), call.argument(cite, "locator")))
        return tuple(sorted(pairs))

    @cached_property
    def places_in_bodies(self) -> tuple[tuple[str, str], ...]:
        """Return key and locator of everything that contributors cite, each pair once, sorted."""
        return tuple(sorted({(found.key, found.locator) for found in self.cited_in_bodies}))

    @cached_property
    def paragraphs(self) -> tuple[Unit, ...]:
        """Return the body paragraphs of the work, in order."""
        return tuple(unit for unit in self.units if unit.role is Role.PARAGRAPH)

    @cached_property
    def chapters(self) -> tuple[TextPage, ...]:
        """Return the pages that hold body paragraphs."""
        return tuple(page for page in self.text_pages if page.number)
