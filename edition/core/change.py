"""A change is what a contribution does to one file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One file that is added, altered or removed."""

    path: str
    """Below the edition's root, with forward slashes."""
    is_removed: bool = False
