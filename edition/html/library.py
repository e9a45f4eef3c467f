"""The library as readers see it: each entry as printed, as corrected, and where it is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from edition.core.addresses import (
    BIBLIOGRAPHY,
    event_address,
    figure_address,
    note_address,
    reference_link,
    term_address,
    unit_address,
)
from edition.core.body import Body
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note_record import first_words
from edition.core.reference import (
    ADDRESS,
    Change,
    Evidence,
    Reference,
    Status,
    to_biblatex,
    unbraced,
)
from edition.core.settings import in_words
from edition.core.unit import unit_name
from edition.html.body import draw_body
from edition.html.cited import draw_cited
from edition.html.link import Xref
from edition.html.term_link import draw_term
from edition.html.words import draw_runs

STATUS = {
    Status.FOUND: "found",
    Status.PARTLY: "partly found",
    Status.NOT_FOUND: "not found",
    Status.UNREACHABLE: "unreachable",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An address that was consulted."""

    address: str
    shown: str
    """Without its scheme, which a reader does not need."""


def _source(address: str) -> Source:
    return Source(address, address.partition("://")[2].removeprefix("www.").rstrip("/"))


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One corrected field."""

    field: str
    printed: str
    corrected: str
    evidence: str
    source: Source | None
    """The evidence, when it is an address."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One unit of the article that cites a reference."""

    address: str
    where: str
    """What the unit is called: `¶ 4`."""
    count: int


@dataclass(frozen=True, slots=True)
class NoteMention:
    """One note that cites a reference."""

    address: str
    where: str
    """What the unit is called that the note is about."""
    quote: str


@dataclass(frozen=True, slots=True)
class Corrector:
    """Who wrote a correction, and when."""

    author: str
    date: str
    """ISO 8601; empty, like its words, if the file could not say it."""
    date_words: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What was checked of a reference."""

    status: str
    body: Markup
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """An entry of the library, ready to be set."""

    key: str
    listed: bool
    printed_number: int
    formatted: Markup
    text: str
    printed: Markup
    """The printed reference, verbatim; empty when the list lacks it."""
    printed_address: str
    changes: tuple[ChangeView, ...]
    remarks: tuple[Markup, ...]
    correctors: tuple[Corrector, ...]
    """Who corrected it and when, in the order of the files."""
    evidence: EvidenceView | None
    mentions: tuple[Mention, ...]
    notes: tuple[NoteMention, ...]
    terms: tuple[Xref, ...]
    """The terms, people and places whose entries cite it."""
    events: tuple[Xref, ...]
    """The events of the timeline whose entries cite it."""
    figures: tuple[Xref, ...]
    """The figures that cite it."""
    short_link: str
    bibtex: str


def view_library(
    edition: Edition, formatted: Formatted, page: str = BIBLIOGRAPHY
) -> tuple[ReferenceView, ...]:
    """Return the library in the order of the printed list, what the list lacks at the end."""
    ordered = sorted(
        edition.library, key=lambda r: (not r.listed, r.printed_number, formatted.text(r.key))
    )
    return tuple(_reference(edition, formatted, reference, page) for reference in ordered)


def _reference(
    edition: Edition, formatted: Formatted, reference: Reference, page: str
) -> ReferenceView:
    number = reference.printed_number
    unit = edition.printed_references.get(number)
    draw = partial(
        draw_body,
        draw_cited=partial(draw_cited, formatted, page),
        draw_term=partial(draw_term, edition, page),
    )
    return ReferenceView(
        key=reference.key,
        listed=reference.listed,
        printed_number=number,
        formatted=draw_runs(formatted.entries.get(reference.key, ())),
        text=formatted.text(reference.key),
        printed=draw_runs(unit.runs) if unit else Markup(""),
        printed_address=unit_address(edition, unit.id) if unit else "",
        changes=tuple(_change(change) for change in reference.changes),
        remarks=tuple(draw(c.body) for c in reference.corrections if c.body),
        correctors=tuple(dict.fromkeys(_correctors(edition, reference))),
        evidence=_evidence(reference.evidence, draw) if reference.evidence else None,
        mentions=_mentions(edition, reference.key),
        notes=tuple(
            NoteMention(
                note_address(edition, note.id),
                unit_name(edition.unit_by_id[edition.spans[note.id].unit]),
                first_words(note.quote.exact),
            )
            for note in edition.notes_of_reference.get(reference.key, ())
        ),
        terms=tuple(
            Xref(term_address(edition, term.id), term.name)
            for term in edition.terms_of_reference.get(reference.key, ())
        ),
        events=tuple(
            Xref(event_address(event.id), event.label)
            for event in edition.events_of_reference.get(reference.key, ())
        ),
        figures=tuple(
            Xref(figure_address(figure.id), figure.title)
            for figure in edition.figures_of_reference.get(reference.key, ())
        ),
        short_link=reference_link(reference.key),
        bibtex=to_biblatex(reference).strip(),
    )


def _correctors(edition: Edition, reference: Reference) -> Iterator[Corrector]:
    for each in reference.corrections:
        words = in_words(each.date) if each.date else ""
        yield Corrector(edition.contributor(each.author).name, each.date, words)


def _evidence(evidence: Evidence, draw: Callable[[Body], Markup]) -> EvidenceView:
    sources = tuple(_source(address) for address in evidence.sources)
    return EvidenceView(STATUS[evidence.status], draw(evidence.body), sources)


def _change(change: Change) -> ChangeView:
    return ChangeView(
        change.field,
        unbraced(change.printed),
        unbraced(change.corrected),
        change.evidence,
        _source(change.evidence) if ADDRESS.fullmatch(change.evidence) else None,
    )


def _mentions(edition: Edition, key: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(unit_address(edition, unit), unit_name(edition.unit_by_id[unit]), count)
        for unit, count in edition.mentions_of_reference.get(key, {}).items()
    )
