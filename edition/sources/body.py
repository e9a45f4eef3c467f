"""Bodies read into trees: CommonMark without HTML, images or headings, and three forms of ours.

What a stranger wrote is data: nothing in it is a template, and what it may not hold is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from markdown_it.token import Token

from edition.core.body import (
    Block,
    Body,
    Cited,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    TermLink,
    Text,
    walk,
)
from edition.core.lookalike import fault_of_address, fault_of_words
from edition.core.problem import Place, Problem
from edition.core.unseen import first_unseen
from edition.sources.body_forms import body_parser

MAX_CHARACTERS = 6_000
"""Ten times a long note. CommonMark's time grows with the square of what is nested."""
MAX_NESTING = 8
SCHEMES = ("http", "https", "mailto")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?(?::\d{1,5})?")
"""A host and its port. What stands before an @ only makes an address look like another one."""

_REFUSED = {
    "heading_open": ("a heading", "begin with the words themselves"),
    "hr": ("a rule", "leave the line out"),
    "image": ("an image", "link to the page that shows it"),
}
"""What CommonMark has and a body has not, with a hint."""
_STRAYS = {
    "[@": ("a citation such as [@key] or [@key, p. 5]", "one key, then a comma before the place"),
    "[[": ("a term such as [[soft power]]", ""),
    "[^": ("no footnotes", "say it in a sentence of its own"),
    "](": (
        "a link such as [words](https://example.org)",
        "no brackets in its words, no space in its address",
    ),
    "]{": ("a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}", ""),
    "{lang=": ("a language such as [mot]{lang=fr} or [字]{lang=zh-Hans}", ""),
    "{{": ("plain words", "contributors' texts call no macros"),
    "{%": ("plain words", "contributors' texts call no macros"),
    "{#": ("plain words", "contributors' texts call no macros"),
    "<": ("words without HTML", "set it as code, `…`, to show it"),
    "wzxhzdk": ("words", "Python-Markdown keeps this one for itself: set it as code, `…`"),
}
"""Signs that are left in words when a form was not written as it has to be."""
_STRAY = re.compile(r"\[[@[^]|\][({]|\{(?:[{%#]|lang=)|<(?=[A-Za-z/!?])|wzxhzdk")
_CALL = re.compile(r"\{[{%#]")
"""Marks of a template, refused in code as well: nothing that a contributor writes is one."""
_SHOWN = 40
"""Characters of what was written that a message repeats."""


def read_body(source: str, path: str, first_line: int = 1) -> tuple[Body, tuple[Problem, ...]]:
    """Return the tree of a body and what it may not hold; `first_line` is where it begins."""
    size = len(source.strip())
    if size > MAX_CHARACTERS:
        message = f"expected at most {MAX_CHARACTERS} characters in a body, found {size}"
        hint = "say the rest in a second entry"
        return Body(), (Problem(Place(path, first_line), "body-size", message, hint),)
    reader = _Reader(path, first_line)
    blocks = reader.blocks(body_parser(4 * MAX_NESTING).parse(source))
    return Body(blocks), tuple(reader.problems)


class _Reader:
    """Builds the tree from a list of tokens, each used once."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.is_too_deep = False

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        found: list[Block] = []
        for token, inner in _nested(tokens):
            if self._is_refused(token, self._line(token)):
                continue
            if token.type == "inline":
                found.append(Paragraph(self._inlines(token)))
            elif token.type == "paragraph_open":
                found += self.blocks(inner)
            elif token.type == "blockquote_open":
                found.append(Quotation(self.blocks(inner)))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                items = tuple(self.blocks(item) for _, item in _nested(inner))
                first = int(token.attrs.get("start", 1)) if token.tag == "ol" else None
                found.append(Items(items, first))
            else:
                found.append(self._code(token.content, self._line(token) + (token.type == "fence")))
        return tuple(found)

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        lines = 0
        for child in token.children or ():
            child.meta.setdefault("line", lines)
            lines += child.type in ("softbreak", "hardbreak")
        return self._content(token.children or (), self._line(token))

    def _content(self, tokens: Sequence[Token], line: int) -> tuple[Inline, ...]:
        """Read inline tokens; `line` is that on which their block begins."""
        found: list[Inline] = []
        for token, inner in _nested(tokens):
            place = Place(self.path, line + int(token.meta["line"]))
            if self._is_refused(token, place.line):
                continue
            if token.type == "cited":
                found.append(Cited(token.meta["key"], token.meta["locator"], place))
            elif token.type == "term":
                found.append(TermLink(" ".join(token.content.split()), place))
            elif token.type == "foreign_open":
                found.append(Foreign(token.meta["language"], self._content(inner, line)))
            elif token.type in ("em_open", "strong_open"):
                found.append(Emphasis(self._content(inner, line), token.type == "strong_open"))
            elif token.type == "link_open":
                found.append(self._link(token, self._content(inner, line), place.line))
            elif token.type == "code_inline":
                found.append(self._code(token.content, place.line))
            elif token.type == "hardbreak":
                found.append(LineBreak())
            elif token.type == "softbreak":
                found.append(Text("\n"))
            elif token.content:
                self._check_words(token.content, place)
                found.append(Text(token.content))
        return tuple(found)

    def _code(self, words: str, line: int) -> Code:
        if match := _CALL.search(words):
            line += words.count("\n", 0, match.start())
            expected, hint = _STRAYS[match[0]]
            found = _shown(words[match.start() :])
            self._refuse(line, f"expected {expected}, found {found}", hint)
        return Code(words)

    def _link(self, token: Token, content: tuple[Inline, ...], line: int) -> Link:
        address = str(token.attrs.get("href", ""))
        if not _leads_out(address):
            message = f"expected an http, https or mailto address, found {_shown(address)}"
            hint = "write it in full, with https://; [@key] cites and [[term]] points to an entry"
            self._refuse(line, message, hint)
            address = ""
        elif fault := _fault_of_link(content):
            self._refuse(line, f"expected plain words in a link, found {fault}")
            address = ""
        elif fault := fault_of_address(address) or fault_of_words(_words(content)):
            message = f"expected letters of one alphabet in a link, found {fault}"
            hint = "type the address anew, without copying"
            self.problems.append(Problem(Place(self.path, line), "look-alike", message, hint))
            address = ""
        return Link(address, content)

    def _check_words(self, words: str, place: Place) -> None:
        """Report what is left of a form that was not written as it has to be, and what is unseen.

        An entity can stand for a character that a file must not hold.
        """
        if match := _STRAY.search(words):
            expected, hint = _STRAYS[match[0]]
            found = words[match.start() :]
            self._refuse(place.line, f"expected {expected}, found {_shown(found)}", hint)
        if unseen := first_unseen(words):
            self.problems.append(Problem(place, "file-character", unseen[1], "delete it"))

    def _is_refused(self, token: Token, line: int) -> bool:
        """Say whether a body may not hold something, and report it."""
        if token.level - (token.type == "inline") > MAX_NESTING:  # words are no level of their own
            if not self.is_too_deep:
                message = f"expected at most {MAX_NESTING} levels within one another, found more"
                hint = "a list counts twice: itself and its item" if token.block else ""
                self._refuse(line, message, hint)
            self.is_too_deep = True
            return True
        if token.type not in _REFUSED:
            return False
        found, hint = _REFUSED[token.type]
        if token.type == "heading_open" and token.markup in ("-", "="):
            hint = f"leave a line blank above the `{3 * token.markup}`, or leave it out"
        self._refuse(line, f"expected paragraphs, lists or quotations, found {found}", hint)
        return True

    def _line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def _refuse(self, line: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(self.path, line), "body-form", message, hint))


def _nested(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield each token that is not inside another, with those between it and its end."""
    at = 0
    while at < len(tokens):
        start, depth = at, int(tokens[at].nesting)
        while depth > 0:
            at += 1
            depth += tokens[at].nesting
        yield tokens[start], tokens[start + 1 : at]
        at += 1


def _leads_out(address: str) -> bool:
    """Say whether an address is of the web or a letter's, and leads away from its page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    scheme = parts.scheme.lower()
    if scheme == "mailto":
        return "@" in parts.path
    return scheme in SCHEMES and _SITE.fullmatch(parts.netloc) is not None


def _fault_of_link(content: tuple[Inline, ...]) -> str:
    """Return what the words of a link hold that they must not: nothing leads on within a link."""
    parts = list(walk(Emphasis(content)))
    if any(isinstance(part, Cited | TermLink | Link) for part in parts):
        return "another link"
    has_words = any(isinstance(part, Text | Code) and part.text.strip() for part in parts)
    return "" if has_words else "none"


def _words(content: tuple[Inline, ...]) -> str:
    """Return the words of a link."""
    parts = walk(Emphasis(content))
    return " ".join(part.text for part in parts if isinstance(part, Text | Code))


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
