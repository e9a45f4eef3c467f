"""Letters count the notes of a page without an end."""

from itertools import count, islice, product
from string import ascii_lowercase

import pytest

from edition.core.lettering import letter


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "ab"), (52, "az"), (53, "ba"), (702, "zz"),
     (703, "aaa"), (10_000, "ntp")],
)  # fmt: skip
def test_a_note_has_its_letter(number: int, expected: str) -> None:
    assert letter(number) == expected


def test_letters_run_from_a_through_z_to_aa_and_on() -> None:
    """As a dictionary of all words would count them, the short ones first."""
    words = (
        "".join(word) for length in count(1) for word in product(ascii_lowercase, repeat=length)
    )
    assert [letter(number) for number in range(1, 2001)] == list(islice(words, 2000))
