"""Stylesheets as they are published: each with the sheets that it imports put in their places.

Writers of the theme keep one subject a file; a reader at the end of a slow line asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = "assets/stylesheets"
_IMPORT = re.compile(r'^@import "(?P<name>[a-z-]+\.css)"(?: (?P<media>[a-z]+))?;\n', re.MULTILINE)


def bundle(folder: Path) -> dict[str, bytes]:
    """Return every sheet of a folder that no other imports, imports put in, by its name.

    A sheet imports with lines of the form `@import "prose.css";` or `@import "print.css" print;`.
    All lie in one folder, so addresses in them stay right.
    """
    sheets = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.css"))}
    imported = {match["name"] for text in sheets.values() for match in _IMPORT.finditer(text)}
    return {name: _whole(name, sheets).encode() for name in sheets if name not in imported}


def _whole(name: str, sheets: Mapping[str, str]) -> str:
    """Return a sheet with what it imports, and what that imports."""

    def put_in(match: re.Match[str]) -> str:
        text = _whole(match["name"], sheets)
        return f"@media {match['media']} {{\n{text}}}\n" if match["media"] else text

    return _IMPORT.sub(put_in, sheets[name])
