"""Dates are written out the same on every machine."""

from dataclasses import replace

import pytest

from edition.core.settings import in_words
from tests.core.editions import EDITION


@pytest.mark.parametrize(
    ("published", "words", "year"),
    [
        ("2024-04-30", "30 April 2024", "2024"),
        ("2021-01-01", "1 January 2021", "2021"),
        ("1998-12-09", "9 December 1998", "1998"),
    ],
)
def test_the_date_of_publication_is_written_out(published: str, words: str, year: str) -> None:
    work = replace(EDITION.settings.work, published=published)
    assert (work.published_words, work.year) == (words, year)


@pytest.mark.parametrize(
    ("month", "name"),
    [
        *((1, "January"), (2, "February"), (3, "March"), (4, "April"), (5, "May"), (6, "June")),
        *((7, "July"), (8, "August"), (9, "September"), (10, "October"), (11, "November")),
        (12, "December"),
    ],
)
def test_every_month_has_its_name(month: int, name: str) -> None:
    assert in_words(f"2026-{month:02}-01") == f"1 {name} 2026"


@pytest.mark.parametrize("text", ["", "2026-13-01", "2026-02-30", "30 April 2024"])
def test_what_is_no_date_is_not_written_out(text: str) -> None:
    with pytest.raises(ValueError):
        in_words(text)
