"""An outline is a syllabus as the editors write it, in one line with strokes between sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.core.assignment import assignment_at, sorts
from edition.core.edition import Edition
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


def check_outline(edition: Edition, text: str, place: Place) -> Iterator[Problem]:
    """Yield a problem for every address in an outline at which there is nothing to set."""
    for session in read_outline(text):
        for address in session.addresses:
            if assignment_at(edition, address) is None:
                known = [thing.address for sort in sorts(edition) for thing in sort.assignments]
                hint = did_you_mean(address, known)
                message = f"there is nothing to set at {address}"
                yield Problem(place, "reading-unknown", message, hint)
