"""Formatting references: one run of pandoc's citeproc for the whole library, kept by content.

Of the formatters tried, only pandoc and citeproc-js were right on all hard cases of APA 7; pandoc
comes as a Python package. Its time grows faster than linearly above 1,000 references.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.problem import Place, Problem
from edition.core.reference import Reference, to_biblatex
from edition.sources import works
from edition.sources.formatter import (
    CACHE,
    FormatterError,
    format_document,
    read_style,
    to_csl_json,
)
from edition.sources.kept import kept
from edition.sources.library import FOLDER
from edition.sources.pandoc import read_inlines
from edition.sources.pandoc_document import cite, document, entries
from edition.sources.works import format_works

_NOTHING = Formatted({}, {}, {})
_PANDOC = "pypandoc_binary"
"""The package whose version tells pandoc's."""


def format_library(root: Path, edition: Edition) -> tuple[Formatted, tuple[Problem, ...]]:
    """Format all references, every place that is cited, and what is cited of the edition itself.

    A second build formats nothing: see `kept`. What pandoc cannot read is a problem, and
    nothing is formatted.
    """
    csl = read_style(root, edition.settings.style)
    if not csl:
        message = f"there is no citation style {edition.settings.style}"
        hint = f"put {edition.settings.style}.csl into {FOLDER}/, or write apa"
        place = edition.settings.style_place
        return _NOTHING, (Problem(place, "style-unknown", message, hint),)
    try:
        listed, citations, items = _library(root, edition, csl)
        formatted = format_works(root, edition, csl, version(_PANDOC))
        return replace(formatted, entries=listed, citations=citations, csl=items), ()
    except FormatterError as error:
        message = f"the library could not be formatted: {error}"
        return _NOTHING, (Problem(Place(FOLDER), "formatting", message),)


def _library(root: Path, edition: Edition, csl: str) -> tuple[Any, Any, Any]:
    """Return entries by key, citations by key and locator, CSL items by key."""
    library = sorted(edition.library, key=lambda r: (not r.listed, r.printed_number))
    pairs = sorted(
        {pair for pair in edition.cited_places if pair[1]} | set(edition.places_in_bodies)
    )
    bibtex = "\n".join(to_biblatex(reference) for reference in library)
    asked = json.dumps(_document(library, pairs), ensure_ascii=False)
    listed, paragraphs, items = _answers(root, version(_PANDOC), bibtex, csl, asked)
    return listed, dict(zip(pairs, paragraphs, strict=True)), items


@lru_cache(maxsize=2)
def _answers(root: Path, release: str, bibtex: str, csl: str, asked: str) -> tuple[Any, Any, Any]:
    """Return entries by key, each paragraph, CSL items by key: what was asked before is known."""
    answers = kept(
        root,
        CACHE,
        (release, bibtex, csl, asked),
        lambda: {
            "formatted": format_document(bibtex, csl, asked),
            "csl": to_csl_json(bibtex),
        },
    )
    blocks = answers["formatted"]["blocks"]
    paragraphs = [read_inlines(block["c"]) for block in blocks if block["t"] == "Para"]
    return dict(entries(blocks)), paragraphs, {item["id"]: item for item in answers["csl"]}


def forget() -> None:
    """Forget what was formatted, as a process that begins anew does."""
    _answers.cache_clear()
    works.forget()


def _document(library: Sequence[Reference], pairs: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """Return a pandoc document that cites everything in order, then each pair in a paragraph.

    The order decides which of two works alike in author, year and title is "a" and which is "b":
    so it is that of the library, not that of the pairs.
    """
    keys = [cite(reference.key) for reference in library]
    blocks: list[Mapping[str, Any]] = [{"t": "Plain", "c": keys}]
    blocks += [{"t": "Para", "c": [cite(key, locator)]} for key, locator in pairs]
    return document(blocks)
