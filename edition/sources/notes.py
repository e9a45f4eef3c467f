"""The notes: `docs/notes/`, one file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.entry_forms import NOTE
from edition.core.identifier import is_identifier
from edition.core.note import Kind, Note
from edition.core.problem import Place, Problem
from edition.core.quote import Quote
from edition.sources.author import NO_PLAIN_WORDS, check_author, read_author
from edition.sources.entries import Entry, read_entries

_QUOTE = ("quote", "unit", "prefix", "suffix")


def read_notes(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the notes, sorted by file name; where each quote stands is found later.

    A file that cannot be read is a note all the same, without anything: it was reported, and its
    permanent link is not lost.
    """
    entries, problems = read_entries(root, NOTE)
    faults = [fault for entry in entries for fault in _check(entry, contributors)]
    unread = _unread(problems) - {entry.id for entry in entries}
    blanks = (Entry(name, path := _path(name), {}, {}, Body(), Place(path)) for name in unread)
    found = sorted((*entries, *blanks), key=lambda entry: entry.id)
    return tuple(_note(entry, contributors) for entry in found), (*problems, *faults)


def _path(name: str) -> str:
    return f"{NOTE.folder}/{name}.md"


def _unread(problems: Iterable[Problem]) -> set[str]:
    """Return the ids of the files that problems are of."""
    names = {PurePosixPath(problem.place.path).stem for problem in problems}
    return {name for name in names if is_identifier(name)}


def _note(entry: Entry, contributors: Mapping[str, Contributor]) -> Note:
    # What was refused already is not looked for: the text would be said to lack it, too.
    is_whole = entry.refused.isdisjoint(_QUOTE)
    return Note(
        id=entry.id,
        quote=Quote(*map(entry.value, _QUOTE)) if is_whole else Quote(""),
        kind=Kind(entry.value("kind") or Kind.CONTEXT),
        level=int(entry.value("level") or 1),
        body=entry.body,
        author=read_author(entry, contributors),
        date=entry.value("date"),
        revised=entry.value("revised"),
        tags=entry.lists.get("tags", ()),
        new_source=entry.value("new_source"),
        place=entry.place_of("quote"),
        places=entry.places,
    )


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what an editor has to settle, and what contradicts itself."""
    yield from check_author(entry, contributors)
    source = entry.value("new_source")
    if NO_PLAIN_WORDS.search(source):
        message = f"expected plain words in new_source, found {source!r}"
        yield Problem(entry.place_of("new_source"), "field", message)
    elif source:
        message = "the source is not in the library yet; an editor will catalogue it"
        yield Problem(entry.place_of("new_source"), "source-new", message, is_error=False)
    date, revised = entry.value("date"), entry.value("revised")
    if revised and revised < date:
        message = f"expected a date not before {date} in revised, found {revised!r}"
        yield Problem(entry.place_of("revised"), "field", message)
