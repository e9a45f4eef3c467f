"""A picture as a page shows it: at its own size, in light colours and in dark ones."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.picture import DENSITY


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, ready to be set."""

    alt: str
    caption: str
    width: int
    """In pixels of the page, as is the height."""
    height: int
    file: str
    dark: str
    """Empty if there is none in dark colours."""


def view_picture(edition: Edition, name: str) -> PictureView | None:
    """Lay out the picture of a name; None if there is none, as in an example for no edition."""
    for picture in edition.pictures:
        if picture.name == name:
            return PictureView(
                picture.alt,
                picture.caption,
                round(picture.width / DENSITY),
                round(picture.height / DENSITY),
                picture.file,
                picture.dark,
            )
    return None
