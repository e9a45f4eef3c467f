"""A block of a forge's summary: HTML that Markdown hands on without reading a word of it."""

from __future__ import annotations

import re

import nh3
from markupsafe import Markup

_TAGS = {
    *("a", "blockquote", "br", "code", "div", "em", "h3", "h4", "li", "ol", "p", "pre"),
    *("span", "strong", "sup", "ul"),
}
_LINE_END = re.compile(r"\r\n?|\n")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef]"
)
"""Control characters, and those that change the direction of what is written."""
_TAG_OR_SIGN = re.compile(r"<[^<>]*>|[$@]")
_APART = {"$": "<span>$</span>", "@": "@&#8203;"}
"""Two dollar signs make a formula (GitHub's “Writing mathematical expressions” parts them so), and
an at sign calls somebody (Renovate puts a space of no width behind it)."""


def summary_block(html: Markup) -> str:
    """Return HTML as a line of its own that a forge's Markdown shows and does not interpret.

    What begins with `<div>` is HTML up to the next blank line (CommonMark 0.31, 4.6, kind 6), and
    one line has none: so no word in it is Markdown. The sanitiser behind the templates lets no
    other element, attribute or scheme pass.
    """
    clean = nh3.clean(
        f"<div>{_UNSEEN.sub(chr(0xFFFD), html)}</div>",
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )
    signs = _TAG_OR_SIGN.sub(lambda match: _APART.get(match[0], match[0]), clean)
    return f"{_LINE_END.sub('&#10;', signs)}\n"
