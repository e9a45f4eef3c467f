"""A point is one number of a figure: of when it is, how exact it is, and whose it is.

Written `2024-03-31 about 87000 [@key, p. 5]`: a date of EDTF, `reported` where it is only that of
the report, a word where the number is not exact, the number, and whatever is cited for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from edition.core.body import Cited
from edition.core.citation import CITED
from edition.core.edtf import Edtf, Fault, read_edtf
from edition.core.problem import Place

REPORTED = "reported"
EXAMPLE = "2024-03-31 about 87000 [@key]"


class Qualifier(StrEnum):
    """How far a number is exact."""

    EXACT = ""
    OVER = "over"
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "under"


_NUMBER = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)
"""Without signs, exponents and marks between thousands: a comma is a decimal mark in many lands."""
_MARKS = re.compile(r"[,'’_\u00a0\u2009\u202f]")
_QUALIFIERS = tuple(qualifier.value for qualifier in Qualifier if qualifier)
_LISTED = f"{', '.join(_QUALIFIERS)} or nothing"


@dataclass(frozen=True, slots=True)
class Point:
    """One number, as its line says."""

    when: Edtf
    """The period of an amount, or the day up to which a total runs."""
    is_reported: bool
    """Whether the date is that of the report, which does not say of when the number is."""
    qualifier: Qualifier
    number: Decimal
    """Zero or more, with as many decimals as were written."""
    cited: tuple[Cited, ...]
    """What it is from; at least one."""
    place: Place

    def __str__(self) -> str:
        """Return the point as it is written."""
        words = (self.when.text, REPORTED if self.is_reported else "", self.qualifier, self.number)
        return " ".join([*(str(word) for word in words if str(word)), *map(_written, self.cited)])

    @property
    def words(self) -> str:
        """Return the number with its qualifier: `over 65,000`."""
        return " ".join(filter(None, (self.qualifier.value, self.amount)))

    @property
    def amount(self) -> str:
        """Return the number alone: `65,000`."""
        return f"{self.number:,}"

    @property
    def when_words(self) -> str:
        """Return the date in English."""
        return f"{REPORTED} {self.when.words}" if self.is_reported else self.when.words


def read_point(text: str, place: Place) -> Point | Fault:
    """Return the point that a line is, or why it is none; white space in it is collapsed.

    >>> point = read_point("2024-03-31 about 87000 [@gale2024, p. 5]", Place("docs/figures/a.md"))
    >>> point.when_words, point.words, point.cited[0].key
    ('31 March 2024', 'about 87,000', 'gale2024')
    """
    head, bracket, tail = text.partition("[")
    cited = _read_cited(bracket + tail, place)
    if isinstance(cited, Fault):
        return cited
    date, *words = head.split() or [""]
    when = read_edtf(date)
    if isinstance(when, Fault):
        return when
    is_reported = words[:1] == [REPORTED]
    words = words[is_reported:]
    qualifier = Qualifier.EXACT
    if words and words[0] in _QUALIFIERS:
        qualifier, words = Qualifier(words[0]), words[1:]
    number = _read_number(words)
    if isinstance(number, Fault):
        return number
    return Point(when, is_reported, qualifier, number, cited, place)


def _read_cited(text: str, place: Place) -> tuple[Cited, ...] | Fault:
    """Return the citations at the end of a line: at least one, and nothing between them."""
    if not text:
        return Fault(
            "expected a citation such as [@key] at the end, found none", f"as in {EXAMPLE}"
        )
    found = tuple(_citations(text, place))
    if not found or CITED.sub("", text).strip():
        return Fault(
            f"expected nothing but citations such as [@key, p. 5] at the end, found {text}"
        )
    return found


def _citations(text: str, place: Place) -> Iterator[Cited]:
    for match in CITED.finditer(text):
        yield Cited(match["key"], " ".join((match["locator"] or "").split()), place)


def _read_number(words: Sequence[str]) -> Decimal | Fault:
    """Return the one number that some words are."""
    text = " ".join(words)
    if len(words) == 1 and _NUMBER.fullmatch(text):
        return Decimal(text)
    plain = _MARKS.sub("", "".join(words))
    if _NUMBER.fullmatch(plain):
        hint = f"did you mean {plain}?"
    elif plain.startswith(("-", "−")):
        hint = "figures stand on zero: what is less has no place in them"
    else:
        hint = f"as in {EXAMPLE}"
    return Fault(f"expected {_LISTED}, then a number such as 87000 or 70.2, found {text!r}", hint)


def _written(cited: Cited) -> str:
    return f"[@{cited.key}, {cited.locator}]" if cited.locator else f"[@{cited.key}]"
