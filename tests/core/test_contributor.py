"""An ORCID iD checks itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.contributor import is_orcid

# The first three are examples of ORCID's own, the fourth ends in the digit ten.
GOOD = ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-9079-593X", "0000-0002-1694-233X"]


@pytest.mark.parametrize("orcid", GOOD)
def test_an_orcid_id_whose_check_digit_is_right_is_one(orcid: str) -> None:
    assert is_orcid(orcid)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000-0002-1825-0098",  # another check digit
        "0000-0002-1825-009X",
        "0000-0002-1852-0097",  # two digits exchanged
        "0000-0002-1694-233x",  # the ten is a capital
        "0000-0002-X694-2333",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "https://orcid.org/0000-0002-1825-0097",
        "٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧",  # digits, but no address
        "0000-0002-1825-009７",
        "Rowan Teale",
    ],
)
def test_what_is_no_orcid_id_is_refused(text: str) -> None:
    assert not is_orcid(text)


@given(st.sampled_from(GOOD), st.integers(0, 15), st.sampled_from("0123456789X"))
def test_no_single_digit_can_be_mistyped(orcid: str, place: int, digit: str) -> None:
    """ISO 7064, MOD 11-2, finds every error in one place."""
    digits = list(orcid.replace("-", ""))
    if digits[place] == digit:
        return
    digits[place] = digit
    assert not is_orcid("".join(digits))
