"""What an editors' page may hold: Markdown, a few elements without attributes, whole addresses.

A page is Markdown that may call macros, and whoever changes one is not always an editor. HTML could
lay itself over every page, send readers away or take the place of the theme's own elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from edition.core.lookalike import fault_of_address
from edition.core.problem import Place, Problem

MAX_BYTES = 100_000
"""Three times the longest page of this edition; its time grows with what stands in it."""
MAX_BRACKETS = 50
"""Brackets open at a time: the time of the host's Markdown grows with their square."""
MAX_NESTING = 16
"""Lists, quotations and marks within one another; the host’s Markdown calls itself for each."""
SCHEMES = ("", "http", "https", "mailto")
_ELEMENTS = ["abbr", "br", "code", "em", "kbd", "p", "strong", "sub", "sup"]
_ALLOWED = re.compile(rf"</?(?:{'|'.join(_ELEMENTS)})>")
_ELEMENT = re.compile(r"<[A-Za-z/!?][^\n>]{0,30}>?")
_OPEN, _CLOSED = "[(<", {"]": "[", ")": "(", ">": "<"}
_BRACKET = re.compile(r"[][()<>]")
_MOST = 100
"""Problems told of one page."""
_BLANK = re.compile(r"\n[ \t]*\n")
_RUN = re.compile(r"[`*_~]{100}")


def too_deep(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for the first block that would stall whatever reads its Markdown."""
    after = first_line
    for block in _BLANK.split(body):
        line = after + block[: len(block) - len(block.lstrip())].count("\n")
        depth = dict.fromkeys(_OPEN, 0)
        for match in _BRACKET.finditer(block):
            character = match[0]
            if character in depth:
                depth[character] += 1
                if depth[character] > MAX_BRACKETS:
                    message = f"expected at most {MAX_BRACKETS} of {character} open at a time"
                    yield Problem(Place(path, line), "page-form", f"{message}, found more")
                    return
            else:
                opened = _CLOSED[character]
                depth[opened] = max(0, depth[opened] - 1)
        if run := _RUN.search(block):
            message = f"expected words, found {run[0][0]} more often than anything needs"
            yield Problem(Place(path, line), "page-form", message)
            return
        after += block.count("\n") + 2


def check_page(blocks: Sequence[Token], path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for what a page may not hold, for the first hundred of them."""
    yield from islice(_check(blocks, path, first_line), _MOST)


def _check(blocks: Sequence[Token], path: str, first_line: int) -> Iterator[Problem]:
    for block in blocks:
        line = first_line + (block.map[0] if block.map else 0)
        if (
            max((token.level for token in (block, *(block.children or ()))), default=0)
            > MAX_NESTING
        ):
            message = f"expected at most {MAX_NESTING} levels within one another, found more"
            yield Problem(Place(path, line), "page-form", message)
            return
        if block.type == "html_block":
            yield from _elements(block.content, path, line)
        for token in block.children or ():
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            elif token.type == "html_inline":
                yield from _elements(token.content, path, line)
            elif token.type in ("link_open", "image"):
                yield from _address(token, Place(path, line))


def _elements(html: str, path: str, line: int) -> Iterator[Problem]:
    rest = _ALLOWED.sub(lambda match: " " * len(match[0]), html)
    if match := _ELEMENT.search(rest):
        message = f"expected Markdown, or an element without attributes, found {match[0]!r}"
        hint = f"known are {', '.join(_ELEMENTS)}; set it as code, to show it"
        place = Place(path, line + rest.count("\n", 0, match.start()))
        yield Problem(place, "page-form", message, hint)


def _address(token: Token, place: Place) -> Iterator[Problem]:
    written = str(token.attrs.get("href") or token.attrs.get("src") or "")
    try:
        scheme = urlsplit(unquote(written)).scheme.lower()
    except ValueError:
        return  # told as a link that leads nowhere
    if scheme not in SCHEMES or (token.type == "image" and scheme):
        message = (
            f"expected a page of the site, or an http, https or mailto address, found {written!r}"
        )
        yield Problem(place, "page-form", message)
    elif fault := fault_of_address(written):
        message = f"expected letters of one alphabet in a link, found {fault}"
        yield Problem(place, "look-alike", message, "type the address anew, without copying")
