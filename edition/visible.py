"""The theme's files without those in hidden folders, which no site holds."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import FileSystemLoader


class VisibleFiles(FileSystemLoader):
    """Finds every template, but lists only what lies in no hidden folder.

    Material keeps fourteen thousand icons in one. MkDocs asks for a list of all files, only to
    compare the name of each with patterns that leave the hidden ones out: a fifth of the time that
    a small edition takes to build.
    """

    def list_templates(self) -> list[str]:
        """Return the paths below the folders of the theme, sorted, each once."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(folder).relative_to(top)
                found.update((below / name).as_posix() for name in files)
        return sorted(found)
