"""Front matter is the YAML between two `---` lines at the head of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from edition.core.problem import Place, Problem
from edition.sources.fields import Fields
from edition.sources.strict_yaml import Node, read_yaml
from edition.sources.textfile import MAX_BYTES, read_text

_FENCE = "---"
_OF_FRONT_MATTER = re.compile(r"[A-Za-z_-]+:(?: |$)|[ ]+\S|- |#")
"""How lines of front matter begin: a field, what goes on from the line before, a comment."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, taken apart."""

    fields: Fields
    body: str
    body_line: int
    """The line on which the body begins."""


def read_document(
    root: Path, path: str, max_bytes: int = MAX_BYTES, *, verbatim: bool = False
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read a Markdown file with front matter; None and the reasons if it cannot be read.

    `verbatim` is for files that hold the article's own words: see `read_text`.
    """
    text, problems = read_text(root, path, max_bytes, verbatim=verbatim)
    return (None, problems) if problems else take_apart(text, path)


def take_apart(text: str, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return what a file with front matter holds; None and the reasons if it cannot be read."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        message = f"expected the file to open with `{_FENCE}`, found {lines[0][:40]!r}"
        hint = "front matter stands between two lines of three hyphens, on top of the file"
        return None, (Problem(Place(path), "front-matter", message, hint),)
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            node, problems = read_yaml("\n".join(lines[1:index]), path, first_line=2)
            if problems:
                return None, problems
            fields = Fields(node if node.value else Node({}, 1), path)
            return Document(fields, "\n".join(lines[index + 1 :]), index + 2), ()
    message = f"expected a second `{_FENCE}` after the front matter, found none"
    return None, (Problem(Place(path), "front-matter", message, _where_it_ends(lines)),)


def _where_it_ends(lines: list[str]) -> str:
    """Return as a hint where front matter that is never closed seems to end."""
    for number, line in enumerate(lines[1:], 2):
        if not _OF_FRONT_MATTER.match(line):
            return f"put a line of three hyphens before line {number}, where the words begin"
    return "put a line of three hyphens between the fields and the words"
