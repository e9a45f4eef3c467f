"""Whatever there is to a paragraph is reached by one list after it."""

import pytest

from edition.core.unit import Role
from edition.html.about import BY_THEMSELVES, About, about_group, about_unit
from edition.html.note import view_notes
from tests.core.editions import P1, P2
from tests.core.noted import FORMATTED, NOTED

PAGE = "text/01-wall/"
NOTES = view_notes(NOTED, FORMATTED, PAGE, ["title", "p1", "p2", "r1"])
BY_ID = {note.id: note for note in NOTES}


def test_a_paragraph_has_its_notes_its_footnotes_and_its_permanent_link() -> None:
    own = [note for note in NOTES if note.unit == "p1"]
    found = about_unit(NOTED, P1, own, {"quill2016": 1, "quill2016--p-12": 2})
    assert found == About(
        id="about-p1",
        label="About ¶ 1",
        short_link="p/1/",
        notes=tuple(own),
        footnotes=(("fn-quill2016", 1), ("fn-quill2016--p-12", 2)),
    )


def test_a_paragraph_without_notes_still_has_its_link() -> None:
    assert about_unit(NOTED, P2, [], {}) == About("about-p2", "About ¶ 2", "p/2/", (), ())


def test_neighbours_share_a_list_named_after_the_first_with_a_note() -> None:
    notes = [BY_ID["marks"]]
    assert about_group(Role.REFERENCE, notes) == About(
        "about-r1", "About the references", "", tuple(notes), ()
    )


@pytest.mark.parametrize("role", sorted(set(Role) - BY_THEMSELVES))
def test_neighbours_without_notes_have_no_list(role: Role) -> None:
    assert about_group(role, []) is None


@pytest.mark.parametrize("role", sorted(set(Role) - BY_THEMSELVES))
def test_every_other_role_has_a_name_for_its_list(role: Role) -> None:
    found = about_group(role, [BY_ID["whose-wall"]])
    assert found is not None
    assert found.id == "about-title"
    assert found.label.startswith("About the ")
