"""The base text is the work as received, byte for byte; the units are derived from its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.core.inline import Inline, Run, read_inline
from edition.core.problem import Place, Problem
from edition.core.unit import PrintedNumber, Role, Unit

_HEADING = re.compile(r"(#{1,6})\s+")
_OPENING_HEADING = re.compile(r"\s*#{1,6}\s+")
_STRAY_BULLET = re.compile(r"\s*-\s+")
_PRINTED_NUMBER = re.compile(r"\s*(\d{1,4})\.\s+")


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """Where the base text holds a unit, as `edition.yml` says."""

    id: str
    role: Role
    lines: tuple[int, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class BaseText:
    """The work as received, and what was derived from it."""

    lines: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()


def derive_units(
    lines: Sequence[str], plans: Sequence[UnitPlan]
) -> tuple[tuple[Unit, ...], tuple[Problem, ...]]:
    """Derive the units of a work from the lines of its base text, in order.

    Every line that is not blank must belong to exactly one unit, and the lines must be named in
    the order in which they stand: so nothing of the work can be lost or moved.
    """
    problems: list[Problem] = []
    expected = [number for number, line in enumerate(lines, 1) if line.strip()]
    named = [(number, plan) for plan in plans for number in plan.lines]
    for index, (number, plan) in enumerate(named):
        wanted = expected[index] if index < len(expected) else None
        if number != wanted:
            problems.append(_line_problem(plan, number, wanted))
            return (), tuple(problems)
    if len(named) < len(expected):
        last = plans[-1].place if plans else Place("edition.yml")
        message = f"expected a unit for line {expected[len(named)]} of the base text, found none"
        return (), (Problem(last, "base-lines", message),)
    return tuple(_derive(plan, [lines[n - 1] for n in plan.lines]) for plan in plans), ()


def _line_problem(plan: UnitPlan, number: int, wanted: int | None) -> Problem:
    expected = f"line {wanted}" if wanted else "no further line"
    message = f"expected {expected} of the base text next, found line {number} for {plan.id}"
    hint = "every line that is not blank belongs to one unit, in order"
    return Problem(plan.place, "base-lines", message, hint)


def _derive(plan: UnitPlan, lines: Sequence[str]) -> Unit:
    """Derive one unit; each rule has its cases in `tests/core/test_base_text.py`."""
    level = 0
    numbers: list[PrintedNumber] = []
    text = ""
    runs: list[Run] = []
    for index, line in enumerate(lines):
        words = line
        if plan.role in (Role.TITLE, Role.HEADING) and (match := _HEADING.match(words)):
            level = len(match[1])
            words = words[match.end() :]
        if plan.role is Role.REFERENCE and (match := _PRINTED_NUMBER.match(words)):
            numbers.append(PrintedNumber(len(text) + bool(text), int(match[1])))
            words = words[match.end() :]
        if index and (match := _STRAY_BULLET.match(words)):
            words = words[match.end() :]
        inline = read_inline(words)
        if text:
            text += " "
            runs.append(Run(" "))
        text += inline.text
        runs.extend(inline.runs)
    return Unit(
        id=plan.id,
        role=plan.role,
        text=text,
        runs=_joined(runs),
        lines=plan.lines,
        level=level,
        printed_numbers=tuple(numbers),
    )


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Put runs with the same marks together, so that a mended page break leaves no seam."""
    joined: list[Run] = []
    for run in runs:
        if joined and _marks(joined[-1]) == _marks(run):
            joined[-1] = Run(joined[-1].text + run.text, *_marks(run))
        else:
            joined.append(run)
    return tuple(joined)


def _marks(run: Run) -> tuple[bool, bool, bool, bool, str]:
    return (run.strong, run.emphasis, run.small_caps, run.superscript, run.address)


def read_block(source: str) -> Inline:
    """Read one block of a text page by the rules of the base text."""
    match = _OPENING_HEADING.match(source)
    if match is None:
        return read_inline(source)
    blank = " " * match.end()  # keeps the indices of what follows
    return read_inline(blank + source[match.end() :])
