"""Bodies read into trees: CommonMark without HTML, images or headings, and three forms of ours.

`[@key, locator]` cites, `[[term]]` points to an entry, `[words]{lang=zh-Hans}` names a language.
What a stranger wrote is data: nothing in it is a template, and what it may not hold is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
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
)
from edition.core.problem import Place, Problem

MAX_CHARACTERS = 6_000
"""Ten times a long note. CommonMark's time grows with the square of what is nested."""
MAX_NESTING = 8
SCHEMES = ("http", "https", "mailto")

_CITED = re.compile(r"\[@([^\s\[\],;]+)(?:,\s*([^\[\]]+?))?\s*\]")
_TERM = re.compile(r"\[\[([^\[\]]+)\]\]")
_LANGUAGE = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
_REFUSED = {
    "heading_open": "headings are not used in a body",
    "hr": "rules are not used in a body",
    "image": "images are not used in a body",
}


def read_body(source: str, path: str, first_line: int = 1) -> tuple[Body, tuple[Problem, ...]]:
    """Return the tree of a body and what it may not hold; `first_line` is where it begins."""
    if len(source) > MAX_CHARACTERS:
        message = f"expected at most {MAX_CHARACTERS} characters in a body, found {len(source)}"
        hint = "say the rest in a second entry"
        return Body(), (Problem(Place(path, first_line), "body-size", message, hint),)
    reader = _Reader(path, first_line)
    blocks = reader.blocks(_parser().parse(source))
    return Body(blocks), tuple(reader.problems)


class _Reader:
    """Builds the tree from a list of tokens, each used once."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        found: list[Block] = []
        for token, inner in _nested(tokens):
            if token.level > MAX_NESTING:
                message = f"expected at most {MAX_NESTING} blocks inside one another"
                self._refuse(self._line(token), message)
                return ()
            if token.type in _REFUSED:
                self._refuse(self._line(token), _REFUSED[token.type])
            elif token.type == "inline":
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
                found.append(Code(token.content))
        return tuple(found)

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        return self._content(token.children or (), self._line(token))

    def _content(self, tokens: Sequence[Token], line: int) -> tuple[Inline, ...]:
        """Read inline tokens; `line` is that on which their block begins."""
        found: list[Inline] = []
        for token, inner in _nested(tokens):
            place = Place(self.path, line + int(token.meta.get("line", 0)))
            if token.type in _REFUSED:
                self._refuse(place.line, _REFUSED[token.type])
            elif token.type == "cited":
                found.append(Cited(token.meta["key"], token.meta["locator"], place))
            elif token.type == "term":
                found.append(TermLink(" ".join(token.content.split()), place))
            elif token.type == "foreign_open":
                found.append(Foreign(token.meta["language"], self._content(inner, line)))
            elif token.type in ("em_open", "strong_open"):
                found.append(Emphasis(self._content(inner, line), token.type == "strong_open"))
            elif token.type == "link_open":
                found.append(self._link(token, self._content(inner, line), line))
            elif token.type == "code_inline":
                found.append(Code(token.content))
            elif token.type == "hardbreak":
                found.append(LineBreak())
            else:
                found.append(Text("\n" if token.type == "softbreak" else token.content))
        return tuple(found)

    def _link(self, token: Token, content: tuple[Inline, ...], line: int) -> Link:
        address = str(token.attrs.get("href", ""))
        try:
            allowed = urlsplit(address).scheme.lower() in SCHEMES
        except ValueError:
            allowed = False
        if not allowed:
            message = f"expected an http, https or mailto address, found {address[:80]!r}"
            hint = "entries point to each other with [[term]], to references with [@key]"
            self._refuse(line, message, hint)
        return Link(address if allowed else "", content)

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


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "maxNesting": 4 * MAX_NESTING, "typographer": True}
    parser = MarkdownIt("commonmark", options).enable("smartquotes")
    # Every address is read as a link, so that a bad one is a problem with its line: see `_link`.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for rule in (_cited, _term, _foreign):
        parser.inline.ruler.before("link", rule.__name__, rule)
    return parser


def _cited(state: StateInline, silent: bool) -> bool:
    match = _CITED.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("cited", "", 0)
        token.meta = {"key": match[1], "locator": " ".join((match[2] or "").split())}
        token.meta["line"] = state.src.count("\n", 0, state.pos)
    state.pos = match.end()
    return True


def _term(state: StateInline, silent: bool) -> bool:
    match = _TERM.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("term", "", 0)
        token.content = match[1]
        token.meta = {"line": state.src.count("\n", 0, state.pos)}
    state.pos = match.end()
    return True


def _foreign(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or "{lang=" not in state.src:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    match = _LANGUAGE.match(state.src, end + 1) if end >= 0 else None
    if match is None:
        return False
    if not silent:
        after, last = match.end(), state.posMax
        token = state.push("foreign_open", "span", 1)
        token.meta = {"language": match[1]}
        state.pos, state.posMax = state.pos + 1, end
        state.md.inline.tokenize(state)
        state.push("foreign_close", "span", -1)
        state.pos, state.posMax = after, last
    state.pos = match.end()
    return True
