"""The notes: `docs/notes/`, one file each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from edition.core.body import Body
from edition.core.contributor import Contributor, is_orcid
from edition.core.entry_forms import NOTE
from edition.core.identifier import is_identifier
from edition.core.note import Kind, Note
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.quote import Quote
from edition.sources.entries import Entry, read_entries

_QUOTE = ("quote", "unit", "prefix", "suffix")
_MARKS = re.compile(r"\{[{%]|\[[@^]|<")
"""What would be taken for a form of Markdown, of HTML or of a template."""
_NOBODY = "docs/about/contributors.yml names nobody"


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
    author = entry.value("author")
    # What was refused already is not looked for: the text would be said to lack it, too.
    is_whole = entry.refused.isdisjoint(_QUOTE)
    return Note(
        id=entry.id,
        quote=Quote(*map(entry.value, _QUOTE)) if is_whole else Quote(""),
        kind=Kind(entry.value("kind") or Kind.CONTEXT),
        level=int(entry.value("level") or 1),
        body=entry.body,
        author=contributors.get(author)
        or Contributor("", entry.value("author_name") or author, entry.value("orcid")),
        date=entry.value("date"),
        revised=entry.value("revised"),
        tags=entry.lists.get("tags", ()),
        new_source=entry.value("new_source"),
        place=entry.place_of("quote"),
        places=entry.places,
    )


def _check(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what an editor has to settle, and what contradicts itself."""
    yield from _check_author(entry, contributors)
    source = entry.value("new_source")
    if _MARKS.search(source):
        message = f"expected plain words in new_source, found {source!r}"
        yield Problem(entry.place_of("new_source"), "field", message)
    elif source:
        message = "the source is not in the library yet; an editor will catalogue it"
        yield Problem(entry.place_of("new_source"), "source-new", message, is_error=False)
    date, revised = entry.value("date"), entry.value("revised")
    if revised and revised < date:
        message = f"expected a date not before {date} in revised, found {revised!r}"
        yield Problem(entry.place_of("revised"), "field", message)


def _check_author(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    author, name, orcid = (entry.value(key) for key in ("author", "author_name", "orcid"))
    if author and author not in contributors:
        message = f"there is no contributor {author}"
        new = "someone new writes author_name: and a name" if contributors else _NOBODY
        hint = did_you_mean(author, contributors) or new
        yield Problem(entry.place_of("author"), "author-unknown", message, hint)
    if name and (_MARKS.search(name) or not any(map(str.isalpha, name))):
        message = f"expected the plain words of a name in author_name, found {name!r}"
        yield Problem(entry.place_of("author_name"), "field", message)
    elif name and not author:
        message = f"{name} is not among the contributors yet; an editor will add the name"
        known = [person.id for person in contributors.values() if person.name == name]
        hint = f"is it the one who signs with author: {known[0]}?" if known else ""
        yield Problem(entry.place_of("author_name"), "author-new", message, hint, is_error=False)
    if orcid and not is_orcid(orcid):
        message = f"expected an ORCID iD whose last digit is right in orcid, found {orcid!r}"
        yield Problem(entry.place_of("orcid"), "field", message)
    elif orcid and author:
        message = "expected orcid beside author_name only, found it beside author"
        hint = "the ORCID iD of a contributor stands in docs/about/contributors.yml"
        yield Problem(entry.place_of("orcid"), "field", message, hint)
