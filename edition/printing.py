"""Printing problems: lines for people, and annotations where a forge's CI reads along."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from unicodedata import category

from edition.core.problem import Problem, report


def print_problems(problems: Sequence[Problem]) -> None:
    """Print problems on standard error; under GitHub Actions as workflow annotations, too."""
    sys.stderr.write(report(problems))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in sorted(set(problems)):
            sys.stdout.write(f"{annotation(problem)}\n")


def annotation(problem: Problem) -> str:
    """Return a problem as a workflow command of GitHub Actions, its values escaped."""
    level = "error" if problem.is_error else "warning"
    path, line = _escaped(problem.place.path, ":,"), problem.place.line
    words = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return f"::{level} file={path},line={line},title={problem.code}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def visible(text: str) -> str:
    """Return a text of somebody unknown so that a terminal does nothing but show it."""
    return "".join(
        sign if sign in "\t\n" or category(sign)[0] != "C" else f"\\u{ord(sign):04x}"
        for sign in text
    )
