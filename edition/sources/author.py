"""Who signs an entry, and when: a contributor by id, or somebody new by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from edition.core.contributor import Contributor, is_orcid, stranger
from edition.core.passage import did_you_mean
from edition.core.problem import Problem
from edition.sources.entries import Entry

NO_PLAIN_WORDS = re.compile(r"\{[{%#]|\[[@^]|<|wzxhzdk")
"""What would be taken for a form of Markdown, of HTML or of a template."""
_NOBODY = "docs/about/contributors.yml names nobody"


class Signed(TypedDict):
    """What the fields say with which a contribution is signed, by the names that it gives them."""

    author: Contributor
    date: str
    revised: str
    licence: str
    reported_by: tuple[str, ...]
    new_source: str


def signed(entry: Entry, contributors: Mapping[str, Contributor]) -> Signed:
    """Return who signs an entry, when, and on what terms."""
    return Signed(
        author=read_author(entry, contributors),
        date=entry.value("date"),
        revised=entry.value("revised"),
        licence=entry.value("licence"),
        reported_by=entry.lists.get("reported_by", ()),
        new_source=entry.value("new_source"),
    )


def read_author(entry: Entry, contributors: Mapping[str, Contributor]) -> Contributor:
    """Return who signs an entry; somebody new, or unknown, has no id."""
    author = entry.value("author")
    name = entry.value("author_name") or author
    return contributors.get(author) or Contributor("", name, entry.value("orcid"))


def check_signature(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    """Yield what is wrong with who signs an entry and when, and what an editor has to settle."""
    yield from _check_author(entry, contributors)
    yield from _check_source(entry)
    yield from check_names(entry, "reported_by", entry.lists.get("reported_by", ()))
    date, revised = entry.value("date"), entry.value("revised")
    if revised and revised < date:
        message = f"expected a date not before {date} in revised, found {revised!r}"
        yield Problem(entry.place_of("revised"), "field", message)


def check_names(entry: Entry, field: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield the names in a field that hold more than a name may, or no letter."""
    for name in names:
        if NO_PLAIN_WORDS.search(name) or not any(map(str.isalpha, name)):
            message = f"expected the plain words of a name in {field}, found {name!r}"
            yield Problem(entry.place_of(field), "field", message)


def _check_source(entry: Entry) -> Iterator[Problem]:
    source = entry.value("new_source")
    if NO_PLAIN_WORDS.search(source):
        message = f"expected plain words in new_source, found {source!r}"
        yield Problem(entry.place_of("new_source"), "field", message)
    elif source:
        message = "the source is not in the library yet; an editor will catalogue it"
        yield Problem(entry.place_of("new_source"), "source-new", message, is_error=False)


def _check_author(entry: Entry, contributors: Mapping[str, Contributor]) -> Iterator[Problem]:
    author, name, orcid = (entry.value(key) for key in ("author", "author_name", "orcid"))
    if author and author not in contributors:
        message = f"there is no contributor {author}"
        new = "someone new writes author_name: and a name" if contributors else _NOBODY
        hint = did_you_mean(author, contributors) or new
        yield Problem(entry.place_of("author"), "author-unknown", message, hint)
    if name and (faults := tuple(check_names(entry, "author_name", (name,)))):
        yield from faults
    elif name and not author:
        yield stranger(name, contributors, entry.place_of("author_name"))
    if orcid and not is_orcid(orcid):
        message = f"expected an ORCID iD whose last digit is right in orcid, found {orcid!r}"
        yield Problem(entry.place_of("orcid"), "field", message)
    elif orcid and author:
        message = "expected orcid beside author_name only, found it beside author"
        hint = "the ORCID iD of a contributor stands in docs/about/contributors.yml"
        yield Problem(entry.place_of("orcid"), "field", message, hint)
