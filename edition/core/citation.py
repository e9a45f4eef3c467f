"""A citation is one mention of a reference, with an optional locator."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from edition.core.problem import Place

CITED = re.compile(r"\[@(?P<key>[^\s\[\],;]+)(?:,\s*(?P<locator>[^\[\]@]+?))?\s*\]")
"""How contributors cite: `[@key]`, `[@key, p. 5]`."""
_USUAL_LOCATOR = re.compile(r"[a-z]+\. \d+(?:–\d+)?")
_LOCATOR_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a reference in the article."""

    key: str
    locator: str
    """Such as `p. 12`; empty when the whole work is meant."""
    unit: str
    """The unit in which it stands."""
    offset: int
    """Code points of the unit's plain text before it."""
    place: Place

    @property
    def footnote(self) -> str:
        """Return the name of its footnote, `[a-z0-9-]+`: one for each key and locator."""
        return footnote_name(self.key, self.locator)


def footnote_name(key: str, locator: str = "") -> str:
    """Return the name of the footnote for a key and a locator; no two pairs share one.

    mkdocs-bibtex keeps one citation for each name and page, so two locators need two names. A
    locator of the usual form can be read in the name; any other adds a digest of itself.

    >>> footnote_name("almanac1998", "p. 12")
    'almanac1998--p-12'
    """
    words = " ".join(locator.split())
    if not words:
        return key
    parts = _LOCATOR_WORD.findall(words.lower())
    if not _USUAL_LOCATOR.fullmatch(words):
        parts.append(hashlib.sha256(words.encode()).hexdigest()[:12])
    return f"{key}--{'-'.join(parts)}"


EMITTED = "cite--"
"""Opens the names that `cite` emits, so that no bracket of a page can be taken for one."""


def emitted_name(key: str, locator: str = "") -> str:
    """Return the footnote's name as the host sees it."""
    return EMITTED + footnote_name(key, locator)


def parenthesis_before(text: str, offset: int) -> tuple[int, int] | None:
    """Return start and end of the balanced parenthesis that ends at an offset, or None.

    >>> parenthesis_before("trade (in June (USD), 2023), has", 27)
    (6, 27)
    """
    if offset == 0 or text[offset - 1] != ")":
        return None
    depth = 0
    for index in range(offset - 1, -1, -1):
        if text[index] == ")":
            depth += 1
        elif text[index] == "(":
            depth -= 1
            if depth == 0:
                return index, offset
    return None
