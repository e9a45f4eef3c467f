"""Identifiers are permanent and plain: small letters, digits and hyphens."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_identifier(text: str) -> bool:
    """Say whether a text may be the id of an entry: `[a-z0-9-]+`, no hyphen at either end.

    >>> is_identifier("silk-roads"), is_identifier("Silk Roads")
    (True, False)
    """
    return _IDENTIFIER.fullmatch(text) is not None


def is_reference_key(text: str) -> bool:
    """Say whether a text may be a BibTeX key: an identifier that holds a letter."""
    return is_identifier(text) and any(character.isalpha() for character in text)
