"""The glossary, the people and the places: `docs/glossary/`, `people/`, `places/`, a file each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.contributor import Contributor
from edition.core.problem import Problem
from edition.core.term import Coordinates, Realm, Term
from edition.core.term_forms import NAME, TERM_FORMS
from edition.sources.author import check_author, read_author
from edition.sources.entries import Entry, read_entries

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""Language, script and region of BCP 47, as the registry writes them."""


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
            terms.append(_term(entry, realm, contributors))
    return tuple(terms), tuple(problems)


def _term(entry: Entry, realm: Realm, contributors: Mapping[str, Contributor]) -> Term:
    return Term(
        id=entry.id,
        name=entry.value("term") or entry.id,
        realm=realm,
        kind=entry.value("kind"),
        forms=entry.lists.get("forms", ()),
        names=tuple(
            (key.removeprefix(NAME), name)
            for key, names in entry.lists.items()
            if key.startswith(NAME)
            for name in names
        ),
        also=entry.lists.get("also", ()),
        see=entry.lists.get("see", ()),
        coordinates=_coordinates(entry.value("coordinates")),
        coordinates_source=entry.value("coordinates_source"),
        body=entry.body,
        author=read_author(entry, contributors),
        date=entry.value("date"),
        revised=entry.value("revised"),
        place=entry.place_of("term"),
        places=entry.places,
    )


def _coordinates(value: str) -> Coordinates | None:
    if not value:
        return None
    latitude, longitude = (float(part) for part in value.split(","))
    return Coordinates(latitude, longitude)


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what contradicts itself, and what an editor has to settle."""
    for key in entry.lists:
        if key.startswith(NAME) and not _LANGUAGE.fullmatch(key.removeprefix(NAME)):
            message = f"expected a language after {NAME}, found {key.removeprefix(NAME)!r}"
            hint = "a language of BCP 47, such as name_ru or name_zh-Hans"
            yield Problem(entry.place_of(key), "field", message, hint)
    yield from check_author(entry, contributors)
