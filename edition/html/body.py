"""Bodies are strangers' data: CommonMark without raw HTML, then a sanitiser as a second wall."""

from __future__ import annotations

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {
    "a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul",
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "maxNesting": 20, "typographer": True}
    return MarkdownIt("commonmark", options).enable("smartquotes")


def draw_body(source: str) -> Markup:
    """Draw a body; images, headings, ids, styles and other schemes than the web's are dropped."""
    html = _parser().render(source)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel="noopener nofollow",
    )
    return Markup(clean)  # noqa: S704  # both walls stand before it
