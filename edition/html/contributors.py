"""Everybody who did something for the edition, by name, and in which roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from edition.core.addresses import (
    event_link,
    figure_address,
    note_link,
    reference_link,
    term_link,
)
from edition.core.contributor import Contributor
from edition.core.contributor_role import ContributorRole
from edition.core.edition import Edition
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
    people: dict[str, Contributor] = {one.name: one for one in edition.contributors.values()}
    done: dict[str, dict[ContributorRole, list[Deed]]] = defaultdict(lambda: defaultdict(list))
    for one in people.values():
        for role in one.roles:
            done[one.name][role] = []
    for role, nouns, authors in _signed(edition):
        for name, number in Counter(author.name for author in authors).items():
            link = f"notes/?author={quote(name, safe='')}" if nouns is _NOTES else ""
            done[name][role].append(Deed(f"{number} {nouns[number != 1]}", link))
        for author in authors:
            people.setdefault(author.name, author)
    for name, deed in _reported(edition):
        done[name][ContributorRole.VALIDATION].append(deed)
    views = (
        ContributorView(
            name, people[name].orcid if name in people else "", _roles(roles), _others(roles)
        )
        for name, roles in done.items()
    )
    groups = {one.name for one in people.values() if one.is_group}
    return tuple(sorted(views, key=lambda view: (view.name not in groups, view.name.casefold())))


def _roles(done: dict[ContributorRole, list[Deed]]) -> tuple[RoleView, ...]:
    order = dict.fromkeys((ContributorRole.WRITING, *ContributorRole))
    return tuple(RoleView(role.label, tuple(done[role])) for role in order if done.get(role))


def _others(done: dict[ContributorRole, list[Deed]]) -> tuple[str, ...]:
    return tuple(role.label for role in ContributorRole if done.get(role) == [])


_Nouns = tuple[str, str]
_NOTES: _Nouns = ("note", "notes")
_TERMS: dict[Realm, _Nouns] = {
    Realm.GLOSSARY: ("entry of the glossary", "entries of the glossary"),
    Realm.PEOPLE: ("entry on a person", "entries on people"),
    Realm.PLACES: ("entry on a place", "entries on places"),
}


def _signed(edition: Edition) -> Iterator[tuple[ContributorRole, _Nouns, list[Contributor]]]:
    """Yield each sort of what is signed, with the role that it stands for, and who signed each."""
    writing, curation = ContributorRole.WRITING, ContributorRole.DATA_CURATION
    yield writing, _NOTES, [note.author for note in edition.notes_in_order]
    for realm, nouns in _TERMS.items():
        yield writing, nouns, [term.author for term in edition.terms if term.realm is realm]
    yield writing, ("event", "events"), [event.author for event in edition.events]
    figures = [figure.author for figure in edition.figures]
    yield ContributorRole.VISUALIZATION, ("figure", "figures"), figures
    corrections = [edition.contributor(one.author) for one in edition.corrections]
    yield curation, ("correction of a reference", "corrections of references"), corrections


def _reported(edition: Edition) -> Iterator[tuple[str, Deed]]:
    """Yield who reported what was mended, and where it was."""
    mended: Iterable[tuple[tuple[str, ...], str]] = (
        *((note.reported_by, note_link(note.id)) for note in edition.notes_in_order),
        *((term.reported_by, term_link(term.id)) for term in edition.terms),
        *((event.reported_by, event_link(event.id)) for event in edition.events),
        *((figure.reported_by, figure_address(figure.id)) for figure in edition.figures),
        *((one.reported_by, reference_link(one.reference)) for one in edition.corrections),
    )
    for names, link in mended:
        for name in names:
            yield name, Deed(f"reported what was mended in {link.rstrip('/')}", link)
