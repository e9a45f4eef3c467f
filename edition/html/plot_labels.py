"""What stands at a mark of a plot, in lines as short as can be: its number, its date."""

from __future__ import annotations

from edition.core.edtf import Edtf
from edition.core.point import Point

_SHORT = {
    "January": "Jan.",
    "February": "Feb.",
    "March": "Mar.",
    "April": "Apr.",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
    "about": "c.",
}
"""The longer months; *May*, *June* and *July* stand in full."""


def number_lines(point: Point) -> tuple[str, ...]:
    """Return a number in one line, after what qualifies it in another."""
    return tuple(filter(None, (point.qualifier.value, point.amount)))


def date_lines(when: Edtf, is_end: bool = False) -> tuple[str, ...]:
    """Return a date in one line or two, of which the second is the year.

    `is_end` asks for the end of an interval alone.

    >>> from edition.core.edtf import read_edtf
    >>> [date_lines(read_edtf(text)) for text in ("2022", "2024-03-31", "2023-10~", "-0199")]
    [('2022',), ('31 Mar.', '2024'), ('c. Oct.', '2023'), ('200 BCE',)]
    >>> date_lines(read_edtf("../2022-12-31"), is_end=True)
    ('31 Dec.', '2022')
    """
    moment = when.end if is_end or not when.is_interval else None
    words = [_SHORT.get(word, word) for word in (moment or when).words.split()]
    if moment is not None and not moment.month:
        return (" ".join(words),)
    tail = 2 if words[-1] == "BCE" else 1
    return tuple(filter(None, (" ".join(words[:-tail]), " ".join(words[-tail:]))))
