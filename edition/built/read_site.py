"""Reading a built site: of each page its ids, its links, its units and what it says."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from edition.built.markup import forbidden

# lxml's plain elements: for each of its HTML elements it would ask Python which class it is of.
_PARSER = etree.HTMLParser(encoding="utf-8")
# Python visiting every element would take several times as long.
_IDS = etree.XPath("//@id", smart_strings=False)
_LINKS = etree.XPath(
    "//a/@href | //link/@href | //img/@src | //script/@src | //source/@src", smart_strings=False
)
_UNITS = etree.XPath("//*[@data-unit]")
_NUMBERS = etree.XPath(
    "descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' printed-number ')]"
)
_PROSE_ENDS = frozenset(("code", "pre", "script", "style", "textarea"))


_MARKS = (r"\[[\^@]", r"\{[{%]", "\x02", "\x03", "\ufdd0", "\ufdd1", "wzxhzdk")
"""Marks of Markdown, of Jinja, of the hosts' stores and of our own that no reader should see."""
LEFT_OVER = re.compile("|".join(_MARKS))
_BYTES = [re.compile(mark.encode()) for mark in _MARKS]
"""Looked for one by one in the bytes of a page: much faster than all at once in its words."""


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """An element of a page that says which unit of the work it holds."""

    id: str
    text: str
    """Its words without anything that carries `data-edition`; white space collapsed."""
    numbers: tuple[str, ...]
    """The printed numbers drawn in it."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page of the built site."""

    address: str
    """Below the site's base: `text/04-summit/`; `404.html` for what is no folder."""
    path: str
    """Of its file, below the site's folder: `text/04-summit/index.html`."""
    ids: tuple[str, ...]
    links: tuple[str, ...]
    units: tuple[BuiltUnit, ...]
    prose: str
    """All its words outside code, where the page holds anything that may have been left over."""
    forbidden: tuple[str, ...] = ()
    """What it holds and must not, in words."""


def read_site(site: Path, without: Collection[str] = ()) -> tuple[BuiltPage, ...]:
    """Read every page of a site, sorted by path, but for those in some of its folders."""
    files = []
    for here, folders, names in os.walk(site):
        if here == str(site):
            folders[:] = [folder for folder in folders if folder not in without]
        files += [Path(here) / name for name in names if name.endswith(".html")]
    return tuple(_read(site, file) for file in sorted(files))


def _read(site: Path, file: Path) -> BuiltPage:
    path = file.relative_to(site).as_posix()
    address = path.removesuffix("index.html")
    data = file.read_bytes()
    try:
        root = etree.fromstring(data, parser=_PARSER)
    except etree.XMLSyntaxError:  # lxml's word for a file without any element
        root = None
    if root is None:
        return BuiltPage(address, path, (), (), (), "")
    doubtful = any(mark.search(data) for mark in _BYTES)
    return BuiltPage(
        address=address,
        path=path,
        ids=tuple(_IDS(root)),
        links=tuple(_LINKS(root)),
        units=tuple(map(_unit, _UNITS(root))),
        prose="".join(_prose(root.find("body"))) if doubtful else "",
        forbidden=tuple(forbidden(root)),
    )


def _unit(element: etree._Element) -> BuiltUnit:
    numbers = tuple("".join(found.itertext()) for found in _NUMBERS(element))
    text = " ".join("".join(_article_words(element)).split())
    return BuiltUnit(element.get("data-unit", ""), text, numbers)


def _article_words(element: etree._Element) -> Iterator[str]:
    """Yield the words of an element without those that the edition puts in."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get("data-edition") is None:
            yield from _article_words(child)
        yield child.tail or ""


def _prose(element: etree._Element | None) -> Iterator[str]:
    if element is None or not isinstance(element.tag, str):
        return
    if element.tag not in _PROSE_ENDS:
        yield element.text or ""
        for child in element:
            yield from _prose(child)
            yield child.tail or ""


def read_built_text(site: Path) -> tuple[str, ...]:
    """Return the words of every unit, in order, from the plain view of a built site."""
    file = site / "text" / "plain" / "index.html"
    return tuple(unit.text for unit in _read(site, file).units) if file.is_file() else ()
