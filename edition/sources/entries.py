"""Entries: every contributed thing is one small file, read by the form of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edition.core.body import Body
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.identifier import is_identifier
from edition.core.problem import Place, Problem
from edition.sources.body import read_body
from edition.sources.fields import Fields
from edition.sources.front_matter import read_document

MAX_BYTES = 30_000
"""More than any entry needs; a larger file is refused unread."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, read: what it says is of the right form, but nothing is known of what it names."""

    id: str
    path: str
    values: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    body: Body
    place: Place
    """Where the front matter begins."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each field stands."""

    def value(self, name: str) -> str:
        """Return a field; empty when the file lacks it."""
        return self.values.get(name, "")

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or where the front matter begins."""
        return self.places.get(name, self.place)


def read_entries(root: Path, form: EntryForm) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of one kind, sorted by file name, and what is wrong with their form.

    An entry whose front matter cannot be read is left out; any other is returned with what could
    be read of it, so that all its problems are told at once.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in sorted((root / form.folder).glob("*.md")):
        path = f"{form.folder}/{file.name}"
        if not is_identifier(file.stem):
            problems.append(_misnamed(root, form, path, file.stem))
            continue
        entry, faults = _read(root, form, path, file.stem)
        problems += faults
        if entry is not None:
            entries.append(entry)
    return tuple(entries), tuple(problems)


def _misnamed(root: Path, form: EntryForm, path: str, name: str) -> Problem:
    message = f"expected a name of small letters, digits and hyphens, found {name!r}"
    lower = name.lower()
    taken = lower != name and (root / form.folder / f"{lower}.md").exists()
    hint = f"{lower}.md is there already: choose another name" if taken else ""
    return Problem(Place(path), "file-name", message, hint)


def _read(
    root: Path, form: EntryForm, path: str, name: str
) -> tuple[Entry | None, tuple[Problem, ...]]:
    document, problems = read_document(root, path, MAX_BYTES)
    if document is None:
        return None, problems
    fields = document.fields
    values: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for member in form.fields:
        for key in _keys(member, fields):
            if member.shape is Shape.LIST:
                lists[key] = _list(member, fields)
            else:
                values[key] = _value(member, fields, key)
    fields.unknown()
    body, faults = read_body(document.body, path, document.body_line)
    problems = (*fields.problems, *_either(form, fields), *faults)
    if form.needs_body and not document.body.strip():
        message = "expected words below the front matter, found none"
        problems += (Problem(Place(path, document.body_line), "body-empty", message),)
    places = {key: fields.place(key) for key in fields.nodes}
    values = {key: value for key, value in values.items() if key in fields.nodes}
    return Entry(name, path, values, lists, body, Place(path, fields.line), places), problems


def _keys(member: FieldForm, fields: Fields) -> tuple[str, ...]:
    """Return the names under which a file has a field: one, or all of a family."""
    if not member.is_family:
        return (member.name,)
    return tuple(key for key in fields.nodes if key.startswith(member.name))


def _value(member: FieldForm, fields: Fields, key: str) -> str:
    if member.shape is Shape.DATE:
        return fields.date(key, required=member.required)
    value = fields.text(key, required=member.required, choices=member.choices)
    value = " ".join(value.split())
    if value and (expected := member.fault(value)):
        fields.refuse(key, expected, value)
    return value


def _list(member: FieldForm, fields: Fields) -> tuple[str, ...]:
    values = fields.texts(member.name)
    for value in values:
        if expected := member.fault(value):
            fields.refuse(member.name, expected, value)
    return values


def _either(form: EntryForm, fields: Fields) -> tuple[Problem, ...]:
    """Return a problem unless exactly one of some fields is there."""
    if not form.either:
        return ()
    given = [name for name in form.either if name in fields.nodes]
    if len(given) == 1:
        return ()
    found = " and ".join(given) or "none"
    message = f"expected either {' or '.join(form.either)}, found {found}"
    return (Problem(fields.place(given[-1] if given else ""), "field", message),)
