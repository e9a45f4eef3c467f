"""Dates are written out the same on every machine."""

from dataclasses import replace

import pytest

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
