"""Loading reads everything once: from a root folder to a frozen edition and its problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from edition.core.alignment import align
from edition.core.body import cited_keys
from edition.core.edition import Edition
from edition.core.figure import Figure
from edition.core.note import Note
from edition.core.picture import Picture
from edition.core.problem import Problem
from edition.core.reference import Reference
from edition.core.term import Realm, Term
from edition.core.unit import Role, Unit
from edition.sources.atlas import read_atlas
from edition.sources.base_text import read_base_text
from edition.sources.contributors import read_contributors
from edition.sources.corrections import read_corrections, read_evidence
from edition.sources.editors_pages import read_editors_pages
from edition.sources.events import read_events
from edition.sources.figures import read_figures
from edition.sources.inventory import check_inventory
from edition.sources.library import read_library
from edition.sources.links import check_links
from edition.sources.macros import read_macros
from edition.sources.notes import read_notes
from edition.sources.permalinks import read_lock, read_redirects
from edition.sources.pictures import read_pictures
from edition.sources.sentences import read_sentences
from edition.sources.settings import read_settings
from edition.sources.terms import read_terms
from edition.sources.text_pages import read_text_pages

_Read = TypeVar("_Read")


def load(root: Path) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read the edition below a folder.

    Returns the edition, or None when a symbolic link lies in it or `edition.yml` cannot be used,
    and all problems that show while reading; `core.check` finds those that show only with
    everything in hand.
    """
    problems: list[Problem] = []
    if links := check_links(root):
        return None, links

    def kept(result: tuple[_Read, tuple[Problem, ...]]) -> _Read:
        """Return what a reader has read, and keep the problems it met."""
        value, met = result
        problems.extend(met)
        return value

    kept(((), check_inventory(root)))
    settings = kept(read_settings(root))
    if settings is None:
        return None, tuple(problems)
    base = kept(read_base_text(root, settings.base))
    corrections = kept(read_corrections(root))
    evidence = kept(read_evidence(root))
    library = kept(read_library(root, corrections, evidence))
    contributors = kept(read_contributors(root))
    terms = kept(read_terms(root, contributors))
    figures = kept(read_figures(root, contributors))
    notes = kept(read_notes(root, contributors))
    pictures = kept(read_pictures(root))
    samples = _samples(library, base.units, terms, figures, notes, pictures)
    macros = kept(read_macros(root, samples))
    text_pages = kept(read_text_pages(root, macros))
    if base.units:
        text_pages = kept(align(text_pages, base.units))
    edition = Edition(
        settings=settings,
        units=base.units,
        text_pages=text_pages,
        editors_pages=kept(read_editors_pages(root)),
        library=library,
        macros=macros,
        notes=notes,
        terms=terms,
        events=kept(read_events(root, contributors)),
        sentences=kept(read_sentences(root, base.units)) if base.units else (),
        atlas=kept(read_atlas(root, settings.atlas)),
        figures=figures,
        pictures=pictures,
        contributors=contributors,
        lock=kept(read_lock(root)),
        redirects=kept(read_redirects(root)),
        base_lines=base.lines,
    )
    return edition, tuple(problems)


def _samples(
    library: Sequence[Reference],
    units: Sequence[Unit],
    terms: Sequence[Term],
    figures: Sequence[Figure],
    notes: Sequence[Note],
    pictures: Sequence[Picture],
) -> dict[str, str]:
    """Return what the macros' examples may name, the first of each sort: see `SAMPLES`."""
    first = {}
    if library:
        first["KEY"] = library[0].key
    if figures:
        first["FIGURE"] = figures[0].id
    if pictures:
        first["PICTURE"] = pictures[0].name
    for note in notes:
        if cited_keys(note.body):  # one without sources would show half of what a macro draws
            first.setdefault("NOTE", note.id)
    for unit in units:
        if unit.role is Role.PARAGRAPH:
            first.setdefault("UNIT", unit.id)
    words = {Realm.GLOSSARY: "TERM", Realm.PEOPLE: "PERSON", Realm.PLACES: "PLACE"}
    for term in terms:
        first.setdefault("ENTRY", term.id)
        first.setdefault(words[term.realm], term.id)
        if term.site:
            first.setdefault("SITE", term.id)
    return first
