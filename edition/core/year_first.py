"""Dates as people write them, brought into the order of ISO 8601: year, month, day."""

from __future__ import annotations

import datetime
import re

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}",
        rf"{_YEAR}[./ -](?P<month>[0-9]{{1,2}})[./ -](?P<day>[0-9]{{1,2}})\.?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
    )
)
_EITHER = re.compile(rf"(?P<first>[0-9]{{1,2}})[/-](?P<second>[0-9]{{1,2}})[/-]{_YEAR}")
"""Some write the day first, some the month."""


def year_first(text: str) -> str:
    """Return the date that a text says in another order, or nothing if it can be read in two ways.

    >>> year_first("24.11.2026"), year_first("11/24/2026"), year_first("4/5/2026")
    ('2026-11-24', '2026-11-24', '')
    """
    if match := _EITHER.fullmatch(text):
        first, second = int(match["first"]), int(match["second"])
        dates = {_date(match["year"], first, second), _date(match["year"], second, first)} - {""}
        return dates.pop() if len(dates) == 1 else ""
    for form in _FORMS:
        if match := form.fullmatch(text):
            found = match.groupdict()
            month = _month(found["name"]) if "name" in found else int(found["month"])
            return _date(found["year"], month, int(found["day"]))
    return ""


def _month(name: str) -> int:
    short = name.lower()[:3]
    return _NAMES.index(short) + 1 if short in _NAMES else 0


def _date(year: str, month: int, day: int) -> str:
    try:
        return datetime.date(int(year), month, day).isoformat()
    except ValueError:
        return ""
