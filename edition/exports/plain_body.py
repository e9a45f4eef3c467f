"""A body as plain words, with citations and addresses spelled out where HTML has links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from edition.core.body import (
    Block,
    Body,
    Cited,
    Emphasis,
    Foreign,
    Inline,
    Items,
    Link,
    Paragraph,
    Quotation,
    Text,
    plain_words,
)


def spelled_out(body: Body, cited_words: Callable[[Cited], str]) -> str:
    """Return a body as plain words, a line for each paragraph.

    `cited_words` says a citation. An address follows the words that lead to it, in angle brackets
    as RFC 3986, appendix C, has it, unless the words are the address.
    """
    return plain_words(Body(_Spelling(cited_words).blocks(body.blocks)))


class _Spelling:
    """Replaces what plain words cannot show."""

    def __init__(self, cited_words: Callable[[Cited], str]) -> None:
        self.cited_words = cited_words

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Quotation):
            return Quotation(self.blocks(block.blocks))
        if isinstance(block, Items):
            return replace(block, items=tuple(self.blocks(item) for item in block.items))
        if isinstance(block, Paragraph):
            return Paragraph(self.inlines(block.content))
        return block

    def inlines(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(new for part in content for new in self.inline(part))

    def inline(self, part: Inline) -> tuple[Inline, ...]:
        if isinstance(part, Cited):
            return (Text(self.cited_words(part)),)
        if isinstance(part, Emphasis | Foreign):
            return self.inlines(part.content)
        if isinstance(part, Link):
            words = self.inlines(part.content)
            shown = plain_words(Body((Paragraph(words),)))
            is_address = shown == part.address.removeprefix("mailto:")
            return words if is_address else (*words, Text(f" <{part.address}>"))
        return (part,)
