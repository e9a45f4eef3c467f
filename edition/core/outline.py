"""An outline is a syllabus as the editors write it, in one line with strokes between sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.core.assignment import Assignments
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class OutlinedSession:
    """One session, as it is written."""

    title: str
    addresses: tuple[str, ...]
    """Below the site's base."""


def read_outline(text: str) -> tuple[OutlinedSession, ...]:
    """Return the sessions of an outline.

    >>> read_outline("Week 1: p/4/ n/why/ | Week 2: text/plain/?p=7-12")[0]
    OutlinedSession(title='Week 1', addresses=('p/4/', 'n/why/'))
    """
    parts = (part.partition(":") for part in text.split("|"))
    return tuple(OutlinedSession(title.strip(), tuple(rest.split())) for title, _, rest in parts)


def check_outline(assignments: Assignments, text: str, place: Place) -> Iterator[Problem]:
    """Yield a problem for every address in an outline at which there is nothing to set."""
    for session in read_outline(text):
        for address in session.addresses:
            if assignments.at(address) is None:
                hint = did_you_mean(address, list(assignments.addresses))
                message = f"there is nothing to set at {address}"
                yield Problem(place, "reading-unknown", message, hint)
