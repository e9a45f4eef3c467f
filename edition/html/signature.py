"""A signature says who wrote an entry, and when, as readers are told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edition.core.contributor import Contributor
from edition.core.settings import in_words


class Signed(Protocol):
    """Whatever is contributed: a note, a term, an event."""

    @property
    def author(self) -> Contributor:
        """Who wrote it."""

    @property
    def date(self) -> str:
        """ISO 8601 date on which it was written."""

    @property
    def revised(self) -> str:
        """ISO 8601 date of the last change; empty when there was none."""


@dataclass(frozen=True, slots=True)
class SignatureView:
    """A signature, ready to be set."""

    author: str
    orcid: str
    date: str
    """ISO 8601."""
    date_words: str
    revised: str
    """ISO 8601; empty, like its words, if nothing was changed since."""
    revised_words: str


def view_signature(entry: Signed) -> SignatureView:
    """Lay out who signed an entry."""
    return SignatureView(
        author=entry.author.name,
        orcid=entry.author.orcid,
        date=entry.date,
        date_words=in_words(entry.date),
        revised=entry.revised,
        revised_words=in_words(entry.revised) if entry.revised else "",
    )
