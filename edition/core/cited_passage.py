"""How a passage that a reader chose is cited: all but its paragraphs' numbers is known at build."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.citing import FIRST, LAST, SEVERAL, SINGLE
from edition.core.formatted import Formatted, Styled, plain
from edition.core.inline import Run


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """How the article is cited for a passage in one style."""

    style: str
    """What readers call it; empty for the edition's own."""
    work: tuple[Run, ...]
    """The article, as it stands in a list of references."""
    bare: str
    """In running text, for a part that has no number."""
    single: str
    """For one paragraph: `{first}` stands for its number."""
    several: str
    """For several: `{first}` and `{last}`."""


def cited_passages(formatted: Formatted) -> tuple[CitedPassage, ...]:
    """Return what is known in each style that readers are offered."""
    return tuple(_cited(label, style) for label, style in formatted.styled.items())


def own_passage(formatted: Formatted) -> CitedPassage:
    """Return the same in the edition's own style, in which quotations say where they are from."""
    return _cited("", formatted.own)


def in_text(formatted: Formatted, paragraph: int) -> str:
    """Return how a paragraph is cited in running text in the edition's own style; 0 for none."""
    own = own_passage(formatted)
    return own.single.replace("{first}", str(paragraph)) if paragraph else own.bare


def _cited(label: str, style: Styled) -> CitedPassage:
    bare, single, several = (
        plain(style.places.get(place, ())).replace(FIRST, "{first}").replace(LAST, "{last}")
        for place in ("", SINGLE, SEVERAL)
    )
    return CitedPassage(label, style.work, bare, single, several)
