"""The glossary, the people and the places: `docs/glossary/`, `people/`, `places/`, a file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.contributor import Contributor
from edition.core.coordinates import Coordinates
from edition.core.identifier import is_identifier
from edition.core.language import is_language
from edition.core.problem import Problem
from edition.core.site import Site
from edition.core.stop import read_stop
from edition.core.term import Realm, Term
from edition.core.term_forms import NAME, TERM_FORMS
from edition.sources.author import NO_PLAIN_WORDS, check_signature, signed
from edition.sources.entries import Entry, read_entries, with_unread

_WITH_SOURCE = ("coordinates", "capital", "through")
"""Fields that hold coordinates for which a source can be named."""


def read_terms(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """Return the entries of all three realms, sorted by id within each."""
    terms: list[Term] = []
    problems: list[Problem] = []
    for realm, form in TERM_FORMS.items():
        entries, faults = read_entries(root, form)
        problems += faults
        for entry in entries:
            problems += _check(entry, contributors)
        for entry in with_unread(form, entries, faults):
            terms.append(_term(entry, realm, contributors))
    return tuple(terms), tuple(problems)


def _term(entry: Entry, realm: Realm, contributors: Mapping[str, Contributor]) -> Term:
    return Term(
        id=entry.id,
        # Of a file that could not be read the name is guessed, so that no link to it is wrong, too.
        name=entry.value("term") or entry.id.replace("-", " "),
        realm=realm,
        kind=entry.value("kind"),
        forms=entry.lists.get("forms", ()),
        names=tuple(
            (language, name) for language, names in _names(entry).items() for name in names
        ),
        also=entry.lists.get("also", ()),
        see=entry.lists.get("see", ()),
        site=_site(entry),
        coordinates_source=entry.value("coordinates_source"),
        body=entry.body,
        **signed(entry, contributors),
        place=entry.place_of("term"),
        body_place=entry.body_place,
        places=entry.places,
    )


def _names(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Return the names in other languages by their languages."""
    return {
        key.removeprefix(NAME): names for key, names in entry.lists.items() if key.startswith(NAME)
    }


def _site(entry: Entry) -> Site:
    capital = entry.value("capital")
    has_entry = is_identifier(capital)
    return Site(
        point=_coordinates(entry.value("coordinates")),
        label=_coordinates(entry.value("label")),
        outline=entry.lists.get("outline", ()),
        capital=read_stop(capital) if capital and not has_entry else None,
        capital_entry=capital if has_entry else "",
        course=tuple(map(read_stop, entry.lists.get("through", ()))),
    )


def _coordinates(value: str) -> Coordinates | None:
    if not value:
        return None
    latitude, longitude = (float(part) for part in value.split(","))
    return Coordinates(latitude, longitude)


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what contradicts itself, and what an editor has to settle."""
    for language in _names(entry):
        if not is_language(language):
            message = f"there is no language {language}"
            hint = "the code of a language may differ from that of a state: zh, kk, uk"
            yield Problem(entry.place_of(f"{NAME}{language}"), "field", message, hint)
    for key, values in {"term": (entry.value("term"),), **entry.lists}.items():
        for value in values:
            # Forms need no such care: whatever they hold stands in the text.
            if key != "forms" and NO_PLAIN_WORDS.search(value):
                message = f"expected the plain words of a name in {key}, found {value!r}"
                yield Problem(entry.place_of(key), "field", message)
    if entry.value("coordinates_source") and entry.places.keys().isdisjoint(_WITH_SOURCE):
        message = "expected coordinates beside coordinates_source, found none"
        yield Problem(entry.place_of("coordinates_source"), "field", message)
    yield from check_signature(entry, contributors)
