"""Pictures that the editors' pages show: each with the words that stand for it and beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem

DENSITY = 1.5
"""Dots of a picture's file to each pixel of the page: sharp enough for letters, and still small."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, which a page asks for by its name."""

    name: str
    alt: str
    """What it shows, for those who do not see it."""
    caption: str
    width: int
    """In dots, as its file has it; so is the height."""
    height: int
    file: str
    """Below the site's base."""
    dark: str
    """The same in dark colours, below the site's base; empty if there is none."""
    place: Place


def check_picture_name(pictures: Sequence[Picture], name: str, place: Place) -> Iterator[Problem]:
    """Yield a problem unless there is a picture of that name."""
    known = [picture.name for picture in pictures]
    if name not in known:
        hint = did_you_mean(name, known)
        yield Problem(place, "picture-unknown", f"the edition has no picture {name}", hint)
