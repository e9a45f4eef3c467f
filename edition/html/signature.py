"""A signature says who wrote an entry, and when, as readers are told it."""

from __future__ import annotations

from dataclasses import dataclass

from edition.core.contribution import Contribution
from edition.core.settings import in_words


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


def view_signature(entry: Contribution) -> SignatureView:
    """Lay out who signed an entry."""
    return SignatureView(
        author=entry.author.name,
        orcid=entry.author.orcid,
        date=entry.date,
        date_words=in_words(entry.date),
        revised=entry.revised,
        revised_words=in_words(entry.revised) if entry.revised else "",
    )
