"""Formatting references: one run of pandoc's citeproc for the whole library, kept by content.

Of the formatters tried, only pandoc and citeproc-js were right on all hard cases of APA 7; pandoc
comes as a Python package. Its time grows faster than linearly above 1,000 references.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note_record import WORK, note_key, to_record, work_record
from edition.core.problem import Place, Problem
from edition.core.reference import Reference, to_biblatex
from edition.sources.formatter import (
    FormatterError,
    format_document,
    read_style,
    to_csl_json,
)
from edition.sources.kept import kept
from edition.sources.library import FOLDER
from edition.sources.pandoc import read_inlines

_PANDOC_TYPES = [1, 23, 1]
_YEAR_LETTERS = re.compile(r'\s+disambiguate-add-year-suffix="true"')
_NOTHING = Formatted({}, {}, {})
_PANDOC = "pypandoc_binary"
"""The package whose version tells pandoc's."""
_CACHE = "citeproc"


def format_library(root: Path, edition: Edition) -> tuple[Formatted, tuple[Problem, ...]]:
    """Format all references, every place that is cited, and each note as a work to be cited.

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
        entries, citations, items = _library(root, edition, csl)
        works = _works(root, edition, csl)
        notes = {note.id: works.get(note_key(note.id), ()) for note in edition.notes_in_order}
        return Formatted(entries, citations, items, works.get(WORK, ()), notes), ()
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
    document = json.dumps(_document(library, pairs), ensure_ascii=False)
    answers = kept(
        root,
        _CACHE,
        (version(_PANDOC), bibtex, csl, document),
        lambda: {
            "formatted": format_document(bibtex, csl, document),
            "csl": to_csl_json(bibtex),
        },
    )
    blocks = answers["formatted"]["blocks"]
    paragraphs = [block["c"] for block in blocks if block["t"] == "Para"]
    citations = {
        pair: read_inlines(paragraph) for pair, paragraph in zip(pairs, paragraphs, strict=True)
    }
    items = {item["id"]: item for item in answers["csl"]}
    return dict(_entries(blocks)), citations, items


def _works(root: Path, edition: Edition, csl: str) -> Mapping[str, Any]:
    """Return how the article and each note are cited, by their keys.

    A note is a part of the edition. All notes of one author and year would be told apart by
    letters if one bibliography held them, and none ever does: so the style is used without them.
    """
    notes = edition.notes_in_order
    records = [work_record(edition.settings.work)]
    records += [
        to_record(edition.settings, note, edition.unit_by_id[edition.spans[note.id].unit])
        for note in notes
    ]
    bibtex = "\n".join(records)
    style = _YEAR_LETTERS.sub("", csl)
    keys = [WORK, *(note_key(note.id) for note in notes)]
    blocks = [{"t": "Plain", "c": [_cite(key, "") for key in keys]}]
    document = json.dumps(_pandoc(blocks), ensure_ascii=False)
    inputs = version(_PANDOC), bibtex, style, document
    answer = kept(root, _CACHE, inputs, lambda: format_document(bibtex, style, document))
    return dict(_entries(answer["blocks"]))


def _document(library: Sequence[Reference], pairs: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """Return a pandoc document that cites everything in order, then each pair in a paragraph.

    The order decides which of two works alike in author, year and title is "a" and which is "b":
    so it is that of the library, not that of the pairs.
    """
    keys = [_cite(reference.key, "") for reference in library]
    blocks: list[Mapping[str, Any]] = [{"t": "Plain", "c": keys}]
    blocks += [{"t": "Para", "c": [_cite(key, locator)]} for key, locator in pairs]
    return _pandoc(blocks)


def _pandoc(blocks: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
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


def _entries(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Yield key and words of every reference that pandoc's bibliography lists."""
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            for entry in block["c"][1]:
                key = entry["c"][0][0].removeprefix("ref-")
                inlines = [inline for paragraph in entry["c"][1] for inline in paragraph["c"]]
                yield key, read_inlines(inlines)
