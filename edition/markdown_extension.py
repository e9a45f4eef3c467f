"""The edition's part of Markdown: slots become what was drawn, a text page becomes its own tree.

Python-Markdown runs before any plugin sees HTML, and the likely successors of MkDocs run its
extensions too; so this file and `stage` are what a new host needs.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from edition.core.citation import EMITTED
from edition.stage import SLOT, Stage

_AFTER_NORMALIZING, _LAST = 25, -1000
"""Python-Markdown's first preprocessor (30) removes the marks of its own store."""


class EditionExtension(Extension):
    """Registers the two processors for one stage."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the host's name
        """Register with a converter; called by Python-Markdown."""
        md.preprocessors.register(_Slots(md, self.stage), "edition-slots", _AFTER_NORMALIZING)
        md.treeprocessors.register(_TextPage(md, self.stage), "edition-text", _LAST)


class _Slots(Preprocessor):
    """Puts what was drawn into Markdown's own store of raw HTML."""

    def __init__(self, md: Markdown, stage: Stage) -> None:
        super().__init__(md)
        self.stage = stage

    def run(self, lines: list[str]) -> list[str]:
        slots = self.stage.slots
        return [
            SLOT.sub(lambda match: self.md.htmlStash.store(slots[int(match[1])]), line)
            if "\ufdd0" in line
            else line
            for line in lines
        ]


class _TextPage(Treeprocessor):
    """Replaces the tree of a text page; only the order of its footnotes is taken from it."""

    def __init__(self, md: Markdown, stage: Stage) -> None:
        super().__init__(md)
        self.stage = stage

    def run(self, root: Element) -> None:
        if not self.stage.draws_text():
            return
        order = [
            item.get("id", "").partition(":")[2].removeprefix(EMITTED)
            for block in root.iter("div")
            if block.get("class") == "footnote"
            for item in block.iter("li")
        ]
        html = self.stage.draw_text(order)
        root.clear()
        SubElement(root, "p").text = self.md.htmlStash.store(html)
