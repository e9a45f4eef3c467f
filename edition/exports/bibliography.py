"""The library in the formats of reference managers: biblatex, RIS, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import rispy

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.person_name import family_first
from edition.core.reference import to_biblatex

_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL 1.0.2 item types to RIS types (Research Information Systems, 2011 specification)."""


def export_bibliography(edition: Edition, formatted: Formatted) -> dict[str, bytes]:
    """Return the whole library and every entry by itself, in three formats."""
    entries = [
        in_three(to_biblatex(reference), item)
        for reference in edition.library
        for item in (formatted.csl[reference.key],)
    ]
    files = in_formats("data/references", entries)
    for reference, entry in zip(edition.library, entries, strict=True):
        files |= in_formats(f"data/references/{reference.key}", [entry])
    return files


class Entry(NamedTuple):
    """One entry in the three formats."""

    biblatex: str
    ris: str
    csl: str


def in_three(biblatex: str, item: Mapping[str, Any]) -> Entry:
    """Return an entry given in biblatex and as a CSL-JSON item."""
    return Entry(biblatex, to_ris([item]), json.dumps(item, ensure_ascii=False, sort_keys=True))


def in_formats(path: str, entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the files of some entries; of JSON, each is a line."""
    items = ",\n".join(entry.csl for entry in entries)
    return {
        f"{path}.bib": "\n".join(entry.biblatex for entry in entries).encode(),
        f"{path}.ris": "\n".join(entry.ris for entry in entries).encode(),
        f"{path}.json": f"[\n{items}\n]\n".encode() if items else b"[]\n",
    }


def to_ris(items: Sequence[Mapping[str, Any]]) -> str:
    """Return CSL-JSON items as RIS records."""
    return str(rispy.dumps([_ris(item) for item in items], implementation=_Writer))


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # no type hints
    """Writes records alone: rispy's own writer numbers them, which is no part of the format."""

    def set_header(self, count: int) -> str:
        return ""


def _ris(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return one item with the field names of rispy."""
    first, _, last = str(item.get("page", "")).replace("–", "-").partition("-")
    values: dict[str, Any] = {
        "type_of_reference": _RIS_TYPES.get(str(item.get("type")), "GEN"),
        "id": item.get("id"),
        "title": item.get("title"),
        "authors": [family_first(name) for name in item.get("author", ())],
        "secondary_authors": [family_first(name) for name in item.get("editor", ())],
        "year": str(_parts(item, "issued")[0]) if _parts(item, "issued") else None,
        "date": _slashed(_parts(item, "issued")),
        "access_date": _slashed(_parts(item, "accessed")),
        "secondary_title": item.get("container-title"),
        "volume": item.get("volume"),
        "number": item.get("issue"),
        "start_page": first or None,
        "end_page": last or None,
        "publisher": item.get("publisher"),
        "doi": item.get("DOI"),
        "issn": item.get("ISBN") or item.get("ISSN"),
        "language": item.get("language"),
        "urls": [item["URL"]] if "URL" in item else None,
    }
    return {name: value for name, value in values.items() if value}


def _parts(item: Mapping[str, Any], field: str) -> Sequence[int]:
    parts = item.get(field, {}).get("date-parts", ())
    return parts[0] if parts else ()


def _slashed(parts: Sequence[int]) -> str:
    """Return a date as RIS writes it: `2023/05/19/`, missing parts left empty."""
    if not parts:
        return ""
    padded = [f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:]), "", ""]
    return "/".join(padded[:3]) + "/"
