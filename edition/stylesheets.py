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
    """Return every sheet of a folder that imports others or is imported by none, imports put in.

    A sheet imports with lines of the form `@import "prose.css";` or `@import "print.css" print;`.
    All lie in one folder, so addresses in them stay right.
    """
    sheets = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.css"))}
    imports = {
        name: [match["name"] for match in _IMPORT.finditer(text)] for name, text in sheets.items()
    }
    parts = {part for names in imports.values() for part in names if not imports.get(part)}
    return {name: _whole(name, sheets).encode() for name in sheets if name not in parts}


def _whole(name: str, sheets: Mapping[str, str]) -> str:
    """Return a sheet with what it imports, and what that imports."""

    def put_in(match: re.Match[str]) -> str:
        text = _whole(match["name"], sheets)
        return f"@media {match['media']} {{\n{text}}}\n" if match["media"] else text

    return _IMPORT.sub(put_in, sheets[name])
