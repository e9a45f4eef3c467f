"""Names in parts, written in one line for those who take them apart again."""

import pytest

from edition.core.person_name import family_first, in_order

NAMES = {
    "two parts": ({"family": "Nye", "given": "Joseph S."}, "Nye, Joseph S.", "Joseph S. Nye"),
    "a family alone": ({"family": "Plato"}, "Plato", "Plato"),
    "a given name alone": ({"given": "Suharto"}, "Suharto", "Suharto"),
    "a particle of the family": (
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        "van der Berg, Anna",
        "Anna van der Berg",
    ),
    "a particle that is dropped": (
        {"family": "Cruz", "given": "Juan", "dropping-particle": "de la"},
        "Cruz, Juan de la",
        "Juan de la Cruz",
    ),
    "a suffix": (
        {"family": "King", "given": "M. L.", "suffix": "Jr."},
        "King, M. L., Jr.",
        "M. L. King Jr.",
    ),
    "a group": ({"literal": "Office, and Pier"}, "Office, and Pier", "Office, and Pier"),
    "another script": ({"family": "李", "given": "明"}, "李, 明", "明 李"),
    "nothing": ({}, "", ""),
    "empty parts": ({"family": "", "given": ""}, "", ""),
}


@pytest.mark.parametrize(("name", "family", "spoken"), NAMES.values(), ids=NAMES)
def test_a_name_is_written_both_ways(name: dict[str, str], family: str, spoken: str) -> None:
    assert (family_first(name), in_order(name)) == (family, spoken)
