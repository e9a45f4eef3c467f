"""The reading text: `docs/text/`, nothing but the article's words and calls of `cite`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from edition.core.base_text import read_block
from edition.core.citation import Citation
from edition.core.identifier import is_identifier
from edition.core.macro import Call, Signature, check_call
from edition.core.pages import Block, TextPage
from edition.core.problem import Place, Problem
from edition.sources.front_matter import read_document
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
        document, faults = read_document(root, path, verbatim=True)
        problems += faults
        if document is None:
            continue
        title = document.fields.plain("title", required=True)
        document.fields.unknown()
        template, faults = read_template(document.body, path, document.body_line)
        problems += [*document.fields.problems, *faults]
        problems += _check_calls(template, macros)
        blocks = tuple(_blocks(template, path))
        problems += _alone(blocks)
        blocks = tuple(block for block in blocks if block.text)
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


def _alone(blocks: Sequence[Block]) -> Iterator[Problem]:
    """Yield a problem for every citation that has no words before it."""
    for block in blocks:
        if not block.text:
            for citation in block.citations:
                message = "expected a printed citation before the call, found a paragraph's end"
                hint = "put the call directly after the closing parenthesis"
                yield Problem(citation.place, "citation-place", message, hint)


def _blocks(template: Template, path: str) -> Iterator[Block]:
    """Split a page at its blank lines; a call belongs to the words before it."""
    source = ""
    starts: list[tuple[int, int]] = []
    calls: list[tuple[int, Call]] = []
    for part, line in zip(template.parts, template.lines, strict=True):
        if isinstance(part, Call):
            calls.append((len(source), part))
        else:
            starts.append((len(source), line))
            source += part
    start = 0
    for end, after in _ends(source):
        text = source[start:end]
        inline = read_block(text)
        citations = tuple(
            _citation(call, inline.offset_of(index - start))
            for index, call in calls
            if start <= index <= end and call.name == CITE
        )
        if inline.text or citations:
            opening = start + len(text) - len(text.lstrip())
            yield Block(inline.text, citations, Place(path, _line(source, starts, opening)))
        yield from (
            Block("", (_citation(call, 0),), call.place)
            for index, call in calls
            if end < index < after and call.name == CITE
        )
        start = after


def _line(source: str, starts: Sequence[tuple[int, int]], index: int) -> int:
    """Return the line of a character; `starts` are index and line of each stretch of words."""
    at = bisect_right(starts, index, key=lambda start: start[0]) - 1
    if at < 0:
        return 1
    first, line = starts[at]
    return line + source.count("\n", first, index)


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
