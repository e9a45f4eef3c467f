"""An explanation says what a kind of problem means, and how to cure it."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.body import Body


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `docs/about/problems.md` says of one code."""

    meaning: Body
    cure: Body
