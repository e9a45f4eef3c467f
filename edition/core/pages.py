"""Pages hold the work or talk about it: text pages by the author, other pages by the editors."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.citation import Citation
from edition.core.macro import Call
from edition.core.problem import Place


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a text page, as its file holds it."""

    text: str
    """Its plain words."""
    citations: tuple[Citation, ...]
    """With `unit` still empty: which unit it is follows from the words."""
    place: Place


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of the reading text: a chapter, the front matter, the printed references."""

    slug: str
    """Last part of its address: `04-summit`."""
    title: str
    """The editors', never the article's."""
    blocks: tuple[Block, ...]
    units: tuple[str, ...]
    """The ids of its units, in order; empty until the words were compared."""
    place: Place

    @property
    def number(self) -> int:
        """Return the chapter's number; 0 for the front matter and the references."""
        head = self.slug.split("-", 1)[0]
        return int(head) if head.isdecimal() else 0

    @property
    def address(self) -> str:
        """Return the page's address below the site's base."""
        return f"text/{self.slug}/"


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link as an editors' page writes it."""

    targets: tuple[str, ...]
    """Addresses below the site's base that it may mean: that of a source file, that of a page."""
    place: Place


@dataclass(frozen=True, slots=True)
class EditorsPage:
    """A page written by the editors, which may call macros."""

    path: str
    """Below `docs/`: `about/principles.md`."""
    title: str
    calls: tuple[Call, ...]
    links: tuple[WrittenLink, ...]
    place: Place
    words: str = ""
    """What it says, as plain words, without what macros draw."""
    outside: tuple[tuple[str, Place], ...] = ()
    """The addresses of the web to which it links, and where it does so."""

    @property
    def address(self) -> str:
        """Return the page's address below the site's base."""
        return address_of(self.path)


def address_of(path: str) -> str:
    """Return the address of the page made from a file below `docs/`.

    >>> address_of("about/principles.md"), address_of("index.md"), address_of("teach/index.md")
    ('about/principles/', '', 'teach/')
    """
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""
