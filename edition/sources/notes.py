"""The notes: `docs/notes/`, one file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.contributor import Contributor, is_orcid
from edition.core.entry_forms import NOTE
from edition.core.note import Kind, Note
from edition.core.passage import did_you_mean
from edition.core.problem import Problem
from edition.core.quote import Quote
from edition.sources.entries import Entry, read_entries


def read_notes(
    root: Path, contributors: Mapping[str, Contributor]
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the notes, sorted by file name; where each quote stands is found later."""
    entries, problems = read_entries(root, NOTE)
    faults = [fault for entry in entries for fault in _check(entry, contributors)]
    return tuple(_note(entry, contributors) for entry in entries), (*problems, *faults)


def _note(entry: Entry, contributors: Mapping[str, Contributor]) -> Note:
    author = entry.value("author")
    return Note(
        id=entry.id,
        quote=Quote(
            entry.value("quote"), entry.value("unit"), entry.value("prefix"), entry.value("suffix")
        ),
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
    author, name, orcid = (entry.value(key) for key in ("author", "author_name", "orcid"))
    if author and author not in contributors:
        message = f"there is no contributor {author}"
        hint = did_you_mean(author, contributors) or "someone new writes author_name: and a name"
        yield Problem(entry.place_of("author"), "author-unknown", message, hint)
    if name:
        message = f"{name} is not among the contributors yet; an editor will add the name"
        yield Problem(entry.place_of("author_name"), "author-new", message, is_error=False)
    if orcid and not is_orcid(orcid):
        message = f"expected an ORCID iD whose last digit is right, found {orcid}"
        yield Problem(entry.place_of("orcid"), "field", message)
    if entry.value("new_source"):
        message = "the source is not in the library yet; an editor will catalogue it"
        yield Problem(entry.place_of("new_source"), "source-new", message, is_error=False)
    date, revised = entry.value("date"), entry.value("revised")
    if revised and revised < date:
        message = f"expected a date not before {date} in revised, found {revised}"
        yield Problem(entry.place_of("revised"), "field", message)
