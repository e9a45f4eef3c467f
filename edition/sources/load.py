"""Loading reads everything once: from a root folder to a frozen edition and its problems."""

from __future__ import annotations

from pathlib import Path

from edition.core.alignment import align
from edition.core.edition import Edition
from edition.core.problem import Problem
from edition.sources.base_text import read_base_text
from edition.sources.corrections import read_corrections, read_evidence
from edition.sources.editors_pages import read_editors_pages
from edition.sources.library import read_library
from edition.sources.macros import read_macros
from edition.sources.permalinks import read_lock, read_redirects
from edition.sources.settings import read_settings
from edition.sources.text_pages import read_text_pages


def load(root: Path) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read the edition below a folder.

    Returns the edition, or None when `edition.yml` itself cannot be used, and all problems that
    show while reading; `check` finds those that show only with everything in hand.
    """
    settings, problems = read_settings(root)
    if settings is None:
        return None, problems
    units, base_lines, faults = read_base_text(root, settings.base)
    problems += faults
    macros, faults = read_macros(root)
    problems += faults
    text_pages, faults = read_text_pages(root, macros)
    problems += faults
    if units:
        text_pages, faults = align(text_pages, units)
        problems += faults
    editors_pages, faults = read_editors_pages(root)
    problems += faults
    corrections, faults = read_corrections(root)
    problems += faults
    evidence, faults = read_evidence(root)
    problems += faults
    library, faults = read_library(root, corrections, evidence)
    problems += faults
    lock, faults = read_lock(root)
    problems += faults
    redirects, faults = read_redirects(root)
    problems += faults
    return Edition(
        settings=settings,
        units=units,
        text_pages=text_pages,
        editors_pages=editors_pages,
        library=library,
        macros=macros,
        lock=lock,
        redirects=redirects,
        base_lines=base_lines,
    ), problems
