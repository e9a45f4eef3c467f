"""A body is what a contributor wrote, read into a tree: blocks that hold words, marks and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.core.problem import Place


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words set as code, on a line of their own or not."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed; `strong` for two asterisks."""

    content: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the web, or write a letter."""

    address: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the edition's."""

    language: str
    """BCP 47: `zh-Hans`."""
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """`[@key, locator]`: a reference cited."""

    key: str
    locator: str
    """Such as `p. 12`; empty when the whole work is meant."""
    place: Place


@dataclass(frozen=True, slots=True)
class TermLink:
    """`[[term]]`: words that name a term, a person or a place of the edition."""

    words: str
    place: Place


Inline = Text | Code | LineBreak | Emphasis | Link | Foreign | Cited | TermLink


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words between two blank lines."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Blocks that are somebody else's."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[tuple[Block, ...], ...]
    first: int | None = None
    """Number of the first item; None for a list without numbers."""


Block = Paragraph | Quotation | Items | Code


@dataclass(frozen=True)
class Body:
    """All blocks of a body, in order; what is asked of it again and again is kept."""

    blocks: tuple[Block, ...] = ()

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Return its citations, in order."""
        return tuple(part for part in walk(self) if isinstance(part, Cited))

    @cached_property
    def words(self) -> str:
        """Return its plain words: see `plain_words`."""
        lines = (
            _BEFORE_STOP.sub("", _words(block)).replace(_OMITTED, "") for block in _lines(self)
        )
        return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))

    def __bool__(self) -> bool:
        """Say whether there is anything in it."""
        return bool(self.blocks)


def walk(content: Body | Block | Inline) -> Iterator[Block | Inline]:
    """Yield every part of a body, each before what it holds."""
    for part in _parts(content):
        yield part
        yield from walk(part)


def _parts(content: Body | Block | Inline) -> Iterable[Block | Inline]:
    if isinstance(content, Body | Quotation):
        return content.blocks
    if isinstance(content, Items):
        return [block for item in content.items for block in item]
    if isinstance(content, Paragraph | Emphasis | Link | Foreign):
        return content.content
    return ()


def cited(body: Body) -> tuple[Cited, ...]:
    """Return the citations of a body, in order."""
    return body.citations


def cited_keys(body: Body) -> tuple[str, ...]:
    """Return the keys of the references that a body cites, each once, in order."""
    return tuple(dict.fromkeys(citation.key for citation in body.citations))


def term_links(body: Body) -> tuple[TermLink, ...]:
    """Return the words of a body that point to terms, in order."""
    return tuple(part for part in walk(body) if isinstance(part, TermLink))


_OMITTED = "\0"
"""Stands for a citation until its place is known; no text that was read has it."""
_BEFORE_STOP = re.compile(rf"(?:\s*{_OMITTED})+(?=[.,;:!?…)\]”’»])")


def plain_words(body: Body) -> str:
    """Return a body as plain words: paragraphs on lines of their own, citations left out.

    The space before a citation goes with it where a stop or a closing mark follows.
    """
    return body.words


def _lines(content: Body | Quotation | Items) -> Iterator[Block]:
    for block in _parts(content):
        if isinstance(block, Quotation | Items):
            yield from _lines(block)
        elif isinstance(block, Paragraph | Code):
            yield block


def _words(part: Block | Inline) -> str:
    if isinstance(part, Text | Code):
        return part.text
    if isinstance(part, TermLink):
        return part.words
    if isinstance(part, LineBreak):
        return " "
    if isinstance(part, Cited):
        return _OMITTED
    return "".join(_words(inner) for inner in _parts(part))
