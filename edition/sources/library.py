"""The library: BibTeX files read by pybtex, with the line of every entry and field.

Only pybtex's low-level parser is used: its database keeps no lines, and dies at the first
duplicate key or broken entry. pybtex keeps errors in module globals, so nothing else enters it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import Literal, PybtexSyntaxError, Token

from edition.core.identifier import is_reference_key
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.reference import Correction, Evidence, Reference
from edition.sources.textfile import read_text

FOLDER = "bibliography"
_FIELD_NAME = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*")
_MAX_BYTES = 1_000_000
"""Two thousand references; each costs the formatter more than the one before."""
_MOST_FAULTS = 100
_REMEMBERED = 16
"""Files that are not read anew while they stay the same; an edition has two or three."""
_MOST_STRINGS = 100_000
"""Characters that strings may stand for in a file: those that double one another never end."""
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
    text, problems = read_text(root, path, _MAX_BYTES)
    return ((), problems) if problems else _parsed(path, text)


@lru_cache(maxsize=_REMEMBERED)
def _parsed(path: str, text: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Return what a file holds: of the same text the same, so that a rebuild need not ask again."""
    faults: list[Problem] = []

    def note(error: PybtexSyntaxError) -> None:
        if len(faults) == _MOST_FAULTS:
            parser.pos = parser.end_pos  # what follows was hardly meant as BibTeX
            return
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


@cache
def _any_of(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, sorted(signs)))}]")


class _LinedParser(LowLevelParser):  # type: ignore[misc]  # pybtex has no type hints
    """Remembers the line of the current entry and of its fields."""

    pos: int
    entry_line = 1
    of_strings = 0
    """How many characters strings have stood for."""

    def parse_command(self) -> object:
        self.entry_line = self.lineno
        self.field_lines: dict[str, int] = {}
        return super().parse_command()

    def skip_to(self, patterns: Sequence[Literal]) -> Token | None:
        """Go past the first of some signs; pybtex's own looks for each to the end of the file."""
        signs = frozenset(pattern.description[1] for pattern in patterns)
        match = _any_of(signs).search(self.text, self.pos)
        if match is None:
            return None
        value = self.text[self.pos : match.end()]
        self.pos = match.end()
        self.update_lineno(value)
        return Token(value, next(p for p in patterns if p.description[1] == match[0]))

    def substitute_macro(self, name: str) -> str:
        value: str = super().substitute_macro(name)
        self.of_strings += len(value)
        if self.of_strings > _MOST_STRINGS:
            raise PybtexSyntaxError("strings stand for more words than a library has", self)
        return value

    def optional(self, patterns: object, *arguments: object, **keywords: object) -> object:
        token = super().optional(patterns, *arguments, **keywords)
        if token is not None and patterns == [self.NAME]:  # the name of a field, before its value
            self.field_lines.setdefault(token.value.lower(), self.lineno)
        return token
