"""`edition new`: makes an entry, and asks for what is missing if somebody can answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Set
from pathlib import Path

from edition.core.edition import Edition
from edition.core.passage import did_you_mean
from edition.core.sorts import SORTS, Sort
from edition.draft import Draft
from edition.locate_command import load_text
from edition.new_options import check_usage, given
from edition.printing import print_problems
from edition.refusal import refuse, refuse_stopped

_NEXT = "Next: `make serve` shows it; `edition check` checks the whole edition.\n"
_CITED = "Notes and entries cite it as [@{}].\n"
_GUIDE = "docs/contribute.md"


def make_entry(root: Path, options: argparse.Namespace) -> int:
    """Make the file of an entry; return 0, or 1 with nothing written if it would not be right."""
    sort = SORTS[options.sort]
    check_usage(sort, options)
    edition = load_text(root)
    if edition is None:
        return 1
    taken = _taken(root, edition, sort)
    if options.id in taken:
        return refuse(f"{options.id} is the name of another {sort.noun}")
    author = str(given(options, "author")) if sort.form.either else ""
    if author and author not in edition.contributors:
        hint = did_you_mean(author, edition.contributors)
        hint = hint or "someone new gives --author-name"
        return refuse(f"there is no contributor {author} ({hint})")
    draft = Draft(root, sort, options, edition, taken)
    try:
        if not draft.fill() or (draft.asked and not draft.is_agreed()):
            return 1
        draft.write()
    except (EOFError, KeyboardInterrupt, OSError) as stop:
        return refuse_stopped(stop)
    print_problems(draft.warnings)
    sys.stdout.write(f"{draft.path if root == Path.cwd() else root / draft.path}\n{_NEXT}")
    if not sort.form.needs_body:
        sys.stdout.write(_CITED.format(draft.name))
    if (root / _GUIDE).exists():
        sys.stdout.write(f"{_GUIDE} says what else it may hold, and how to send it.\n")
    return 0


def _taken(root: Path, edition: Edition, sort: Sort) -> Set[str]:
    """Return the names that entries have, or had: a permanent link keeps its meaning."""
    links = {line.short for line in edition.lock} | {redirect.old for redirect in edition.redirects}
    names = {link.split("/")[1] for link in links if link.startswith(f"{sort.link}/")}
    if not sort.form.needs_body:
        return names | {key.lower() for key in edition.reference_by_key}
    folders = sort.folders or (sort.form.folder,)
    return names | {file.stem.lower() for name in folders for file in (root / name).glob("*.md")}
