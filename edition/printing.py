"""Printing problems: lines for people, and what a forge's CI reads along."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category

from edition.core.problem import Problem, errors, report
from edition.html.problem_summary import summarise
from edition.sources.problem_guide import read_problem_guide


def print_problems(problems: Sequence[Problem]) -> None:
    """Print problems on standard error; under GitHub Actions as workflow annotations, too."""
    _print(problems, problems)


def report_check(root: Path, problems: Sequence[Problem]) -> None:
    """Print what a check found, and explain it where a forge shows Markdown beside its log."""
    print_problems(problems)
    _explain(root, problems)


def report_build(root: Path, problems: Sequence[Problem]) -> None:
    """Print what a build found; on a forge only what stops it, since a check has told the rest."""
    wrong = errors(problems)
    _print(problems, wrong)
    if wrong:
        _explain(root, wrong)


def _print(problems: Sequence[Problem], annotated: Sequence[Problem]) -> None:
    if os.environ.get("GITHUB_ACTIONS") != "true":
        sys.stderr.write(report(problems))
        return
    sys.stderr.write(_neutral(report(problems)))
    for problem in sorted(set(annotated)):
        sys.stdout.write(f"{annotation(problem)}\n")


def _explain(root: Path, problems: Sequence[Problem]) -> None:
    """Add problems to the summary of the step that runs, if there is one."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"{summarise(problems, read_problem_guide(root))}\n")


def annotation(problem: Problem) -> str:
    """Return a problem as a workflow command of GitHub Actions, its values escaped."""
    level = "error" if problem.is_error else "warning"
    path, line = _escaped(problem.place.path, ":,"), problem.place.line
    words = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return f"::{level} file={path},line={line},title={problem.code}::{_escaped(words)}"


def _neutral(lines: str) -> str:
    """Return lines of which none is a command.

    The runner takes a line for one that begins with `::`, white space aside, and any line with
    `##[` in it (`ActionCommand.cs` of actions/runner).
    """
    parted = lines.replace("##[", "# #[")
    return "".join(
        f". {line}" if line.lstrip().startswith("::") else line
        for line in parted.splitlines(keepends=True)
    )


def _escaped(text: str, more: str = "") -> str:
    text = text.encode("utf-8", "backslashreplace").decode()  # the name of a file, of any bytes
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def visible(text: str) -> str:
    """Return a text of somebody unknown so that a terminal does nothing but show it."""
    return "".join(
        sign if sign in "\t\n" or category(sign)[0] != "C" else f"\\u{ord(sign):04x}"
        for sign in text
    )
