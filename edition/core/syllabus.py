"""A syllabus is a list of readings, session by session: what a cartridge is packed of."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.assignment import parts_of
from edition.core.edition import Edition


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of a session."""

    title: str
    address: str = ""
    """Absolute; empty for what is only named."""


@dataclass(frozen=True, slots=True)
class Session:
    """A week, or a meeting: a module of a course."""

    title: str
    readings: tuple[Reading, ...]
    dates: str = ""
    """As the instructor wrote them; mostly empty."""
    remarks: str = ""
    """What the instructor says of it; mostly empty."""

    @property
    def heading(self) -> str:
        """Return its title, with the dates if there are any."""
        return f"{self.title} ({self.dates})" if self.dates else self.title


@dataclass(frozen=True, slots=True)
class Syllabus:
    """A whole course, or the part of one that reads the edition."""

    title: str
    language: str
    """Of its words: a tag of BCP 47."""
    sessions: tuple[Session, ...]


def whole_edition(edition: Edition, base: str) -> Syllabus:
    """Return the edition as a syllabus: a session for each page of the text, in order.

    `base` is the site's own address, ending in a slash.
    """
    sessions = []
    for page in edition.text_pages:
        if page.units:
            parts = parts_of(edition, page)
            title = f"{page.number}. {page.title}" if page.number else page.title
            readings = tuple(Reading(part.title, f"{base}{part.address}") for part in parts)
            sessions.append(Session(title, readings))
    settings = edition.settings
    return Syllabus(settings.title, settings.work.language, tuple(sessions))
