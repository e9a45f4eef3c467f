"""Links between pages are relative, so that a site works in any folder and from a disk."""

from __future__ import annotations

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
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    for folder, other in zip(here, there[:-1], strict=False):
        if folder != other:
            break
        shared += 1
    link = "/".join((*[".."] * (len(here) - shared), *there[shared:]))
    return (link or "./") + mark + anchor
