"""Everybody who did something for the edition, by name, and in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from edition.core.addresses import (
    event_link,
    figure_address,
    note_link,
    reference_link,
    term_link,
)
from edition.core.contribution import Contribution
from edition.core.contributor import Contributor
from edition.core.contributor_role import ContributorRole
from edition.core.edition import Edition
from edition.core.grouped import grouped
from edition.core.term import Realm


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did in a role."""

    words: str
    """Such as `3 notes`."""
    link: str = ""
    """Where it can be seen, below the site's base; empty where it is spread over many pages."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role, with what the files hold of it."""

    label: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class ContributorView:
    """Somebody, and what they did."""

    name: str
    orcid: str
    roles: tuple[RoleView, ...]
    """Of which the files hold something: in the taxonomy's order, writing first."""
    others: tuple[str, ...]
    """Labels of the roles that leave no entry: `contributors.yml` says them."""


def view_contributors(edition: Edition) -> tuple[ContributorView, ...]:
    """Return everybody who did something that shows, groups first, then by name."""
    people: dict[str, Contributor] = {}
    done: dict[str, dict[ContributorRole, list[Deed]]] = {}
    for one, role, deed in _done(edition):
        key = one.id or one.name
        if one.orcid or key not in people:  # of several files by somebody new, one may have the iD
            people[key] = one
        deeds = done.setdefault(key, {}).setdefault(role, [])
        if deed and deed not in deeds:
            deeds.append(deed)
    keys = sorted(people, key=lambda key: (not people[key].is_group, people[key].name.casefold()))
    return tuple(
        ContributorView(people[key].name, people[key].orcid, _roles(done[key]), _others(done[key]))
        for key in keys
    )


def _roles(done: Mapping[ContributorRole, list[Deed]]) -> tuple[RoleView, ...]:
    order = dict.fromkeys((ContributorRole.WRITING, *ContributorRole))
    return tuple(RoleView(role.label, tuple(done[role])) for role in order if done.get(role))


def _others(done: Mapping[ContributorRole, list[Deed]]) -> tuple[str, ...]:
    return tuple(role.label for role in ContributorRole if done.get(role) == [])


_Done = Iterator[tuple[Contributor, ContributorRole, Deed | None]]
_TERMS = {
    Realm.GLOSSARY: ("entry of the glossary", "entries of the glossary"),
    Realm.PEOPLE: ("entry on a person", "entries on people"),
    Realm.PLACES: ("entry on a place", "entries on places"),
}


def _done(edition: Edition) -> _Done:
    """Yield who did what; without a deed, a role that leaves no entry."""
    for one in edition.contributors.values():
        yield from ((one, role, None) for role in one.roles)
    yield from _signed(edition)
    for names, link in _reported(edition):
        deed = Deed(f"reported what was mended in {link.rstrip('/')}", link)
        yield from ((edition.contributor(name), ContributorRole.VALIDATION, deed) for name in names)


def _signed(edition: Edition) -> _Done:
    """Yield how much of each sort is signed by whom, with the role that it stands for."""
    for role, one, many, authors in _authors(edition):
        people = grouped((author.id or author.name, author) for author in authors)
        for signatures in people.values():
            author = next((each for each in signatures if each.orcid), signatures[0])
            link = f"notes/?author={quote(author.name, safe='')}" if one == "note" else ""
            number = len(signatures)
            yield author, role, Deed(f"{number} {one if number == 1 else many}", link)


def _authors(edition: Edition) -> Iterator[tuple[ContributorRole, str, str, list[Contributor]]]:
    """Yield who signed each of a sort: with its role, and what one and what many are called.

    Whoever signs by name is one who is known, if one alone has that name.
    """

    def of(entries: Iterable[Contribution]) -> list[Contributor]:
        authors = [entry.author for entry in entries]
        named = [edition.contributor(author.name) for author in authors]
        return [
            known if known.id and not author.id else author
            for author, known in zip(authors, named, strict=True)
        ]

    writing, curation = ContributorRole.WRITING, ContributorRole.DATA_CURATION
    yield writing, "note", "notes", of(edition.notes_in_order)
    for realm, (one, many) in _TERMS.items():
        yield writing, one, many, of(term for term in edition.terms if term.realm is realm)
    yield writing, "event", "events", of(edition.events)
    yield ContributorRole.VISUALIZATION, "figure", "figures", of(edition.figures)
    correctors = [edition.contributor(each.author) for each in edition.corrections]
    yield curation, "correction of a reference", "corrections of references", correctors


def _reported(edition: Edition) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the names of those who reported what was mended, and where that was."""
    yield from ((note.reported_by, note_link(note.id)) for note in edition.notes_in_order)
    yield from ((term.reported_by, term_link(term.id)) for term in edition.terms)
    yield from ((event.reported_by, event_link(event.id)) for event in edition.events)
    yield from ((figure.reported_by, figure_address(figure.id)) for figure in edition.figures)
    yield from ((each.reported_by, reference_link(each.reference)) for each in edition.corrections)
