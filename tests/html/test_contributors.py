"""Whoever did something for the edition is named once, with what it was."""

from dataclasses import replace

import pytest

from edition.core.contributor import Contributor
from edition.core.contributor_role import ContributorRole
from edition.core.edition import Edition
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.reference import Correction
from edition.html.contributors import view_contributors
from tests.core.editions import EDITION
from tests.core.figured import TIDES, with_figures
from tests.core.noted import EDITORS, NOTED, SEA, note, with_notes
from tests.core.termed import NOBODY, TERMED, with_terms

WREN = Contributor("wren", "Wren Halloran", "0000-0002-1825-0097")


def told(edition: Edition) -> dict[str, list[str]]:
    """Return what the page says of each, role by role."""
    return {
        view.name: [
            *(
                f"{role.label}: {', '.join(deed.words for deed in role.deeds)}"
                for role in view.roles
            ),
            *view.others,
        ]
        for view in view_contributors(edition)
    }


def corrected(author: str, reported_by: tuple[str, ...] = ()) -> Edition:
    quill, teale = EDITION.library
    correction = Correction(
        *("a", quill.key, (("note", "a"),), (("note", "b"),), note("a", Quote("The sea")).body),
        *(author, "2026-11-23", Place("bibliography/corrections/a.md", 2)),
        reported_by=reported_by,
    )
    library = (replace(quill, corrections=(correction,)), teale)
    return replace(EDITION, library=library, contributors={"editors": EDITORS})


WRITING = "Writing – original draft"
CASES: dict[str, tuple[Edition, dict[str, list[str]]]] = {
    "nothing": (EDITION, {}),
    "notes": (
        NOTED,
        {
            "The editors": [f"{WRITING}: 5 notes"],
            "Ada Ostrander": [f"{WRITING}: 1 note"],
            "Rowan Teale": [f"{WRITING}: 1 note"],
        },
    ),
    "terms, people and places": (
        TERMED,
        {
            "The editors": [f"{WRITING}: 5 notes, 1 entry of the glossary, 1 entry on a place"],
            "Ada Ostrander": [f"{WRITING}: 1 note, 1 entry on a person"],
            "Rowan Teale": [f"{WRITING}: 1 note, 1 entry of the glossary"],
        },
    ),
    "a term alone": (
        with_terms(NOBODY, edition=EDITION),
        {"Ada Ostrander": [f"{WRITING}: 1 entry on a person"]},
    ),
    "a figure": (
        with_figures(TIDES, edition=EDITION),
        {"The editors": ["Visualization: 1 figure"]},
    ),
    "a correction signed with an id": (
        corrected("editors"),
        {"The editors": ["Data curation: 1 correction of a reference"]},
    ),
    "a correction by somebody new": (
        corrected("Wren Halloran"),
        {"Wren Halloran": ["Data curation: 1 correction of a reference"]},
    ),
    "what was reported": (
        corrected("editors", ("Wren Halloran", "Ada")),
        {
            "The editors": ["Data curation: 1 correction of a reference"],
            "Ada": ["Validation: reported what was mended in r/quill2016"],
            "Wren Halloran": ["Validation: reported what was mended in r/quill2016"],
        },
    ),
    "roles that leave no entry": (
        replace(
            EDITION,
            contributors={
                "wren": replace(WREN, roles=(ContributorRole.SOFTWARE, ContributorRole.REVIEWING)),
                "idle": Contributor("idle", "Nobody Yet"),
            },
        ),
        {"Wren Halloran": ["Software", "Writing – review & editing"]},
    ),
    "a note that stands nowhere": (
        with_notes(replace(note("lost", Quote("nowhere")), author=WREN)),
        {},
    ),
}


@pytest.mark.parametrize(("edition", "expected"), CASES.values(), ids=CASES)
def test_everybody_is_named_with_what_they_did(
    edition: Edition, expected: dict[str, list[str]]
) -> None:
    assert told(edition) == expected
    assert list(told(edition)) == list(expected)


def test_an_orcid_id_is_shown_of_those_who_gave_one() -> None:
    assert [(view.name, view.orcid) for view in view_contributors(NOTED)] == [
        ("The editors", ""),
        ("Ada Ostrander", ""),
        ("Rowan Teale", "0000-0002-1825-0097"),
    ]


BY_NAME = replace(note("b", Quote("The sea")), author=Contributor("", WREN.name))


def test_whoever_signs_by_name_and_by_id_is_one() -> None:
    edition = with_notes(replace(SEA, author=WREN), BY_NAME)
    edition = replace(edition, contributors={"wren": WREN})
    assert told(edition) == {WREN.name: [f"{WRITING}: 2 notes"]}


def test_two_of_one_name_are_two_and_a_name_alone_is_neither() -> None:
    other = Contributor("wren-2", WREN.name, roles=(ContributorRole.SOFTWARE,))
    edition = with_notes(replace(SEA, author=WREN), BY_NAME)
    edition = replace(edition, contributors={"wren": WREN, "wren-2": other})
    views = view_contributors(edition)
    assert [view.name for view in views] == [WREN.name] * 3
    assert sorted((view.orcid, view.others) for view in views) == [
        ("", ()),
        ("", ("Software",)),
        (WREN.orcid, ()),
    ]


def test_of_two_files_by_somebody_new_one_may_have_the_identifier() -> None:
    one = replace(SEA, author=Contributor("", "Ada"))
    other = replace(BY_NAME, author=Contributor("", "Ada", WREN.orcid))
    for notes in ((one, other), (other, one)):
        (ada,) = view_contributors(with_notes(*notes))
        assert (ada.orcid, ada.roles[0].deeds[0].words) == (WREN.orcid, "2 notes")


def test_whoever_reported_may_be_named_by_id_and_is_told_once_of_one_place() -> None:
    edition = corrected("editors", ("wren", WREN.name))
    edition = replace(edition, contributors={"editors": EDITORS, "wren": WREN})
    assert told(edition)[WREN.name] == ["Validation: reported what was mended in r/quill2016"]


def test_notes_and_what_was_mended_can_be_followed() -> None:
    (editors, *_) = view_contributors(NOTED)
    assert [deed.link for deed in editors.roles[0].deeds] == ["notes/?author=The%20editors"]
    (_, wren) = view_contributors(corrected("editors", ("Wren",)))
    assert [deed.link for deed in wren.roles[0].deeds] == ["r/quill2016/"]
