"""Grouping puts the values of one key together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

_Value = TypeVar("_Value")


def grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    """Return the values by their keys, in the order given.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
