"""Reading a summary as a forge shows it: Markdown of GitHub's sort, then HTML."""

from collections.abc import Iterator
from typing import Any

import html5lib
from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""HTML passes, as on a forge, whose sanitiser comes afterwards and is not relied on here."""


def tree_of(summary: str) -> Any:
    """Return what a browser makes of a summary."""
    return html5lib.parseFragment(MARKDOWN.render(summary), namespaceHTMLElements=False)


def elements(summary: str) -> Iterator[Any]:
    """Yield every element of a summary."""
    return (element for element in tree_of(summary).iter() if element.tag != "DOCUMENT_FRAGMENT")


def lines_of(summary: str) -> list[str]:
    """Return the words of every heading, paragraph, quotation and item, in order."""
    held = ("h1", "h2", "h3", "h4", "p", "li", "blockquote")
    return [
        " ".join("".join(element.itertext()).split())
        for element in elements(summary)
        if element.tag in held
    ]
