"""Verifying a built site: the text proof, whole links, unique ids, nothing left over."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from edition.built.read_site import LEFT_OVER, BuiltPage, BuiltUnit
from edition.core.addresses import PLAIN
from edition.core.edition import Edition
from edition.core.passage import first_difference
from edition.core.problem import Place, Problem
from edition.core.unit import Unit

_CONTEXT = 30
_STATE = re.compile(r"\d+\.[A-Za-z0-9_-]{4,}|[a-z]+=.*")
"""A fragment that is no place on a page but what the page is to show: a version and base64url, or
names with values, which a form reads. No id holds either."""


def verify(
    edition: Edition,
    site: Path,
    pages: Sequence[BuiltPage],
    short_links: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Return what is wrong with a built site; places are pages of the site or lines of sources.

    `short_links` are those whose pages were not read back, with their addresses: there are many,
    each is written as it was drawn, and only where it leads can be wrong.
    """
    problems: list[Problem] = []
    problems += prove_text(edition, pages)
    problems += _check_links(edition, site, pages, short_links)
    problems += check_addresses(edition, pages, short_links)
    for page in pages:
        problems += _check_page(page)
    return tuple(problems)


def prove_text(edition: Edition, pages: Sequence[BuiltPage]) -> Iterator[Problem]:
    """Yield a problem wherever the built text is not the article's, character for character.

    Every element that claims to hold a unit must hold its words; the text pages together, and the
    plain view alone, must hold all units, each once, in order.
    """
    by_address = {page.address: page for page in pages}
    whole = {page.address for page in edition.text_pages} | {PLAIN}
    for page in pages:
        for found in page.units:
            unit = edition.unit_by_id.get(found.id)
            yield from _compare(page, found, unit, numbered=page.address in whole)
    in_pages = [
        unit.id
        for page in edition.text_pages
        if page.address in by_address
        for unit in by_address[page.address].units
    ]
    in_plain = [unit.id for unit in by_address[PLAIN].units] if PLAIN in by_address else []
    expected = [unit.id for unit in edition.units]
    for where, found_ids in (("the text pages hold", in_pages), ("the plain view holds", in_plain)):
        if found_ids != expected:
            wanted, given = first_difference(" ".join(expected), " ".join(found_ids))
            message = f"{where} units other than the work's: expected {wanted}, found {given}"
            yield Problem(Place("text/"), "proof-order", message)


def _compare(
    page: BuiltPage, found: BuiltUnit, unit: Unit | None, *, numbered: bool
) -> Iterator[Problem]:
    """Compare one unit; `numbered` where its printed numbers must stand, too."""
    place = Place(page.path)
    if unit is None:
        yield Problem(place, "proof-unit", f"there is no unit {found.id}")
        return
    if found.text != unit.text:
        expected, given = first_difference(unit.text, found.text)
        message = f"{unit.id}: expected “{expected}”, found “{given}”"
        yield Problem(place, "proof-text", message)
    numbers = tuple(f"{printed.number}." for printed in unit.printed_numbers)
    if (numbered or found.numbers) and found.numbers != numbers:
        message = f"{unit.id}: expected the printed numbers {numbers}, found {found.numbers}"
        yield Problem(place, "proof-number", message)


def _check_page(page: BuiltPage) -> Iterator[Problem]:
    place = Place(page.path)
    for repeated, count in Counter(page.ids).items():
        if count > 1:
            yield Problem(place, "id-repeated", f"the id {repeated} stands {count} times")
    for found in dict.fromkeys(page.forbidden):
        yield Problem(place, "markup", f"expected nothing that runs, loads or hides, found {found}")
    if match := LEFT_OVER.search(page.prose):
        start = max(0, match.start() - _CONTEXT)
        context = " ".join(page.prose[start : match.end() + _CONTEXT].split())
        yield Problem(place, "left-over", f"found {match[0]!r} in “…{context}…”")


def _check_links(
    edition: Edition, site: Path, pages: Sequence[BuiltPage], short_links: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for every link inside the site that leads nowhere, once for each source."""
    ids = {page.address: frozenset(page.ids) for page in pages}
    places = _link_places(edition)
    files: dict[str, bool] = {}
    for page in pages:
        for link in dict.fromkeys(page.links):
            target = _target(page.address, link)
            if target is None:
                continue
            path, anchor = target
            if _STATE.fullmatch(anchor):
                anchor = ""
            if path in short_links and not anchor:
                continue
            if path in ids:
                if not anchor or anchor in ids[path]:
                    continue
                message = f"the link {link} leads to a place that is not on its page"
            else:
                if path not in files:
                    files[path] = (site / path).is_file()
                if files[path]:
                    continue
                message = f"the link {link} leads to nothing"
            place = places.get((page.address, _joined(path, anchor)))
            yield Problem(place or Place(page.path), "link-broken", message)


def _target(page: str, link: str) -> tuple[str, str] | None:
    """Return path and anchor below the site's base; None when the link leaves the site."""
    path, _, anchor = link.partition("#")
    if not path or path.startswith("?"):
        return page, unquote(anchor)
    address = _address(posixpath.dirname("/" + page), path)
    return None if address is None else (address, unquote(anchor))


@lru_cache(maxsize=1 << 16)
def _address(folder: str, link: str) -> str | None:
    """Return where a link from a page in a folder leads; None when it leaves the site.

    Kept, because the pages of a folder have most of their links in common.
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    if parts.scheme or parts.netloc or link.startswith(("/", "data:")):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))).lstrip("/")
    if parts.path.endswith(("/", ".")) and path:
        path += "/"
    return path.removesuffix("index.html")


def _joined(path: str, anchor: str) -> str:
    return f"{path}#{anchor}" if anchor else path


def _link_places(edition: Edition) -> Mapping[tuple[str, str], Place]:
    """Return where the editors wrote each link, by page and target."""
    return {
        (page.address, target): link.place
        for page in edition.editors_pages
        for link in page.links
        for target in link.targets
    }


def check_addresses(
    edition: Edition,
    pages: Iterable[BuiltPage],
    short_links: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Problem]:
    """Yield a problem for every public address that the built site does not have."""
    ids = {page.address: frozenset(page.ids) for page in pages}
    for short, address in short_links.items():
        path, _, anchor = address.partition("#")
        if path not in ids or (anchor and anchor not in ids[path]):
            message = f"{short} leads to {address}, which was not built"
            yield Problem(Place(f"{short}index.html"), "link-broken", message)
    for line in edition.lock:
        path, _, anchor = line.address.partition("#")
        if line.short not in ids and line.short not in short_links:
            yield Problem(line.place, "permalink-lost", f"{line.short} was not built")
        if path not in ids:
            yield Problem(line.place, "permalink-lost", f"{path} was not built")
        elif anchor and anchor not in ids[path]:
            message = f"{path} has no place {anchor}, which was public"
            yield Problem(line.place, "permalink-lost", message)
