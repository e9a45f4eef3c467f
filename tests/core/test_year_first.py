"""A date in another order is understood where it can be read in one way alone."""

import pytest

from edition.core.year_first import year_first

READ = {
    "24.11.2026": "2026-11-24",
    "4. 11. 2026": "2026-11-04",
    "24/11/2026": "2026-11-24",
    "11/24/2026": "2026-11-24",
    "11/11/2026": "2026-11-11",
    "24-11-2026": "2026-11-24",
    "2026/11/24": "2026-11-24",
    "2026.11.24": "2026-11-24",
    "2026-1-2": "2026-01-02",
    "20261124": "2026-11-24",
    "24 November 2026": "2026-11-24",
    "24th Nov. 2026": "2026-11-24",
    "November 24, 2026": "2026-11-24",
    "March 1st 2024": "2024-03-01",
}
UNREAD = [
    *("4/5/2026", "05-04-2026", "24.11.26", "30.2.2026", "31 April 2026", "24 Brumaire 2026"),
    *("November 2026", "2026", "", "today", "2026-W48", "24.11.2026 12:00", "0.0.2026", "1.1.0000"),
]


@pytest.mark.parametrize(("text", "date"), READ.items())
def test_one_way_to_read_it_is_taken(text: str, date: str) -> None:
    assert year_first(text) == date


@pytest.mark.parametrize("text", UNREAD)
def test_two_ways_or_none_are_left_alone(text: str) -> None:
    assert year_first(text) == ""
