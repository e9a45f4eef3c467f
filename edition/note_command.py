"""`edition note`: makes the file of a note, and asks for what is missing if somebody can answer."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.asking import can_ask, tell
from edition.core.anchor import Quote
from edition.core.check import check
from edition.core.edition import Edition
from edition.core.entry_forms import NOTE
from edition.core.note_file import note_path, note_text, proposed_id
from edition.core.passage import did_you_mean
from edition.core.problem import Problem, errors
from edition.locate_command import load_text, refuse
from edition.note_options import check_usage, missing
from edition.note_place import place_quote
from edition.note_questions import (
    ask_author,
    ask_body,
    ask_id,
    ask_kind,
    ask_source,
    ask_words,
)
from edition.printing import print_problems
from edition.sources.notes import read_notes

_NEXT = "Next: `make serve` shows it beside the text; `edition check` checks the whole edition.\n"
_GUIDE = "docs/contribute.md"


def make_note(root: Path, options: argparse.Namespace) -> int:
    """Make the file of a note; return 0, or 1 with nothing written if it would not be right."""
    check_usage(options)
    edition = load_text(root)
    if edition is None:
        return 1
    taken = _taken(root, edition)
    if options.id in taken:
        return refuse(f"{options.id} is the name of another note")
    if options.author and options.author not in edition.contributors:
        hint = did_you_mean(options.author, edition.contributors)
        hint = hint or "someone new gives --author-name"
        return refuse(f"there is no contributor {options.author} ({hint})")
    try:
        draft = _draft(edition, taken, options)
        if draft is None:
            return 1
        _write(root / draft.path, draft.text)
    except (EOFError, KeyboardInterrupt) as end:
        sys.stderr.write("\n")
        refuse("nothing was written")
        return 1 if isinstance(end, EOFError) else 130
    except OSError as error:
        return refuse(f"nothing was written: {error.filename}: {error.strerror}")
    print_problems(draft.warnings)
    sys.stdout.write(f"{draft.path if root == Path.cwd() else root / draft.path}\n{_NEXT}")
    if (root / _GUIDE).exists():
        sys.stdout.write(f"{_GUIDE} says what else it may hold, and how to send it.\n")
    return 0


@dataclass(frozen=True, slots=True)
class _Draft:
    """The file of a note, before it is written."""

    path: str
    text: str
    warnings: tuple[Problem, ...]
    """What the check says of it; nothing of it is an error."""


def _draft(edition: Edition, taken: Set[str], options: argparse.Namespace) -> _Draft | None:
    """Return a file that is right, or None after saying what is wrong."""
    quote = _quote(edition, options)
    if quote is None:
        return None
    if missing(options):
        tell("Ctrl-C ends the questions; nothing is written before the last answer.")
    values = {
        **{name: getattr(quote, name) for name in ("unit", "prefix", "suffix")},
        "quote": quote.exact,
        "kind": options.kind or ask_kind(),
        "level": options.level,
        **_author(edition, options),
        "date": options.date or datetime.date.today().isoformat(),
        "tags": tuple(dict.fromkeys(options.tag)),
        "new_source": options.source or ("" if options.body.strip() else ask_source()),
    }
    name = options.id or (ask_id if can_ask() else proposed_id)(quote.exact, taken)
    while True:
        text = note_text(values, options.body.strip() or ask_body())
        problems = _prove(edition, name, text)
        wrong = errors(problems)
        if not wrong:
            return _Draft(note_path(name), text, problems)
        start = text.split("\n").index("---", 1) + 2
        for problem in wrong:
            refuse(_said(problem, start))
        if options.body.strip() or any(problem.place.line < start for problem in wrong):
            return None


def _said(problem: Problem, start: int) -> str:
    """Return a problem of a file that nobody has; `start` is the line where its body begins."""
    words = str(problem).removeprefix(f"{problem.place.path}:{problem.place.line}: ")
    line = problem.place.line - start + 1
    return f"line {line} of the body: {words}" if line > 0 else words


def _quote(edition: Edition, options: argparse.Namespace) -> Quote | None:
    """Return the quote, found in the text; words that were asked for are so until they are."""
    quote = Quote(" ".join(options.words), options.unit, options.prefix, options.suffix)
    if quote.exact:
        return place_quote(edition, quote)
    while True:
        found = place_quote(edition, replace(quote, exact=ask_words()), is_answer=True)
        if found is not None:
            return found


def _author(edition: Edition, options: argparse.Namespace) -> dict[str, str]:
    if options.author:
        return {"author": options.author}
    if options.author_name:
        return {"author_name": options.author_name, "orcid": options.orcid or ""}
    if options.orcid:  # who has an id has said it where the ids are
        return {**ask_author({}), "orcid": options.orcid}
    return ask_author(edition.contributors)


def _prove(edition: Edition, name: str, text: str) -> tuple[Problem, ...]:
    """Return what the check says of a file; it is read where it disturbs nothing."""
    path = note_path(name)
    with TemporaryDirectory() as folder:
        _write(Path(folder) / path, text)
        notes, problems = read_notes(Path(folder), edition.contributors)
    found = check(replace(edition, notes=notes))
    return (*problems, *(problem for problem in found if problem.place.path == path))


def _taken(root: Path, edition: Edition) -> Set[str]:
    """Return the names that notes have, or had: a permanent link keeps its meaning."""
    files = {file.stem.lower() for file in (root / NOTE.folder).glob("*.md")}
    links = {line.short for line in edition.lock} | {redirect.old for redirect in edition.redirects}
    return files | {link.split("/")[1] for link in links if link.startswith("n/")}


def _write(file: Path, text: str) -> None:
    """Write a file that is not there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as new:
        new.write(text.encode())
