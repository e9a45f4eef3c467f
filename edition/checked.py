"""Loading and checking together: what every command of the edition begins with."""

from __future__ import annotations

from pathlib import Path

from edition.core.check import check
from edition.core.edition import Edition
from edition.core.problem import Problem
from edition.sources.load import load


def load_checked(root: Path) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read an edition and return it with all its problems, those of the whole included."""
    edition, problems = load(root)
    return edition, problems if edition is None else (*problems, *check(edition))
