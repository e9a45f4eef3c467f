"""Alignment proves that the text pages hold the work's units: all, once, in order, unaltered."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from edition.core.pages import Block, TextPage
from edition.core.passage import first_difference, nearest_passage
from edition.core.problem import Place, Problem
from edition.core.unit import Unit


def align(
    pages: Sequence[TextPage], units: Sequence[Unit]
) -> tuple[tuple[TextPage, ...], tuple[Problem, ...]]:
    """Give every block the unit whose words it holds, and report what does not agree.

    Words that agree are matched first, so that a paragraph which does not belong is the only one
    accused; what is left is compared with the units that are still missing.
    """
    exact = _match(pages, units)
    found = {unit.id for unit in exact.values()}
    free = [unit for unit in units if unit.id not in found]
    order = {unit.id: index for index, unit in enumerate(units)}
    texts = {unit.text for unit in units}
    taken: dict[str, Place] = {}
    problems: list[Problem] = []
    aligned: list[TextPage] = []
    last = -1
    for page in pages:
        placed: dict[str, Block] = {}
        for block in page.blocks:
            unit = exact.get(block.place)
            if unit is None and block.text in texts:
                problems.append(_repeated(block, units, taken))
                continue
            if unit is None:
                unit = _nearest(block, free)
                problems.append(_differs(block, unit))
            if unit is None:
                continue
            free = [other for other in free if other.id != unit.id]
            if order[unit.id] < last:
                message = f"{unit.id} stands after {units[last].id}; the work has it before"
                problems.append(Problem(block.place, "text-order", message))
            last = max(last, order[unit.id])
            taken[unit.id] = block.place
            placed[unit.id] = _placed(block, unit)
        aligned.append(replace(page, units=tuple(placed), blocks=tuple(placed.values())))
    problems += _missing(units, taken, pages)
    return tuple(aligned), tuple(problems)


def _match(pages: Sequence[TextPage], units: Sequence[Unit]) -> dict[Place, Unit]:
    """Return the unit of each block that holds its very words; equal words go by their order."""
    waiting: dict[str, deque[Unit]] = {}
    for unit in units:
        waiting.setdefault(unit.text, deque()).append(unit)
    matched = {}
    for page in pages:
        for block in page.blocks:
            if waiting.get(block.text):
                matched[block.place] = waiting[block.text].popleft()
    return matched


def _repeated(block: Block, units: Sequence[Unit], taken: dict[str, Place]) -> Problem:
    unit = next(unit for unit in units if unit.text == block.text)
    first = taken.get(unit.id, block.place)
    message = f"{unit.id} stands twice, first at {first.path}:{first.line}"
    return Problem(block.place, "text-repeated", message)


def _placed(block: Block, unit: Unit) -> Block:
    return replace(block, citations=tuple(replace(c, unit=unit.id) for c in block.citations))


def _nearest(block: Block, free: Sequence[Unit]) -> Unit | None:
    """Return the missing unit that a differing block was meant to be, if it is like any."""
    index = nearest_passage(block.text, [unit.text for unit in free])
    return None if index is None else free[index]


def _differs(block: Block, unit: Unit | None) -> Problem:
    if unit is None:
        opening = " ".join(block.text.split()[:6])
        message = f"the paragraph “{opening} …” is not in the base text"
        hint = "text pages hold the article's words alone; what is said about them is a note"
        return Problem(block.place, "text-differs", message, hint)
    expected, found = first_difference(unit.text, block.text)
    message = f"{unit.id}: expected “{expected}”, found “{found}”"
    return Problem(block.place, "text-differs", message, "the article's words are never altered")


def _missing(
    units: Sequence[Unit], taken: dict[str, Place], pages: Sequence[TextPage]
) -> list[Problem]:
    """Report the units that no page holds, each where the unit before it stands."""
    problems = []
    place = pages[0].place if pages else Place("docs/text")
    for unit in units:
        if unit.id in taken:
            place = taken[unit.id]
            continue
        opening = " ".join(unit.text.split()[:6])
        message = f"{unit.id} (“{opening} …”) is missing after this line"
        problems.append(Problem(place, "text-missing", message))
    return problems
