"""The library: BibTeX files read by pybtex, with the line of every entry and field.

Only pybtex's low-level parser is used: its database keeps no lines, and dies at the first
duplicate key or broken entry. pybtex keeps errors in module globals, so nothing else enters it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import PybtexSyntaxError

from edition.core.identifier import is_reference_key
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.reference import Correction, Evidence, Reference
from edition.sources.textfile import read_text

FOLDER = "bibliography"
_FIELD_NAME = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*")
LISTED = "article.bib"
"""The file that holds the references which the article itself lists."""


def read_library(
    root: Path, corrections: Sequence[Correction], evidence: Sequence[Evidence]
) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Return the entries of all `.bib` files with their corrections and evidence."""
    entries: dict[str, Reference] = {}
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.bib"), key=lambda file: file.name != LISTED):
        found, faults = read_bibtex(root, f"{FOLDER}/{file.name}")
        problems += faults
        for reference in found:
            same = entries.get(reference.key.lower())
            if same is not None:
                first = f"{same.place.path}:{same.place.line}"
                message = f"the key {reference.key} stands twice, first at {first}"
                problems.append(Problem(reference.place, "reference-duplicate", message))
            else:
                entries[reference.key.lower()] = reference
    problems += _strays(corrections, entries)
    problems += _strays(evidence, entries)
    proof = {item.reference: item for item in evidence}
    return tuple(
        replace(
            reference,
            corrections=tuple(c for c in corrections if c.reference == reference.key),
            evidence=proof.get(reference.key),
        )
        for reference in entries.values()
    ), tuple(problems)


def _strays(
    items: Sequence[Correction] | Sequence[Evidence], entries: dict[str, Reference]
) -> Iterator[Problem]:
    for item in items:
        if item.reference not in entries:
            message = f"the library has no entry {item.reference}"
            yield Problem(
                item.place, "citation-unknown", message, did_you_mean(item.reference, entries)
            )


def read_bibtex(root: Path, path: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Return the entries of one file, in order, and what is wrong with its syntax and keys."""
    text, problems = read_text(root, path)
    if problems:
        return (), problems
    faults: list[Problem] = []

    def note(error: PybtexSyntaxError) -> None:
        line = getattr(error, "lineno", None) or parser.lineno
        faults.append(Problem(Place(path, line), "bibtex", f"not valid BibTeX: {error.args[0]}"))

    parser = _LinedParser(text, macros=dict(month_names), handle_error=note)
    references = []
    for command, body in parser:
        if command.lower() in ("string", "preamble", "comment"):
            continue
        key, fields = body
        if key is None:
            continue
        place = Place(path, parser.entry_line)
        if not is_reference_key(key):
            message = f"expected a key of small letters, digits and hyphens, found {key!r}"
            faults.append(Problem(place, "reference-key", message))
        values: dict[str, str] = {}
        for name, parts in fields:
            if not _FIELD_NAME.fullmatch(name):
                place_of_field = Place(path, parser.field_lines.get(name.lower(), place.line))
                message = f"expected a field's name of letters in {key}, found {name!r}"
                faults.append(Problem(place_of_field, "bibtex", message))
            if name.lower() in values:
                message = f"the field {name} of {key} stands twice"
                faults.append(Problem(place, "reference-duplicate", message))
            values[name.lower()] = " ".join("".join(parts).split())
        references.append(
            Reference(
                key=key,
                type=command.lower(),
                fields=values,
                place=place,
                listed=path.endswith("/" + LISTED),
                field_lines=dict(parser.field_lines),
            )
        )
    return tuple(references), tuple(faults)


class _LinedParser(LowLevelParser):  # type: ignore[misc]  # pybtex has no type hints
    """Remembers the line of the current entry and of its fields."""

    entry_line = 1

    def parse_command(self) -> object:
        self.entry_line = self.lineno
        self.field_lines: dict[str, int] = {}
        return super().parse_command()

    def optional(self, patterns: object, *arguments: object, **keywords: object) -> object:
        token = super().optional(patterns, *arguments, **keywords)
        if token is not None and patterns == [self.NAME]:  # the name of a field, before its value
            self.field_lines.setdefault(token.value.lower(), self.lineno)
        return token
