"""Footnotes are the article's own citations on one page, numbered in order of first mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.core.citation import Citation


@dataclass(frozen=True, slots=True)
class Footnote:
    """One footnote of a page; a source cited five times with one locator is one footnote."""

    number: int
    name: str
    key: str
    locator: str
    citations: tuple[Citation, ...]
    """Every mention that it serves, in order."""


def number_footnotes(
    citations: Iterable[Citation], order: Sequence[str] | None = None
) -> tuple[Footnote, ...]:
    """Return the footnotes of a page.

    `order` is the order of their names when the host has numbered them; otherwise it is that of
    first mention, which is the same unless the host counts differently.
    """
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.footnote, []).append(citation)
    names = list(groups) if order is None else [name for name in order if name in groups]
    return tuple(
        Footnote(number, name, groups[name][0].key, groups[name][0].locator, tuple(groups[name]))
        for number, name in enumerate(names, 1)
    )
