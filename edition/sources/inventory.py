"""What may lie in `docs/`: an allow-list, checked before the host copies everything it finds.

The host publishes HTML and scripts as they are, lets a file in `docs/` take the place of the
theme's, and of two files with one address takes one; so what is not on the list stops the build.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from edition.core.addresses import PLAIN, SHORT_FOLDERS
from edition.core.identifier import is_identifier
from edition.core.pages import address_of
from edition.core.problem import Place, Problem

FOLDER = "docs"
PAGES = ("", "text")
"""Folders of pages that become pages of the site; what is below them does not."""
TREES = ("about", "contribute", "teach")
"""Folders of pages with all that is below them."""
OTHERS = ("adr", "notes", "glossary", "timeline", "figures", "people", "places")
"""Folders of Markdown files that the host does not make into pages."""

PICTURES, SUFFIX = "pictures", ".webp"
"""The folder of pictures and the form that they have; which may lie there, a list in it says."""

FILES = ("about/contributors.yml", f"{PICTURES}/pictures.yml")
"""Files that are neither pages nor entries."""

_OWN = frozenset(
    (
        *(f"{name}/" for name in ("404", "assets", "data", "downloads", "search", *SHORT_FOLDERS)),
        PLAIN,
    )
)
"""Addresses that the site itself has, or below which it puts its own files."""
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def is_page(path: str) -> bool:
    """Say whether a file below `docs/` becomes a page of the site."""
    file = PurePosixPath(path)
    folder = "" if file.parent == PurePosixPath(".") else file.parent.as_posix()
    return file.suffix == ".md" and (folder in PAGES or file.parts[0] in TREES)


def check_inventory(root: Path) -> tuple[Problem, ...]:
    """Return a problem for every file in `docs/` that has no business there."""
    return _check(tuple(_paths(root / FOLDER)))


@lru_cache(maxsize=2)
def _check(paths: Sequence[str]) -> tuple[Problem, ...]:
    """Return the problems of some files: of the same the same, so that a rebuild need not ask."""
    allowed, problems = [], []
    for path in paths:
        if _is_allowed(path):
            allowed.append(path)
        else:
            message = "expected a Markdown file in a folder for pages or entries, found this"
            pages, entries = _listed((*PAGES, *TREES)), _listed(OTHERS)
            hint = f"pages stand in {pages}; entries directly in {entries}"
            problems.append(Problem(_place(path), "file-place", message, hint))
    return (*problems, *_check_names(allowed), *_check_addresses(allowed))


def _paths(folder: Path) -> Iterator[str]:
    """Yield every file below a folder, in order."""
    for here, folders, files in os.walk(folder):  # does not follow links
        folders.sort()
        below = "" if Path(here) == folder else f"{Path(here).relative_to(folder).as_posix()}/"
        for name in sorted(files):
            yield f"{below}{name}"


def _place(path: str) -> Place:
    return Place(f"{FOLDER}/{path}")


def _listed(folders: Iterable[str]) -> str:
    return ", ".join(sorted(f"{FOLDER}/{name}".rstrip("/") for name in folders))


def _is_allowed(path: str) -> bool:
    file = PurePosixPath(path)
    return (
        is_page(path)
        or path in FILES
        or (file.suffix == ".md" and file.parent.as_posix() in OTHERS)
        or (file.suffix == SUFFIX and file.parent.as_posix() == PICTURES)
    )


def _check_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every page whose path could not be its address.

    Capitals and letters beyond a to z are not one file on every machine: two that differ in nothing
    else become one. Entries and chapters have readers of their own, which say the same of them.
    """
    for path in paths:
        file = PurePosixPath(path)
        if not is_page(path) or file.parts[0] == "text":
            continue
        wrong = next(
            (part for part in (*file.parts[:-1], file.stem) if not is_identifier(part)), ""
        )
        if wrong:
            message = f"expected a name of small letters, digits and hyphens, found {wrong!r}"
            better = "-".join(_WORD.findall(wrong.lower()))
            hint = f"name it {better}" if better else "the letters are those from a to z"
            yield Problem(_place(path), "file-name", message, hint)


def _check_addresses(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every page whose address another page has, or the site itself."""
    seen: dict[str, str] = {}
    for path in filter(is_page, paths):
        address = address_of(path)
        if address in _OWN:
            message = f"expected an address of its own, found {address}, which the site itself has"
            yield Problem(_place(path), "address-taken", message, "give the file another name")
        elif address in seen:
            message = f"expected an address of its own, found {address}, that of {seen[address]}"
            yield Problem(_place(path), "address-taken", message, "keep one of the two")
        seen.setdefault(address, f"{FOLDER}/{path}")
