"""Whatever there is to a paragraph is reached by one list after it."""

from dataclasses import replace

import pytest

from edition.core.edition import Edition
from edition.core.footnotes import Footnote, number_footnotes
from edition.core.reference import Evidence, Status
from edition.core.unit import RUNNING_TEXT, Role, Unit
from edition.html.about import About, AboutFootnote, about_group, about_unit
from edition.html.gloss import view_glosses
from edition.html.note import view_notes
from tests.core.editions import EDITION, P1, P2, unit
from tests.core.noted import FORMATTED, NOTED
from tests.core.termed import TERMED

PAGE = "text/01-wall/"
NOTES = view_notes(NOTED, FORMATTED, PAGE, ["title", "p1", "p2", "r1"])
BY_ID = {note.id: note for note in NOTES}


def footnotes_of(edition: Edition, unit: Unit) -> list[Footnote]:
    return list(number_footnotes(edition.citations_of_unit[unit.id]))


def test_a_paragraph_has_its_notes_its_footnotes_its_terms_and_its_permanent_link() -> None:
    own = [note for note in NOTES if note.unit == "p1"]
    glosses = list(view_glosses(TERMED, ["p1"]).values())
    assert about_unit(TERMED, P1, own, footnotes_of(TERMED, P1), glosses) == About(
        id="about-p1",
        label="About ¶ 1",
        short_link="p/1/",
        notes=tuple(own),
        paragraph=1,
        footnotes=(
            AboutFootnote("fn-quill2016", 1, ""),
            AboutFootnote("fn-quill2016--p-12", 2, ""),
        ),
        terms=tuple(glosses),
    )
    assert [gloss.name for gloss in glosses] == ["sea", "“Writing on”"]


def test_a_paragraph_without_anything_still_has_its_link() -> None:
    assert about_unit(NOTED, P2, [], [], []) == About("about-p2", "About ¶ 2", "p/2/", (), 2)


def test_the_abstract_has_no_number() -> None:
    abstract = unit("abstract", Role.ABSTRACT, "Of walls.")
    edition = replace(EDITION, units=(abstract, *EDITION.units))
    assert about_unit(edition, abstract, [], [], []) == About(
        "about-abstract", "About the abstract", "u/abstract/", ()
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.FOUND, "found"),
        (Status.PARTLY, "partly found"),
        (Status.NOT_FOUND, "not found"),
        (Status.UNREACHABLE, "unreachable"),
    ],
)
def test_a_footnote_says_what_came_of_looking_for_its_source(status: Status, said: str) -> None:
    quill, teale = EDITION.library
    evidence = Evidence("teale2020", status, (), NOTED.notes[0].body, P2_PLACE)
    edition = replace(EDITION, library=(quill, replace(teale, evidence=evidence)))
    (footnote,) = about_unit(edition, P2, [], footnotes_of(edition, P2), []).footnotes
    assert footnote == AboutFootnote("fn-teale2020", 1, said)


P2_PLACE = EDITION.text_pages[1].place


def test_neighbours_share_a_list_named_after_the_first_with_a_note() -> None:
    notes = [BY_ID["marks"]]
    assert about_group(Role.REFERENCE, notes) == About(
        "about-r1", "About the references", "", tuple(notes)
    )


OTHERS = sorted(set(Role) - RUNNING_TEXT)


@pytest.mark.parametrize("role", OTHERS)
def test_neighbours_without_notes_have_no_list(role: Role) -> None:
    assert about_group(role, []) is None


@pytest.mark.parametrize("role", OTHERS)
def test_every_other_role_has_a_name_for_its_list(role: Role) -> None:
    found = about_group(role, [BY_ID["whose-wall"]])
    assert found is not None
    assert found.id == "about-title"
    assert found.label.startswith("About the ")
