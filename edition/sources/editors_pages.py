"""Pages written by the editors: Markdown with front matter and macro calls."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from edition.core.pages import EditorsPage, WrittenLink, address_of
from edition.core.problem import Place, Problem
from edition.sources.front_matter import Document, read_document, take_apart
from edition.sources.inventory import FOLDER, is_page
from edition.sources.page_form import MAX_BYTES, MAX_NESTING, check_page, too_deep
from edition.sources.template import Template, read_template
from edition.sources.textfile import read_text

_KEYS = ("title", "description")
_REMEMBERED = 1024
_CALL = re.compile(r"\{\{.*?\}\}")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_WEB = ("http://", "https://")
"""A scheme, or an absolute path: not a link that could be checked."""


def read_editors_pages(root: Path) -> tuple[tuple[EditorsPage, ...], tuple[Problem, ...]]:
    """Return the editors' pages, sorted by path."""
    pages: list[EditorsPage] = []
    problems: list[Problem] = []
    for path in _paths(root):
        text, faults = read_text(root, path, MAX_BYTES)
        page, more = (None, ()) if faults else _page(path, text)
        problems += (*faults, *more)
        if page is not None:
            pages.append(page)
    return tuple(pages), tuple(problems)


@lru_cache(maxsize=_REMEMBERED)
def _page(path: str, text: str) -> tuple[EditorsPage | None, tuple[Problem, ...]]:
    """Return a page: of the same text the same, so that a rebuild need not ask again."""
    template, document, faults = _taken_apart(*take_apart(text, path), path)
    if document is None:
        return None, faults
    problems = list(faults)
    if deep := tuple(too_deep(document.body, path, document.body_line)):
        return None, (*problems, *deep)
    title = document.fields.text("title")
    place = Place(path, document.body_line)
    name = path.removeprefix(f"{FOLDER}/")
    blocks = _parser().parse(document.body)
    problems += check_page(blocks, path, document.body_line)
    written = tuple(_links(blocks, document.body_line, path, problems))
    inside = tuple(
        WrittenLink(_targets(name, link), at) for link, at in written if not _OUTSIDE.match(link)
    )
    outside = tuple(link for link in written if link[0].startswith(_WEB))
    page = EditorsPage(name, title, template.calls, inside, place, _words(blocks), outside)
    return page, tuple(problems)


def _paths(root: Path) -> Iterator[str]:
    folder = root / FOLDER
    for file in sorted(folder.rglob("*.md")):
        name = file.relative_to(folder).as_posix()
        if is_page(name) and not name.startswith("text/"):
            yield f"{FOLDER}/{name}"


def _words(blocks: Sequence[Token]) -> str:
    """Return the words of a page without code, elements and calls of macros."""
    words = " ".join(
        token.content
        for block in blocks
        for token in block.children or ()
        if token.type in ("text", "softbreak")
    )
    return " ".join(_CALL.sub("", words).split())


def _links(
    blocks: Sequence[Token], first_line: int, path: str, problems: list[Problem]
) -> Iterator[tuple[str, Place]]:
    """Yield the links of a page as they are written, each with its line."""
    for block in blocks:
        line = first_line + (block.map[0] if block.map else 0)
        for token in block.children or ():
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            elif token.type in ("link_open", "image"):
                written = str(token.attrs.get("href") or token.attrs.get("src") or "")
                try:
                    urlsplit(unquote(written))
                except ValueError:  # the host would die of it
                    message = f"the link {unquote(written)} is no address"
                    problems.append(Problem(Place(path, line), "link-broken", message))
                    continue
                if written:
                    yield written, Place(path, line)


def _targets(name: str, written: str) -> tuple[str, ...]:
    """Return what a written link may mean: below the source's folder, or below the page."""
    target, mark, anchor = written.partition("#")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else name
    below = posixpath.normpath(posixpath.join(address_of(name), target)) if target else ""
    means = (address_of(beside) if beside.endswith(".md") else beside, below)
    return tuple(f"{address}{mark}{anchor}" for address in means if address)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 4 * MAX_NESTING}).enable("table")
    # Every address is read as a link, so that a bad one is a problem with its line.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def read_editors_page(
    root: Path, path: str
) -> tuple[Template, Document | None, tuple[Problem, ...]]:
    """Read one page; front matter is data and may not call macros."""
    return _taken_apart(*read_document(root, path, MAX_BYTES), path)


def _taken_apart(
    document: Document | None, problems: tuple[Problem, ...], path: str
) -> tuple[Template, Document | None, tuple[Problem, ...]]:
    if document is None:
        return Template(), None, problems
    fields = document.fields
    for key in _KEYS:
        fields.plain(key, required=key == "title")
    fields.unknown()
    template, faults = read_template(document.body, path, document.body_line)
    return template, document, (*fields.problems, *faults)
