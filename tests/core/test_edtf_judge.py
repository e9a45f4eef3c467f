"""What is a date of EDTF, by somebody else's judgement: the validator of the UNT Libraries.

It reads all three levels of the format. The engine reads what an event can have, so it refuses
more; every such form stands below, with the clause that allows it and why it is refused here.
"""

import warnings

import pytest

from edition.core.edtf import Edtf, read_edtf
from tests.core.test_edtf import CASES, REFUSED
from tests.real_edition import EDITION

with warnings.catch_warnings():  # it calls its parser by names that are deprecated
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid

DATES = {event.id: event.when.text for event in EDITION.events}

# Clauses are those of the Library of Congress' specification of 4 February 2019, "level: heading".
ALLOWED_BUT_REFUSED = {
    "1950S2": "2: Significant digits. No source that an event cites counts them.",
    "Y17E7": "2: Exponential year. No event lies so far away.",
    "?2004": "2: Qualification of an individual component. A date is qualified as a whole.",
    "[1990,1991]": "2: Set representation. An interval, or several events.",
    "{1990,1991}": "2: Set representation. An interval, or several events.",
    "2001-21": "1: Seasons. They are not the same everywhere: months are.",
    "2001-33": "2: Sub-year groupings. As seasons.",
    "../..": "1: Extended interval. It has no place on a scale.",
    "/..": "1: Extended interval. It has no place on a scale.",
}
JUDGED_OTHERWISE = {
    "198X%": "1: Qualification, Unspecified digit. Neither bars the other; it knows no both.",
    "2023-02-29": "0: Date. The calendar has no such day; it counts no leap years.",
    "1985-02-3X": "2: Unspecified digit. No February has a day that begins with 3.",
}
"""Where the validator is mistaken, by the specification."""


def test_the_validator_agrees_with_every_date_of_the_timeline() -> None:
    assert DATES
    assert {event: date for event, date in DATES.items() if not is_valid(date)} == {}


@pytest.mark.parametrize("text", [*CASES, *REFUSED])
def test_the_validator_agrees_on_what_is_a_date(text: str) -> None:
    """But for what is listed; and what is listed is still so."""
    ours = isinstance(read_edtf(text), Edtf)
    differs = text in ALLOWED_BUT_REFUSED or text in JUDGED_OTHERWISE
    assert is_valid(text) == (ours != differs)


@pytest.mark.parametrize("text", ALLOWED_BUT_REFUSED)
def test_what_is_refused_of_the_format_is_refused_by_choice(text: str) -> None:
    assert is_valid(text)
    assert not isinstance(read_edtf(text), Edtf)
