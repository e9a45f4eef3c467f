"""The bridge to mkdocs-bibtex: it writes footnotes from references that the edition formatted.

mkdocs-bibtex is no longer maintained and its own formatting is wrong for APA; as a registry, all
that it does is to turn the keys which `cite` emits into footnotes. Only this file imports it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from html import escape

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry

from edition.core.citation import emitted_name
from edition.core.edition import Edition
from edition.core.formatted import Formatted, plain

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
"""What a backslash makes plain in Python-Markdown; elements and entities are escaped before."""


class EditionRegistry(ReferenceRegistry):  # type: ignore[misc]  # no type hints
    """Answers mkdocs-bibtex from the edition's library; the keys are names of footnotes."""

    def __init__(
        self,
        edition: Edition,
        formatted: Formatted,
        draws_itself: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take the place of the parent's constructor, which would parse the library again.

        `draws_itself` says whether the edition draws the current page's footnotes; then only their
        order is wanted, and the words of the references need not pass through Markdown.
        """
        self.draws_itself = draws_itself
        self.footnote_format = "{key}"
        self.places = {
            emitted_name(key, locator): (key, locator) for key, locator in edition.cited_places
        }
        self.formatted = formatted

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Leave only what the macros emitted: other brackets of a page are its own words."""
        citation_blocks[:] = [
            block
            for block in citation_blocks
            if all(citation.key in self.places for citation in block.citations)
        ]

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> set[InlineReference]:
        """Return none: `@key` in running text is not a form of the edition."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        """Return the markers of Markdown footnotes."""
        return "".join(f"[^{citation.key}]" for citation in citation_block.citations)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Return the formatted reference as Markdown that means nothing but its words."""
        if self.draws_itself():
            return "–"
        key, locator = self.places[citation.key]
        place = plain(self.formatted.citations[key, locator]) + " " if locator else ""
        words = place + self.formatted.text(key)
        return _MARKDOWN.sub(r"\\\1", escape(words, quote=False))


def install(plugin: BibTexPlugin, registry: EditionRegistry) -> None:
    """Give mkdocs-bibtex the edition's registry, before it makes one of its own.

    It reads the library again only if a file is newer than its last reading, and dies there of the
    first broken entry; so it is told that it has read just now.
    """
    plugin.registry = registry
    plugin.last_configured = math.inf
