"""A term is an entry of the glossary, the people or the places: a name and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from edition.core.body import cited_keys
from edition.core.contribution import Contribution
from edition.core.folding import fold
from edition.core.problem import Place
from edition.core.site import Site


class Realm(StrEnum):
    """Where an entry is kept and listed; all three share one namespace of ids."""

    GLOSSARY = "glossary"
    PEOPLE = "people"
    PLACES = "places"


KINDS: Mapping[Realm, tuple[str, ...]] = {
    Realm.GLOSSARY: (
        *("concept", "institution", "initiative", "event"),
        *("document", "project", "unit"),
    ),
    Realm.PEOPLE: ("person",),
    Realm.PLACES: ("state", "city", "region", "sea", "route"),
}
"""What an entry of each realm can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Contribution):
    """One entry, as its file says."""

    name: str
    realm: Realm
    kind: str
    forms: tuple[str, ...]
    """How the text names it, letter for letter; inflected forms are listed, never guessed."""
    names: tuple[tuple[str, str], ...]
    """Its names in other languages: the language (BCP 47) and the name."""
    also: tuple[str, ...]
    """Other names, in the script of the text, by which somebody may look for it."""
    see: tuple[str, ...]
    """Ids of related entries."""
    site: Site
    """Where it is on a map."""
    coordinates_source: str
    """Key of the reference that gives them; empty when there is none."""
    body_place: Place
    """Where the body begins."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the keys of all references that it cites, each once, in order."""
        keys = (*cited_keys(self.body), self.coordinates_source)
        return tuple(dict.fromkeys(filter(None, keys)))

    @property
    def alphabetic(self) -> str:
        """Return the name as lists sort it: without capitals, accents and opening marks."""
        return fold(self.name).lstrip("'")


def called(terms: Sequence[Term]) -> Iterator[tuple[str, Term]]:
    """Yield all that entries are called, with the entry: ids first, then names, forms, the rest.

    So whoever has something for a name comes before whoever is only called so, too.
    """
    for term in terms:
        yield term.id, term
    for term in terms:
        yield term.name, term
    for term in terms:
        yield from ((form, term) for form in term.forms)
    for term in terms:
        yield from ((name, term) for name in term.also)
