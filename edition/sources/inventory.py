"""What may lie in `docs/`: an allow-list, checked before the host copies everything it finds.

The host follows links, publishes HTML and scripts as they are, and lets a file in `docs/` take the
place of the theme's; so what is not on the list stops the build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from edition.core.problem import Place, Problem

FOLDER = "docs"
PAGES = ("", "text")
"""Folders of pages that become pages of the site; what is below them does not."""
TREES = ("about", "contribute", "teach")
"""Folders of pages with all that is below them."""
OTHERS = ("adr", "notes", "glossary", "timeline", "figures", "people", "places")
"""Folders of Markdown files that the host does not make into pages."""

FILES = ("about/contributors.yml",)
"""Files that are neither pages nor entries."""


def is_page(path: str) -> bool:
    """Say whether a file below `docs/` becomes a page of the site."""
    file = PurePosixPath(path)
    folder = "" if file.parent == PurePosixPath(".") else file.parent.as_posix()
    return file.suffix == ".md" and (folder in PAGES or file.parts[0] in TREES)


def check_inventory(root: Path) -> tuple[Problem, ...]:
    """Return a problem for every file in `docs/` that has no business there."""
    return tuple(_check(root / FOLDER))


def _check(folder: Path) -> Iterator[Problem]:
    for here, folders, files in os.walk(folder):  # does not follow links
        for name in sorted([*folders, *files]):
            file = Path(here) / name
            path = file.relative_to(folder).as_posix()
            place = Place(f"{FOLDER}/{path}")
            if file.is_symlink():
                message = "expected a file or a folder, found a symbolic link"
                yield Problem(place, "file-place", message, "put the file itself there")
            elif name in files and not _is_allowed(path):
                message = "expected a Markdown file in a folder for pages or entries, found this"
                pages, entries = _listed((*PAGES, *TREES)), _listed(OTHERS)
                hint = f"pages stand in {pages}; entries directly in {entries}"
                yield Problem(place, "file-place", message, hint)


def _listed(folders: Iterable[str]) -> str:
    return ", ".join(sorted(f"{FOLDER}/{name}".rstrip("/") for name in folders))


def _is_allowed(path: str) -> bool:
    file = PurePosixPath(path)
    return (
        is_page(path)
        or path in FILES
        or (file.suffix == ".md" and file.parent.as_posix() in OTHERS)
    )
