"""What the edition links to outside of itself, and where it does so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from edition.core.body import Body, Link, walk
from edition.core.edition import Edition
from edition.core.note import Note
from edition.core.problem import Place
from edition.core.reference import ADDRESS, Reference
from edition.core.settings import Settings

_RESOLVER = "https://doi.org/"
_SETTINGS = Place("edition.yml")


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """An address of the web, and every place in the sources that names it."""

    address: str
    """Without a fragment, which is never sent."""
    places: tuple[Place, ...]


def outside_links(edition: Edition) -> tuple[OutsideLink, ...]:
    """Return all addresses of the web that the sources name, sorted; each once.

    Of references, those as corrected: what is printed wrongly stays so, and readers are not sent
    there.
    """
    found: dict[str, set[Place]] = {}
    for address, place in _named(edition):
        if ADDRESS.fullmatch(address):
            found.setdefault(address.partition("#")[0], set()).add(place)
    return tuple(OutsideLink(address, tuple(sorted(found[address]))) for address in sorted(found))


def _named(edition: Edition) -> Iterator[tuple[str, Place]]:
    yield from _of_settings(edition.settings)
    for page in edition.editors_pages:
        yield from page.outside
    for reference in edition.library:
        yield from _of_reference(reference)
    for entry in edition.contributions:
        yield from _of_body(entry.body, entry.place_of("body"))
        if isinstance(entry, Note):
            yield entry.new_source, entry.place_of("new_source")


def _of_settings(settings: Settings) -> Iterator[tuple[str, Place]]:
    for licence in (settings.work.licence, settings.notes_licence, settings.code_licence):
        yield licence.address, _SETTINGS
    yield settings.work.address, _SETTINGS


def _of_reference(reference: Reference) -> Iterator[tuple[str, Place]]:
    fields = reference.corrected
    yield fields.get("url", ""), reference.place_of("url")
    if doi := fields.get("doi", ""):
        yield _RESOLVER + quote(doi), reference.place_of("doi")
    for correction in reference.corrections:
        yield from _of_body(correction.body, correction.place)
        for field, evidence in correction.evidence:
            yield evidence, correction.places.get(field, correction.place)
    if reference.evidence:
        yield from _of_body(reference.evidence.body, reference.evidence.place)
        for address in reference.evidence.sources:
            yield address, reference.evidence.place


def _of_body(body: Body, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield the links of a body; where in it they stand, its tree does not know."""
    for part in walk(body):
        if isinstance(part, Link):
            yield part.address, place
