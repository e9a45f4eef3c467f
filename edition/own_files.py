"""The theme's files as a site has them: the edition's own, in no hidden folder."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import FileSystemLoader


class OwnFiles(FileSystemLoader):
    """Finds every template, but lists only files of the edition's own theme.

    MkDocs publishes what is listed. Of Material, in whose place the edition's own page stands, no
    page asks for anything: its scripts and their maps are two megabytes, and fourteen thousand
    icons lie beside them, whose names alone took a fifth of a small build.
    """

    def list_templates(self) -> list[str]:
        """Return the paths below the first folder of the theme, sorted."""
        found: set[str] = set()
        top = self.searchpath[0]
        for folder, folders, files in os.walk(top, followlinks=self.followlinks):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = Path(folder).relative_to(top)
            found.update((below / name).as_posix() for name in files)
        return sorted(found)
