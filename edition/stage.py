"""The stage holds what one page needs between its source and its tree: slots and footnotes.

A host (MkDocs today) asks for a page's Markdown, converts it, and hands the tree back to
`markdown_extension`. What the edition draws itself never passes through Markdown: it waits in a
numbered slot, and a token that no author can write stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.macro import Call
from edition.core.pages import TextPage
from edition.html.drawing import Drawing
from edition.html.text_page import view_plain_page, view_text_page
from edition.sources.template import read_template

SLOT = re.compile("\ufdd0(\\d+)\ufdd1")
"""Noncharacters, which `sources.textfile` refuses in every file."""
_MAX_DEPTH = 2
"""A Markdown macro may call others (the writers' documentation does), but not without end."""


class Stage:
    """One page at a time: the host draws pages one after the other."""

    def __init__(self, edition: Edition, formatted: Formatted, drawing: Drawing) -> None:
        self.edition, self.formatted, self.drawing = edition, formatted, drawing
        self.slots: list[Markup] = []
        self.text_page: TextPage | None = None
        self.plain = False

    def clear(self) -> None:
        """Forget the page before."""
        self.slots, self.text_page, self.plain = [], None, False

    def draws_text(self) -> bool:
        """Say whether the current page is one that the edition draws itself."""
        return self.plain or self.text_page is not None

    def text_markdown(self, page: TextPage | None) -> str:
        """Return the Markdown of a text page (None: of the plain view): its citations alone.

        The host numbers a chapter's footnotes; the words never pass through it. The plain view is
        numbered without the host, whose time grows faster than the number of footnotes.
        """
        self.clear()
        self.text_page, self.plain = page, page is None
        words = ["text"]  # Python-Markdown draws no tree for an empty page
        for unit in page.units if page else ():
            for citation in self.edition.citations_of_unit.get(unit, ()):
                arguments = (citation.key, citation.locator)
                call = Call("cite", arguments, (), 0, citation.place)
                words.append(str(self.drawing.call(call, "", self._code)))
        return " ".join(words)

    def draw_text(self, order: Sequence[str]) -> Markup:
        """Draw the current text page; `order` is that in which the host numbered its footnotes."""
        if self.text_page is None:
            view = view_plain_page(self.edition, self.formatted)
        else:
            view = view_text_page(self.edition, self.formatted, self.text_page, order)
        return self.drawing.text_page(view)

    def page_markdown(self, address: str, source: str) -> str:
        """Return the Markdown of an editors' page with its macro calls expanded."""
        self.clear()
        return self._expand(address, source, 0)

    def _expand(self, address: str, source: str, depth: int) -> str:
        template, _ = read_template(source, "")
        parts = []
        for part in template.parts:
            if isinstance(part, str):
                parts.append(part)
                continue
            drawn = self.drawing.call(part, address, self._code)
            if isinstance(drawn, Markup):
                parts.append(self._slot(drawn))
            elif depth < _MAX_DEPTH:
                parts.append(self._expand(address, drawn, depth + 1))
        return "".join(parts)

    def _slot(self, html: Markup) -> str:
        self.slots.append(html)
        return f"\ufdd0{len(self.slots) - 1}\ufdd1"

    def _code(self, source: str) -> str:
        return self._slot(Markup("<pre><code>{}</code></pre>").format(escape(source)))
