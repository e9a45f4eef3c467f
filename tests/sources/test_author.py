"""Who signs an entry is known by an id, or new by name; what an editor has to settle is a warning.

The messages, with all that can be wrong in the head of a file, are in `test_notes.py`; terms are
signed by the same functions.
"""

from collections.abc import Mapping

import pytest

from edition.core.body import Body
from edition.core.contributor import Contributor
from edition.core.problem import Place
from edition.sources.author import check_signature, read_author
from edition.sources.entries import Entry

EDITORS = Contributor("editors", "The editors", is_group=True)
CARBERRY = Contributor("carberry", "Josiah Carberry", "0000-0002-1825-0097")
CONTRIBUTORS = {person.id: person for person in (EDITORS, CARBERRY)}
PATH = "docs/places/sea.md"
LINES = {"author": 5, "author_name": 6, "orcid": 7, "date": 8, "revised": 9}


def entry(**values: str) -> Entry:
    """An entry that has only these fields, each on a line of its own."""
    places = {name: Place(PATH, LINES[name]) for name in values}
    return Entry("sea", PATH, values, {}, Body(), Place(PATH, 2), places)


SIGNED: dict[str, tuple[Mapping[str, str], Contributor]] = {
    "an id": ({"author": "carberry"}, CARBERRY),
    "an id of several": ({"author": "editors"}, EDITORS),
    "a new name": ({"author_name": "Wren"}, Contributor("", "Wren")),
    "a new name and an iD": (
        {"author_name": "Wren", "orcid": "0000-0002-1694-233X"},
        Contributor("", "Wren", "0000-0002-1694-233X"),
    ),
    "a name that is known": (
        {"author_name": "Josiah Carberry"},
        Contributor("", "Josiah Carberry"),
    ),
    "an id that is not known": ({"author": "wren"}, Contributor("", "wren")),
    "an id and a name": ({"author": "carberry", "author_name": "Wren"}, CARBERRY),
    "nothing": ({}, Contributor("", "")),
}


@pytest.mark.parametrize(("values", "author"), SIGNED.values(), ids=SIGNED)
def test_an_entry_is_by_who_signs_it(values: Mapping[str, str], author: Contributor) -> None:
    assert read_author(entry(**values), CONTRIBUTORS) == author


CHECKED: dict[str, tuple[Mapping[str, str], list[tuple[int, str, bool]]]] = {
    "an id": ({"author": "carberry"}, []),
    "nothing, which its reader reported": ({}, []),
    "an id that is not known": ({"author": "carbery"}, [(5, "author-unknown", True)]),
    "a new name": ({"author_name": "Wren"}, [(6, "author-new", False)]),
    "no name": ({"author_name": "—"}, [(6, "field", True)]),
    "an element": ({"author_name": "<b>Wren"}, [(6, "field", True)]),
    "a wrong digit": (
        {"author_name": "Wren", "orcid": "0000-0002-1825-0098"},
        [(6, "author-new", False), (7, "field", True)],
    ),
    "an iD beside an id": (
        {"author": "editors", "orcid": "0000-0002-1825-0097"}, [(7, "field", True)],
    ),
    "revised on the day": ({"date": "2026-11-24", "revised": "2026-11-24"}, []),
    "revised later": ({"date": "2026-11-24", "revised": "2027-01-01"}, []),
    "revised before": (
        {"date": "2026-11-24", "revised": "2026-11-23"}, [(9, "field", True)],
    ),
    "revised, but never written": ({"date": "", "revised": "2026-11-23"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("values", "expected"), CHECKED.values(), ids=CHECKED)
def test_what_is_wrong_with_a_signature_is_told_at_its_line(
    values: Mapping[str, str], expected: list[tuple[int, str, bool]]
) -> None:
    problems = check_signature(entry(**values), CONTRIBUTORS)
    assert [(p.place.line, p.code, p.is_error) for p in problems] == expected


def test_a_new_name_that_is_known_is_told_whose_it_is() -> None:
    (problem,) = check_signature(entry(author_name="Josiah Carberry"), CONTRIBUTORS)
    assert problem.hint == "is it the one who signs with author: carberry?"


def test_where_nobody_is_known_the_file_of_contributors_is_named() -> None:
    (problem,) = check_signature(entry(author="carberry"), {})
    assert problem.hint == "docs/about/contributors.yml names nobody"
