"""Stylesheets as they are published: each with the sheets that it imports put in their places.

Writers of the theme keep one subject a file; a reader at the end of a slow line asks for one.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/stylesheets"
_IMPORT = re.compile(r'@import "(?P<name>[a-z-]+\.css)"(?: (?P<media>[a-z]+))?;\n')


def bundle(folder: Path) -> dict[str, bytes]:
    """Return every sheet of a folder that no other imports, imports put in, by its name.

    A sheet imports with lines of the form `@import "prose.css";` or `@import "print.css" print;`
    and nothing else stands in it; imported sheets import nothing.
    """
    sheets = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.css"))}
    imported = {match["name"] for text in sheets.values() for match in _IMPORT.finditer(text)}
    return {
        name: _IMPORT.sub(lambda match: _inlined(match, sheets), text).encode()
        for name, text in sheets.items()
        if name not in imported
    }


def _inlined(match: re.Match[str], sheets: dict[str, str]) -> str:
    text = sheets[match["name"]]
    return f"@media {match['media']} {{\n{text}}}\n" if match["media"] else text
