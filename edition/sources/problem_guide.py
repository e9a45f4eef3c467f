"""The guide to problems: what `docs/about/problems.md` says of each code, and its cure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

from markdown_it import MarkdownIt

from edition.core.body import Block, Body, Code, Emphasis, Paragraph, plain_words
from edition.core.explanation import Explanation
from edition.sources.body import read_body
from edition.sources.textfile import read_text

PATH = "docs/about/problems.md"
_CURE = "Cure."


def read_problem_guide(root: Path) -> Mapping[str, Explanation]:
    """Return the explanation of each code; none for an edition that has no such page.

    Under a heading of the third level, which is a code, stand the meaning, an example and, from the
    word *Cure.* on, the cure. Links lose their addresses, which are those of a page of the site.
    """
    text, problems = read_text(root, PATH)
    if problems:
        return {}
    return {code: _explanation(source) for code, source in _sections(text)}


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield each code with the Markdown that stands under it."""
    lines = text.split("\n")
    tokens = MarkdownIt("commonmark").parse(text)
    heads = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.map]
    starts = [(tokens[i].map or [0, 0], tokens[i].tag, tokens[i + 1].content) for i in heads]
    ends = [begin for (begin, _), _, _ in starts[1:]] + [len(lines)]
    for ((_, begin), tag, code), end in zip(starts, ends, strict=True):
        if tag == "h3":
            yield code, "\n".join(lines[begin:end])


def _explanation(source: str) -> Explanation:
    body, _ = read_body(source, PATH)
    meaning = tuple(takewhile(lambda block: not _is_cure(block), body.blocks))
    cure = body.blocks[len(meaning) :]
    return Explanation(
        Body(tuple(block for block in meaning if not _is_example(block))),
        Body(tuple(_without_label(block) for block in cure)),
    )


def _is_cure(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and isinstance(block.content[0], Emphasis)
        and plain_words(Body((Paragraph(block.content[0].content),))) == _CURE
    )


def _is_example(block: Block) -> bool:
    """Say whether a paragraph is a line that a check would print, and nothing else."""
    return isinstance(block, Paragraph) and (
        all(isinstance(part, Code) for part in block.content)
        or plain_words(Body((block,))).startswith("<code>")
    )


def _without_label(block: Block) -> Block:
    if isinstance(block, Paragraph) and _is_cure(block):
        return Paragraph(block.content[1:])
    return block
