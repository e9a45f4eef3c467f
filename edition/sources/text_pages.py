"""The reading text: `docs/text/`, nothing but the article's words and calls of `cite`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from edition.core.base_text import read_block
from edition.core.citation import Citation
from edition.core.identifier import is_identifier
from edition.core.macro import Call, Signature, check_call
from edition.core.pages import Block, TextPage
from edition.core.problem import Place, Problem
from edition.sources.front_matter import Document, read_document
from edition.sources.template import Template, read_template

FOLDER = "docs/text"
CITE = "cite"
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_FRONT, _LAST = "front", "references"


def read_text_pages(
    root: Path, macros: Mapping[str, Signature]
) -> tuple[tuple[TextPage, ...], tuple[Problem, ...]]:
    """Return the text pages in the order of the work, their blocks not yet compared with it."""
    pages: list[TextPage] = []
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.md"), key=lambda file: _order(file.stem)):
        path = f"{FOLDER}/{file.name}"
        if not is_identifier(file.stem):
            message = f"expected a name of small letters, digits and hyphens, found {file.stem!r}"
            problems.append(Problem(Place(path), "file-name", message))
            continue
        document, faults = read_document(root, path)
        problems += faults
        if document is None:
            continue
        title = document.fields.text("title", required=True)
        document.fields.unknown()
        template, faults = read_template(document.body, path, document.body_line)
        problems += [*document.fields.problems, *faults]
        problems += _check_calls(template, macros)
        blocks = tuple(_blocks(template, path, document))
        pages.append(TextPage(file.stem, title, blocks, (), Place(path, document.body_line)))
    if not pages and not problems:
        message = "expected the chapters of the work here, found none"
        problems.append(Problem(Place(FOLDER), "text-missing", message))
    return tuple(pages), tuple(problems)


def _order(slug: str) -> tuple[int, str]:
    """Front matter first, then chapters by number, then the references."""
    return ({_FRONT: 0, _LAST: 2}.get(slug, 1), slug)


def _check_calls(template: Template, macros: Mapping[str, Signature]) -> Iterator[Problem]:
    allowed = {name: signature for name, signature in macros.items() if name == CITE}
    for call in template.calls:
        yield from check_call(call, allowed)


def _blocks(template: Template, path: str, document: Document) -> Iterator[Block]:
    """Split a page at its blank lines; a call belongs to the words before it."""
    source = ""
    calls: list[tuple[int, Call]] = []
    for part in template.parts:
        if isinstance(part, Call):
            calls.append((len(source), part))
        else:
            source += part
    start = 0
    line, counted = document.body_line, 0
    for end, after in _ends(source):
        text = source[start:end]
        if text.strip():
            opening = start + len(text) - len(text.lstrip())
            line, counted = line + source.count("\n", counted, opening), opening
            inline = read_block(text)
            citations = tuple(
                _citation(call, inline.offset_of(index - start))
                for index, call in calls
                if start <= index <= end and call.name == CITE
            )
            yield Block(inline.text, citations, Place(path, line))
        start = after


def _ends(source: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each block and the start of the next."""
    for match in _BLANK.finditer(source):
        yield match.start(), match.end()
    yield len(source), len(source)


def _citation(call: Call, offset: int) -> Citation:
    key = str(call.arguments[0]) if call.arguments else str(dict(call.keywords).get("key", ""))
    locator = (
        str(call.arguments[1])
        if len(call.arguments) > 1
        else str(dict(call.keywords).get("locator", ""))
    )
    return Citation(key, locator, "", offset, call.place)
