"""Links between pages are relative, so that a site works in any folder and from a disk."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Xref:
    """A reference across the edition: to a paragraph, a note, a term."""

    address: str
    """Below the site's base."""
    words: str


@lru_cache(maxsize=65536)
def relative_link(page: str, target: str) -> str:
    """Return the link from one page to an address, both below the site's base.

    >>> relative_link("text/04-summit/", "bibliography/#almanac1998")
    '../../bibliography/#almanac1998'
    >>> relative_link("text/04-summit/", "text/04-summit/#p7")
    '#p7'
    """
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    folder = posixpath.dirname("/" + page)
    link = posixpath.relpath("/" + path, folder)
    if path.endswith("/") or not path:
        link = "./" if link == "." else link + "/"
    return link + mark + anchor
