"""Entries: every contributed thing is one small file, read by the form of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from edition.core.body import Body, cited, plain_words
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.identifier import is_identifier
from edition.core.lookalike import fault_of_address, fault_of_words
from edition.core.problem import Place, Problem
from edition.sources.body import read_body
from edition.sources.fields import Fields
from edition.sources.front_matter import take_apart
from edition.sources.textfile import read_text

MAX_BYTES = 30_000
"""More than any entry needs; a larger file is refused unread."""
_LINK = ("expected a file or a folder, found a symbolic link", "put the file itself there")
"""As the inventory of `docs/` says it: not all entries lie there."""
_NAMES = ("author", "unit")
"""Fields that are let pass whatever their form: held against what there is, which says more."""
_VERBATIM = ("quote", "prefix", "suffix", "forms")
"""Fields that hold the article's own words, whatever these are."""
_REMEMBERED = 4096
"""Entries that are not read anew while they stay the same; an edition has some hundreds."""
_SHOWN = 60
"""Characters of a wrong value that a message repeats."""
_MOST = 100
"""Values of a list; each is held against the whole edition."""
_WORD = re.compile(r"[a-z0-9]+")


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
    refused: frozenset[str] = frozenset()
    """Fields that hold something of another form, which was reported; they read as empty."""
    body_line: int = 1
    item_places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """Where each item of a series stands, in step with `lists`."""

    def value(self, name: str) -> str:
        """Return a field; empty when the file lacks it."""
        return self.values.get(name, "")

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or where the front matter begins."""
        return self.places.get(name, self.place)

    @property
    def body_place(self) -> Place:
        """Return where the body begins."""
        return Place(self.path, self.body_line)


def read_entries(root: Path, form: EntryForm) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of one kind, sorted by file name, and what is wrong with their form.

    An entry whose front matter cannot be read is left out; any other is returned with what could
    be read of it, so that all its problems are told at once.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in sorted((root / form.folder).glob("*.md")):
        path = f"{form.folder}/{file.name}"
        if file.is_symlink():  # messages about it could show whatever the machine has
            problems.append(Problem(Place(path), "file-place", *_LINK))
            continue
        if not is_identifier(file.stem):
            problems.append(_misnamed(root, form, path, file.stem))
            continue
        entry, faults = _read(root, form, path, file.stem)
        problems += faults
        if entry is not None:
            entries.append(entry)
    return tuple(entries), tuple(problems)


def with_unread(
    form: EntryForm, entries: Iterable[Entry], problems: Iterable[Problem]
) -> tuple[Entry, ...]:
    """Return entries of one kind with an empty one for each file that could not be read.

    What is wrong with it was reported; it is there all the same, and its permanent link not lost.
    """
    known = {entry.id: entry for entry in entries}
    for problem in problems:
        name = PurePosixPath(problem.place.path).stem
        if name not in known and is_identifier(name):
            path = f"{form.folder}/{name}.md"
            known[name] = Entry(name, path, {}, {}, Body(), Place(path))
    return tuple(known[name] for name in sorted(known))


def _misnamed(root: Path, form: EntryForm, path: str, name: str) -> Problem:
    message = f"expected a name of small letters, digits and hyphens, found {name!r}"
    better = "-".join(_WORD.findall(name.lower()))
    if not better:
        return Problem(Place(path), "file-name", message, "the letters are those from a to z")
    taken = (root / form.folder / f"{better}.md").exists()
    hint = f"{better}.md is there already: choose another" if taken else f"name it {better}.md"
    return Problem(Place(path), "file-name", message, hint)


def _read(
    root: Path, form: EntryForm, path: str, name: str
) -> tuple[Entry | None, tuple[Problem, ...]]:
    text, problems = read_text(root, path, MAX_BYTES)
    return (None, problems) if problems else _parsed(form, path, name, text)


@lru_cache(maxsize=_REMEMBERED)
def _parsed(
    form: EntryForm, path: str, name: str, text: str
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return what a file holds: of the same text the same, so that a rebuild need not ask again."""
    document, problems = take_apart(text, path)
    if document is None:
        return None, problems
    fields = document.fields
    values: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    items: dict[str, tuple[Place, ...]] = {}
    for member in form.fields:
        for key in _keys(member, fields):
            _check_name(member, fields, key)
            if member.shape is Shape.LIST:
                lists[key] = _list(member, fields, key)
            elif member.shape is Shape.SERIES:
                lists[key], items[key] = _series(member, fields, key)
            else:
                values[key] = _value(member, fields, key)
    fields.unknown()
    body, faults = read_body(document.body, path, document.body_line)
    problems = (*fields.problems, *_either(form, fields), *faults)
    if form.needs_body and not faults and not (plain_words(body) or cited(body)):
        message = "expected words below the front matter, found none"
        problems += (Problem(Place(path, document.body_line), "body-empty", message),)
    written = {key: value for key, value in values.items() if key in fields.nodes}
    entry = Entry(
        name,
        path,
        written,
        lists,
        body,
        Place(path, fields.line),
        {key: fields.place(key) for key in fields.nodes},
        frozenset(key for key, value in written.items() if not value and _is_given(fields, key)),
        document.body_line + _blank_lines(document.body),
        items,
    )
    return entry, problems


def _blank_lines(text: str) -> int:
    """Return how many lines are blank before the first that is not."""
    return text[: len(text) - len(text.lstrip())].count("\n")


def _keys(member: FieldForm, fields: Fields) -> tuple[str, ...]:
    """Return the names under which a file has a field: one, or all of a family."""
    if not member.is_family:
        return (member.name,)
    fields.asked.add(f"{member.name}…")
    return tuple(key for key in fields.nodes if key.startswith(member.name))


def _check_name(member: FieldForm, fields: Fields, key: str) -> None:
    """Report the name of a field of a family that does not end as it has to."""
    if member.is_family and (expected := member.name_fault(key)):
        message = f"expected {expected}, found {key.removeprefix(member.name)!r}"
        fields.problems.append(Problem(fields.place(key), fields.code, message))


def _is_given(fields: Fields, key: str) -> bool:
    """Say whether a field holds anything, of whatever form."""
    node = fields.nodes.get(key)
    return node is not None and (not isinstance(node.value, str) or bool(node.value.strip()))


def _value(member: FieldForm, fields: Fields, key: str) -> str:
    if member.shape is Shape.DATE:
        return fields.date(key, required=member.required)
    value = fields.text(key, required=member.required, choices=member.choices)
    value = " ".join(value.split())
    return value if value and _fits(member, fields, key, value) else ""


def _list(member: FieldForm, fields: Fields, key: str) -> tuple[str, ...]:
    values = dict.fromkeys(" ".join(value.split()) for value in fields.texts(key))
    if len(values) > _MOST:
        message = f"expected at most {_MOST} values in {key}, found {len(values)}"
        fields.problems.append(Problem(fields.place(key), fields.code, message))
        return ()
    return tuple(value for value in values if _fits(member, fields, key, value))


def _series(
    member: FieldForm, fields: Fields, key: str
) -> tuple[tuple[str, ...], tuple[Place, ...]]:
    """Return the items of a series, whatever they are, and where each stands."""
    lined = fields.lined(key, required=member.required)
    values = tuple(" ".join(value.split()) for value, _ in lined)
    return values, tuple(Place(fields.path, line) for _, line in lined)


def _fits(member: FieldForm, fields: Fields, key: str, value: str) -> bool:
    """Say whether a value is of the form of its field, and report it if it is not."""
    expected = "" if member.name in _NAMES else member.fault(value)
    if not expected:
        return _is_of_one_alphabet(member, fields, key, value)
    hint = member.summary[0].lower() + member.summary[1:].rstrip(".")
    if member.longest and len(value) > member.longest:
        found = str(len(value))
    else:
        found = repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")
        others = (value.lower(), value.upper(), value.rpartition("/")[2])
        better = next((other for other in others if not member.fault(other)), "")
        hint = f"did you mean {better}?" if better else hint
    message = f"expected {expected}, found {found}"
    fields.problems.append(Problem(fields.place(key), fields.code, message, hint))
    return False


def _is_of_one_alphabet(member: FieldForm, fields: Fields, key: str, value: str) -> bool:
    """Say whether no word of a value mixes alphabets, and report it if one does."""
    if member.name in _VERBATIM:
        return True
    if fault := fault_of_address(value) or fault_of_words(value):
        message = f"expected letters of one alphabet in {key}, found {fault}"
        hint = "type it anew, without copying"
        fields.problems.append(Problem(fields.place(key), "look-alike", message, hint))
        return False
    return True


def _either(form: EntryForm, fields: Fields) -> tuple[Problem, ...]:
    """Return a problem unless exactly one of some fields is there."""
    given = [name for name in form.either if _is_given(fields, name)]
    if not form.either or len(given) == 1:
        return ()
    found = " and ".join(given) or "none"
    message = f"expected either {' or '.join(form.either)}, found {found}"
    written = given or [name for name in form.either if name in fields.nodes]
    hint = "" if given else f"write {form.either[-1]}: and your name"
    return (Problem(fields.place(written[-1] if written else ""), "field", message, hint),)
