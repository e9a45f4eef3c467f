"""The syntax of bodies: CommonMark without HTML, and three forms that are the edition's own.

`[@key, locator]` cites, `[[term]]` points to an entry, `[words]{lang=zh-Hans}` names a language.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from edition.core.citation import CITED

_TERM = re.compile(r"\[\[([^\[\]]+)\]\]")
_LANGUAGE = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")


@cache
def body_parser(max_nesting: int) -> MarkdownIt:
    """Return the parser of bodies; its tokens `cited`, `term`, `foreign_open` are the three forms.

    It reads nothing deeper than `max_nesting`: that is for whoever reads its tokens to refuse.
    """
    options = {"html": False, "maxNesting": max_nesting, "typographer": True}
    parser = MarkdownIt("commonmark", options).enable("smartquotes")
    # Every address is read as a link, so that a bad one is a problem with its line.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for rule in (_cited, _term, _foreign):
        parser.inline.ruler.before("link", rule.__name__, rule)
    return parser


def _cited(state: StateInline, silent: bool) -> bool:
    match = CITED.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("cited", "", 0)
        token.meta = {"key": match["key"], "locator": " ".join((match["locator"] or "").split())}
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
