"""Corrections and evidence: one small file each, beside the library that stays as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.core.entry_forms import CORRECTION, EVIDENCE
from edition.core.problem import Place, Problem
from edition.core.reference import Correction, Evidence, Status, is_balanced
from edition.sources.author import check_names
from edition.sources.entries import Entry, read_entries

_FIELD = re.compile(r"[a-z]+")
_VALUE, _PROOF = (member.name for member in CORRECTION.families())


def read_corrections(root: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Return the corrections, sorted by file name."""
    entries, problems = read_entries(root, CORRECTION)
    faults = [fault for entry in entries for fault in _check(entry)]
    return tuple(_correction(entry) for entry in entries), (*problems, *faults)


def _correction(entry: Entry) -> Correction:
    values = _family(entry, _VALUE)
    return Correction(
        id=entry.id,
        reference=entry.value("reference"),
        values=tuple(values.items()),
        evidence=tuple(_family(entry, _PROOF).items()),
        body=entry.body,
        author=entry.value("author"),
        date=entry.value("date"),
        place=entry.place_of("reference"),
        places={field: entry.place_of(_VALUE + field) for field in values},
        licence=entry.value("licence"),
        reported_by=entry.lists.get("reported_by", ()),
        author_at=entry.place_of("author"),
        licence_at=entry.place_of("licence"),
    )


def _family(entry: Entry, name: str) -> dict[str, str]:
    return {
        key.removeprefix(name): value
        for key, value in entry.values.items()
        if key.startswith(name)
    }  # fmt: skip


def _check(entry: Entry) -> Iterator[Problem]:
    """Every corrected field has what shows it, a name that BibTeX knows, and whole braces."""
    author = entry.value("author")
    yield from check_names(entry, "author", (author,) if author else ())
    yield from check_names(entry, "reported_by", entry.lists.get("reported_by", ()))
    values = _family(entry, _VALUE)
    for lonely in sorted(values.keys() ^ _family(entry, _PROOF).keys()):
        missing = _PROOF if lonely in values else _VALUE
        message = f"expected {missing}{lonely} beside the other, found none"
        place = entry.place_of((_VALUE if lonely in values else _PROOF) + lonely)
        yield Problem(place, "correction", message)
    for field, value in values.items():
        place = entry.place_of(_VALUE + field)
        if not _FIELD.fullmatch(field):
            message = f"expected the name of a BibTeX field after {_VALUE}, found {field!r}"
            yield Problem(place, "correction", message)
        elif not is_balanced(value):
            yield Problem(place, "correction", f"the braces of {field} do not match: {value!r}")


def read_evidence(root: Path) -> tuple[tuple[Evidence, ...], tuple[Problem, ...]]:
    """Return what was checked of each reference; the file's name is the reference's key."""
    entries, problems = read_entries(root, EVIDENCE)
    return tuple(
        Evidence(
            reference=entry.id,
            status=Status(entry.value("status") or Status.NOT_FOUND),
            sources=entry.lists.get("sources", ()),
            body=entry.body,
            place=Place(entry.path),
        )
        for entry in entries
    ), problems
