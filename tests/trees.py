"""HTML as browsers read it, compared as trees: attributes in any order, no substrings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


@dataclass(frozen=True)
class Tree:
    """An element, or a fragment, whose name is empty."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple["Tree | str", ...] = ()

    @property
    def words(self) -> str:
        """All text in it, as it stands."""
        return "".join(c if isinstance(c, str) else c.words for c in self.children)

    def __iter__(self) -> Iterator["Tree"]:
        """Every element in it, itself included, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Tree):
                yield from child

    def find(self, name: str = "", **attributes: str) -> list["Tree"]:
        """The elements of a name that have these attributes; `_` stands for `-`, `class_`."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self
            if name in ("", element.name)
            and all(
                value in element.attributes.get(key, "").split()
                if key == "class"
                else element.attributes.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def without(self, attribute: str) -> "Tree":
        """The same tree without the elements that have an attribute."""
        kept: list[Tree | str] = []
        for child in self.children:
            if isinstance(child, str):
                kept.append(child)
            elif attribute not in child.attributes:
                kept.append(child.without(attribute))
        return Tree(self.name, self.attributes, _joined(kept))


def fragment(html: str) -> Tree:
    """Read a piece of HTML that stands in a body; an error that browsers mend is not let pass."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return _tree(parser.parseFragment(html), "")


@lru_cache(maxsize=48)  # a browser's way of reading is slow, and many tests read the same pages
def read(page: bytes) -> Tree:
    """Read a whole page."""
    return _tree(html5lib.parse(page, namespaceHTMLElements=False), None)


def document(file: Path) -> Tree:
    """Read a page of a built site."""
    return read(file.read_bytes())


def _tree(element: Element, name: str | None) -> Tree:
    children: list[Tree | str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):  # a comment's tag is a function
            children.append(_tree(child, None))
        children.append(child.tail or "")
    tag = str(element.tag) if name is None else name
    return Tree(tag, {str(key): value for key, value in element.attrib.items()}, _joined(children))


def _joined(children: list[Tree | str]) -> tuple[Tree | str, ...]:
    joined: list[Tree | str] = []
    for child in children:
        if isinstance(child, str) and joined and isinstance(joined[-1], str):
            joined[-1] += child
        elif child != "":
            joined.append(child)
    return tuple(joined)
