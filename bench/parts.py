"""The parts of a build, each measured once and alone, so that a slower build can be traced."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from bench.timing import run_python

_T = TypeVar("_T")


def time_parts(project: Path, root: Path, site: Path) -> dict[str, float]:
    """Return the seconds of each part for an edition whose site has been built.

    The parts are the engine's own functions, called in this process one after the other; what they
    do not add up to is the host: its pages, its theme, its search index.
    """
    from edition.built.read_site import read_site
    from edition.built.verify import verify
    from edition.core.check import check
    from edition.html.drawing import Drawing
    from edition.html.text_page import view_plain_page, view_text_page
    from edition.sources.citeproc import format_library
    from edition.sources.load import load

    imports = "import edition.build"
    parts = {
        "start Python alone": run_python(("-c", "pass"), project).wall,
        "start and import engine and host": run_python(("-c", imports), project).wall,
    }

    def measured(name: str, part: Callable[[], _T]) -> _T:
        start = time.perf_counter()
        result = part()
        parts[name] = time.perf_counter() - start
        return result

    edition, _ = measured("load", lambda: load(root))
    assert edition is not None
    measured("check", lambda: check(edition))
    shutil.rmtree(root / ".cache", ignore_errors=True)
    measured("format, cold", lambda: format_library(root, edition))
    formatted, _ = measured("format, warm", lambda: format_library(root, edition))
    drawing = Drawing(root, edition, formatted)

    def draw() -> None:
        for page in edition.text_pages:
            drawing.text_page(view_text_page(edition, formatted, page))

    measured("draw the text pages", draw)
    plain = measured("lay out the plain view", lambda: view_plain_page(edition, formatted))
    measured("draw the plain view", lambda: drawing.text_page(plain))
    pages = measured("read the built site", lambda: read_site(site))
    measured("verify it", lambda: verify(edition, site, pages))
    return parts


class PandocCounter:
    """Stands before pandoc and keeps what it was asked."""

    def __init__(self) -> None:
        import pypandoc

        # Not beside the sites: programs may not run from a folder in memory.
        self.folder = tempfile.TemporaryDirectory(prefix="bench-pandoc-")
        self.asked = Path(self.folder.name) / "asked"
        self.script = Path(self.folder.name) / "pandoc"
        real = shlex.quote(str(pypandoc.get_pandoc_path()))
        self.script.write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"$*\" >> {shlex.quote(str(self.asked))}\n"
            f'exec {real} "$@"\n',
            encoding="utf-8",
        )
        self.script.chmod(0o755)

    @property
    def environment(self) -> Mapping[str, str]:
        """Return the variables that make a build use it, through pypandoc or by the path."""
        path = f"{self.script.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        return {"PYPANDOC_PANDOC": str(self.script), "PATH": path}

    def take(self) -> tuple[int, int]:
        """Return how often it formatted citations and how often it did something else, since then.

        A question for its version is not counted.
        """
        asked = self.asked.read_text(encoding="utf-8").splitlines() if self.asked.exists() else []
        self.asked.unlink(missing_ok=True)
        formatting = sum("--citeproc" in line.split() for line in asked)
        others = sum("--version" not in line and "-v" not in line.split() for line in asked)
        return formatting, others - formatting
