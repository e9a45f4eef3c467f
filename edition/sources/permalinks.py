"""`permalinks.lock` and `redirects.yml`: every address that was ever public."""

from __future__ import annotations

import re
from pathlib import Path

from edition.core.permalink import LockLine, Redirect
from edition.core.problem import Place, Problem
from edition.sources.strict_yaml import read_yaml
from edition.sources.textfile import read_text

LOCK = "permalinks.lock"
REDIRECTS = "redirects.yml"
_ADDRESS = re.compile(
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?(?:#[^\s#]+)?"
)
"""Names of letters, digits, dots, hyphens and underscores; none of them `..`."""


def read_lock(root: Path) -> tuple[tuple[LockLine, ...], tuple[Problem, ...]]:
    """Return the lines of the lock; none, without a problem, when there is no file yet."""
    if not (root / LOCK).exists():
        return (), ()
    text, problems = read_text(root, LOCK)
    lines: list[LockLine] = []
    faults = list(problems)
    for number, line in enumerate(text.splitlines(), 1):
        short, tab, address = line.partition("\t")
        if not tab or not short.endswith("/") or not address:
            message = f"expected a short link, a tab and an address, found {line[:60]!r}"
            faults.append(Problem(Place(LOCK, number), "permalink-line", message))
            continue
        lines.append(LockLine(short, address, Place(LOCK, number)))
    return tuple(lines), tuple(faults)


def _is_below(address: str) -> bool:
    """Say whether an address stays below the site's base."""
    return bool(address) and _ADDRESS.fullmatch(address) is not None


def read_redirects(root: Path) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """Return the redirects; none, without a problem, when there is no file."""
    if not (root / REDIRECTS).exists():
        return (), ()
    text, problems = read_text(root, REDIRECTS)
    if problems:
        return (), problems
    node, problems = read_yaml(text, REDIRECTS)
    redirects: list[Redirect] = []
    faults = list(problems)
    for old, new in node.value.items() if isinstance(node.value, dict) else ():
        place = Place(REDIRECTS, new.line)
        if not isinstance(new.value, str) or not _is_below(old) or not _is_below(new.value):
            message = "expected two addresses below the site's base: `old/: new/`"
            faults.append(Problem(place, "redirect-form", message))
            continue
        redirects.append(Redirect(old, new.value, place))
    return tuple(redirects), tuple(faults)
