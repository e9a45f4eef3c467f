"""A body as HTML: drawn from its tree, then sanitised, because strangers wrote it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import nh3
from markupsafe import Markup, escape

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
    Paragraph,
    Quotation,
    TermLink,
    Text,
)

_TAGS = {
    "a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "span", "strong", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "class", "rel"}, "ol": {"start"}, "span": {"lang"}}
_REL = "noopener nofollow"
_REMEMBERED = 8192
"""Bodies that are not sanitised anew while they stay the same; each is drawn for several pages."""


def no_citation(cited: Cited) -> Markup:
    """Draw nothing for a citation, where a body stands that may hold none."""
    return Markup("")


def words_alone(term: TermLink) -> Markup:
    """Draw the words of a term without a link."""
    return Markup(escape(term.words))  # noqa: S704  # escaped


def draw_body(
    body: Body,
    draw_cited: Callable[[Cited], Markup] = no_citation,
    draw_term: Callable[[TermLink], Markup] = words_alone,
) -> Markup:
    """Draw a body; how citations and terms look is the caller's to say.

    The tree can hold nothing that runs, and every word is escaped: that is the first wall. The
    sanitiser behind it lets no other element, attribute or scheme pass, should the first have a
    hole. Relative links are the caller's.
    """
    drawing = _Drawing(draw_cited, draw_term)
    html = "\n".join(drawing.block(block) for block in body.blocks)
    return Markup(_clean(html))  # noqa: S704  # both walls stand before it


@lru_cache(maxsize=_REMEMBERED)
def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


class _Drawing:
    """Draws blocks and inlines; one for a body."""

    def __init__(
        self, draw_cited: Callable[[Cited], Markup], draw_term: Callable[[TermLink], Markup]
    ) -> None:
        self.cited, self.term = draw_cited, draw_term

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{self.inlines(block.content)}</p>"
        if isinstance(block, Quotation):
            return f"<blockquote>{self.blocks(block.blocks)}</blockquote>"
        if isinstance(block, Items):
            tag = "ul" if block.first is None else "ol"
            start = f' start="{block.first}"' if block.first not in (None, 1) else ""
            items = "".join(f"<li>{self.item(item)}</li>" for item in block.items)
            return f"<{tag}{start}>{items}</{tag}>"
        return f"<pre><code>{escape(block.text)}</code></pre>"

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(self.block(block) for block in blocks)

    def item(self, blocks: tuple[Block, ...]) -> str:
        """Draw an item of a list; one paragraph alone needs no element of its own."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self.inlines(blocks[0].content)
        return self.blocks(blocks)

    def inlines(self, content: tuple[Inline, ...]) -> str:
        return "".join(self.inline(part) for part in content)

    def inline(self, part: Inline) -> str:
        if isinstance(part, Text):
            return str(escape(part.text))
        if isinstance(part, Cited):
            return str(self.cited(part))
        if isinstance(part, TermLink):
            return str(self.term(part))
        if isinstance(part, LineBreak):
            return "<br>\n"
        if isinstance(part, Code):
            return f"<code>{escape(part.text)}</code>"
        words = self.inlines(part.content)
        if isinstance(part, Emphasis):
            tag = "strong" if part.strong else "em"
            return f"<{tag}>{words}</{tag}>"
        if isinstance(part, Foreign):
            return f'<span lang="{escape(part.language)}">{words}</span>'
        return (
            f'<a href="{escape(part.address)}" rel="{_REL}">{words}</a>' if part.address else words
        )
