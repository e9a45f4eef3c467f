"""The base text on disk, proved to be the one that `edition.yml` names."""

from __future__ import annotations

import hashlib
from pathlib import Path

from edition.core.base_text import BaseText, derive_units
from edition.core.problem import Place, Problem
from edition.core.settings import BaseTextPlan
from edition.sources.textfile import read_text


def read_base_text(root: Path, plan: BaseTextPlan) -> tuple[BaseText, tuple[Problem, ...]]:
    """Return the base text with its units, empty if it cannot be used, and the problems."""
    text, problems = read_text(root, plan.path, verbatim=True)
    if problems:
        return BaseText(), problems
    found = hashlib.sha256((root / plan.path).read_bytes()).hexdigest()
    if found != plan.sha256:
        message = f"expected the SHA-256 {plan.sha256[:12]}… of edition.yml, found {found[:12]}…"
        hint = "the base text is never altered; restore it"
        return BaseText(), (Problem(Place(plan.path), "base-changed", message, hint),)
    lines = tuple(text.split("\n"))
    units, problems = derive_units(lines, plan.units)
    return BaseText(lines, units), problems
