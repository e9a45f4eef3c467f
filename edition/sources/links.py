"""Symbolic links: none wherever an edition reads, since what they lead to would be published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from edition.core.problem import Place, Problem

_FOLDERS = ("docs", "bibliography", "macros", "source", "overrides")
_ALONE = ("edition.yml", "mkdocs.yml", "permalinks.lock", "redirects.yml", ".cache")


def check_links(root: Path) -> tuple[Problem, ...]:
    """Return a problem for every symbolic link among the files of an edition.

    Nothing else may be read where there is one: messages about a file could show whatever the
    machine has.
    """
    message = "expected a file or a folder, found a symbolic link"
    return tuple(
        Problem(Place(path), "file-place", message, "put the file itself there")
        for path in _links(root)
    )


def _links(root: Path) -> Iterator[str]:
    for name in (*_ALONE, *_FOLDERS):
        if (root / name).is_symlink():
            yield name
    for name in _FOLDERS:
        folders = [] if (root / name).is_symlink() else [name]
        while folders:
            here = folders.pop()
            try:
                found = sorted(os.scandir(root / here), key=lambda entry: entry.name)
            except OSError:  # it is not there, or no folder; whoever needs it says so
                continue
            for entry in found:
                path = f"{here}/{entry.name}"
                if entry.is_symlink():
                    yield path
                elif entry.is_dir():
                    folders.append(path)
