"""Corrections and evidence: one small file each, beside the library that stays as printed."""

from __future__ import annotations

import re
from pathlib import Path

from edition.core.identifier import is_identifier
from edition.core.problem import Place, Problem
from edition.core.reference import ADDRESS, Correction, Evidence, Status, is_balanced
from edition.sources.front_matter import Document, read_document

_CORRECTIONS = "bibliography/corrections"
_EVIDENCE = "bibliography/evidence"
_FIELD = re.compile(r"[a-z]+")
_VALUE, _PROOF = "corrected_", "evidence_"


def read_corrections(root: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Return the corrections, sorted by file name."""
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for _, name, document in _documents(root, _CORRECTIONS, problems):
        fields = document.fields
        values = {
            key.removeprefix(_VALUE): fields.text(key)
            for key in fields.nodes
            if key.startswith(_VALUE)
        }
        proof = {
            key.removeprefix(_PROOF): fields.text(key)
            for key in fields.nodes
            if key.startswith(_PROOF)
        }
        for lonely in sorted(values.keys() ^ proof.keys()):
            missing = _PROOF if lonely in values else _VALUE
            message = f"expected {missing}{lonely} beside the other, found none"
            place = fields.place((_VALUE if lonely in values else _PROOF) + lonely)
            problems.append(Problem(place, "correction", message))
        for field, value in values.items():
            place = fields.place(_VALUE + field)
            if not _FIELD.fullmatch(field):
                message = f"expected the name of a BibTeX field after {_VALUE}, found {field!r}"
                problems.append(Problem(place, "correction", message))
            elif not is_balanced(value):
                message = f"the braces of {field} do not match: {value!r}"
                problems.append(Problem(place, "correction", message))
        corrections.append(
            Correction(
                id=name,
                reference=fields.text("reference", required=True),
                values=tuple(values.items()),
                evidence=tuple(proof.items()),
                body=document.body.strip(),
                author=fields.text("author", required=True),
                date=fields.date("date", required=True),
                place=fields.place("reference"),
                places={field: fields.place(_VALUE + field) for field in values},
            )
        )
        fields.unknown()
        problems += fields.problems
    return tuple(corrections), tuple(problems)


def read_evidence(root: Path) -> tuple[tuple[Evidence, ...], tuple[Problem, ...]]:
    """Return what was checked of each reference; the file's name is the reference's key."""
    evidence: list[Evidence] = []
    problems: list[Problem] = []
    for path, name, document in _documents(root, _EVIDENCE, problems):
        fields = document.fields
        status = fields.text("status", required=True, choices=[s.value for s in Status])
        sources = fields.texts("sources")
        for source in sources:
            if not ADDRESS.fullmatch(source):
                message = f"expected an http or https address in sources, found {source!r}"
                problems.append(Problem(fields.place("sources"), "correction", message))
        fields.unknown()
        problems += fields.problems
        known = Status(status or Status.NOT_FOUND)
        evidence.append(Evidence(name, known, sources, document.body.strip(), Place(path)))
    return tuple(evidence), tuple(problems)


def _documents(root: Path, folder: str, problems: list[Problem]) -> list[tuple[str, str, Document]]:
    """Read the documents of a folder; what cannot be read is added to the problems."""
    documents = []
    for file in sorted((root / folder).glob("*.md")):
        path = f"{folder}/{file.name}"
        if not is_identifier(file.stem):
            message = f"expected a name of small letters, digits and hyphens, found {file.stem!r}"
            problems.append(Problem(Place(path), "file-name", message))
            continue
        document, faults = read_document(root, path)
        problems += faults
        if document is not None:
            documents.append((path, file.stem, document))
    return documents
