"""The materials of an edition: everything that was read, and what is in it by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.core.atlas import Atlas
from edition.core.body import Body, Cited, cited
from edition.core.citation import Citation
from edition.core.contribution import Contribution
from edition.core.contributor import Contributor
from edition.core.event import Event
from edition.core.figure import Figure
from edition.core.grouped import grouped
from edition.core.macro import Call, Signature
from edition.core.note import Note
from edition.core.pages import EditorsPage, TextPage
from edition.core.permalink import LockLine, Redirect
from edition.core.picture import Picture
from edition.core.reference import Correction, Reference
from edition.core.sentence import Sentence
from edition.core.settings import Settings
from edition.core.term import Term
from edition.core.unit import Role, Unit


@dataclass(frozen=True)
class Materials:
    """All that was read; no field changes after loading."""

    settings: Settings
    units: tuple[Unit, ...]
    """Of the whole work, in order."""
    text_pages: tuple[TextPage, ...]
    """Front matter, chapters, printed references: in the order of the work."""
    editors_pages: tuple[EditorsPage, ...]
    library: tuple[Reference, ...]
    macros: Mapping[str, Signature]
    notes: tuple[Note, ...] = ()
    """Sorted by id."""
    terms: tuple[Term, ...] = ()
    """Of the glossary, the people and the places, sorted by id within each."""
    events: tuple[Event, ...] = ()
    """In the order of time."""
    atlas: Atlas = field(default_factory=Atlas, repr=False)
    """Of what maps are drawn; empty where the edition names none."""
    sentences: tuple[Sentence, ...] = ()
    """Of the paragraphs, in order; none where the edition has no record of them."""
    figures: tuple[Figure, ...] = ()
    """Sorted by id."""
    pictures: tuple[Picture, ...] = ()
    """In the order of their list."""
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
    lock: tuple[LockLine, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    base_lines: tuple[str, ...] = field(default=(), repr=False)

    def contributor(self, author: str) -> Contributor:
        """Return whom an id means, or a name that one alone has; somebody new has no id."""
        named = [one for one in self.contributors.values() if one.name == author]
        known = self.contributors.get(author) or (named[0] if len(named) == 1 else None)
        return known or Contributor("", author)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections of all references."""
        return tuple(each for reference in self.library for each in reference.corrections)

    @cached_property
    def unit_by_id(self) -> dict[str, Unit]:
        """Return the units by id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def reference_by_key(self) -> dict[str, Reference]:
        """Return the entries of the library by key."""
        return {reference.key: reference for reference in self.library}

    @cached_property
    def term_by_id(self) -> dict[str, Term]:
        """Return the terms, people and places by id; the first has an id that two claim."""
        return {term.id: term for term in reversed(self.terms)}

    @cached_property
    def figure_by_id(self) -> dict[str, Figure]:
        """Return the figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def page_of_unit(self) -> dict[str, TextPage]:
        """Return the text page that holds each unit."""
        return {unit: page for page in self.text_pages for unit in page.units}

    @cached_property
    def text_page_at(self) -> dict[str, TextPage]:
        """Return the text pages by address."""
        return {page.address: page for page in self.text_pages}

    @cached_property
    def editors_page_at(self) -> dict[str, EditorsPage]:
        """Return the editors' pages by address."""
        return {page.address: page for page in self.editors_pages}

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
    def mentions_of_reference(self) -> dict[str, dict[str, int]]:
        """Return how often each unit cites each reference: by key, then by unit, in order."""
        mentions: dict[str, dict[str, int]] = {}
        for citation in self.citations:
            units = mentions.setdefault(citation.key, {})
            units[citation.unit] = units.get(citation.unit, 0) + 1
        return mentions

    @cached_property
    def sentences_of_unit(self) -> dict[str, tuple[Sentence, ...]]:
        """Return the sentences of each paragraph, in order."""
        return grouped((sentence.unit, sentence) for sentence in self.sentences)

    @cached_property
    def sentence_lengths(self) -> dict[int, tuple[int, ...]]:
        """Return how many words the sentences of each paragraph have, by the paragraph's number.

        Paragraphs without a record of their sentences are absent.
        """
        return {
            unit.number: tuple(
                len(unit.text[sentence.start : sentence.end].split())
                for sentence in self.sentences_of_unit[unit.id]
            )
            for unit in self.paragraphs
            if unit.id in self.sentences_of_unit
        }

    @cached_property
    def printed_references(self) -> dict[int, Unit]:
        """Return the units of the printed list by their numbers."""
        return {unit.number: unit for unit in self.units if unit.role is Role.REFERENCE}

    @cached_property
    def paragraphs(self) -> tuple[Unit, ...]:
        """Return the body paragraphs of the work, in order."""
        return tuple(unit for unit in self.units if unit.role is Role.PARAGRAPH)

    @cached_property
    def chapters(self) -> tuple[TextPage, ...]:
        """Return the pages that hold body paragraphs."""
        return tuple(page for page in self.text_pages if page.number)

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

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """Return all entries, of whatever kind."""
        return (*self.notes, *self.terms, *self.events, *self.figures)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Return everything that contributors wrote, of whatever kind."""
        corrections = [c.body for reference in self.library for c in reference.corrections]
        evidence = [r.evidence.body for r in self.library if r.evidence is not None]
        entries = [entry.body for entry in self.contributions]
        return (*entries, *corrections, *evidence)

    @cached_property
    def cited_in_bodies(self) -> tuple[Cited, ...]:
        """Return every citation by a contributor: in a body, and of a figure's numbers."""
        in_bodies = [found for body in self.bodies for found in cited(body)]
        of_numbers = [
            found for figure in self.figures for point in figure.points for found in point.cited
        ]
        return (*in_bodies, *of_numbers)

    @cached_property
    def places_in_bodies(self) -> tuple[tuple[str, str], ...]:
        """Return key and locator of everything that contributors cite, each pair once, sorted."""
        return tuple(sorted({(found.key, found.locator) for found in self.cited_in_bodies}))
