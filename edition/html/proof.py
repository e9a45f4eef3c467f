"""What the build proves of the text, stated for the colophon."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from edition.core.edition import Edition
from edition.core.reading import count_words


@dataclass(frozen=True, slots=True)
class ProofView:
    """What the build proves of the text, for the colophon."""

    base_path: str
    base_sha256: str
    units: int
    paragraphs: int
    words: int
    text_sha256: str
    """Of what `edition text` prints: each unit and a line feed, in order, in UTF-8."""


def view_proof(edition: Edition) -> ProofView:
    """Return the facts that the text proof compares."""
    text = "".join(f"{unit.text}\n" for unit in edition.units)
    return ProofView(
        base_path=edition.settings.base.path,
        base_sha256=edition.settings.base.sha256,
        units=len(edition.units),
        paragraphs=len(edition.paragraphs),
        words=count_words(edition.paragraphs),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
