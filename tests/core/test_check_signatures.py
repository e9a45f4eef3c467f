"""What is contributed says under which licence, or whoever signs it has said so for all."""

from dataclasses import replace

import pytest

from edition.core.check import check
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.problem import Place, Problem, errors
from edition.core.quote import Quote
from edition.core.reference import Correction
from tests.core.editions import EDITION
from tests.core.noted import EDITORS, LICENCE, NEW, note, with_notes

FILE = "docs/notes/a.md"
KNOWN = Contributor("rowan", "Rowan Teale")
"""Is known, and has not said anything of a licence."""
OTHERWISE = replace(KNOWN, licence="MIT", place=Place("c.yml", 7))


def said_of_licences(edition: Edition) -> list[Problem]:
    return [problem for problem in check(edition) if problem.code.startswith("licence")]


def signed(author: Contributor, licence: str | None = None) -> Edition:
    """An edition with one note, whose file has a licence unless that is None."""
    key = "author" if author.id else "author_name"
    places = {key: Place(FILE, 4)} | ({} if licence is None else {"licence": Place(FILE, 6)})
    one = replace(note("a", Quote("The sea"), author=author), places=places, licence=licence or "")
    return with_notes(one)


def corrected(author: str, licence: str = "") -> Edition:
    place = Place("bibliography/corrections/a.md", 3)
    body = note("a", Quote("The sea")).body
    correction = Correction(
        *("a", "quill2016", (("note", "a"),), (("note", "b"),), body, author, "2026-11-23", place),
        licence=licence,
        author_at=place,
        licence_at=place,
    )
    quill, teale = EDITION.library
    library = (replace(quill, corrections=(correction,)), teale)
    return replace(EDITION, library=library, contributors={"editors": EDITORS})


AGREED = {
    "somebody new, in the file": signed(NEW, LICENCE),
    "somebody known, in the file": signed(KNOWN, LICENCE),
    "somebody known, for all": signed(replace(KNOWN, licence=LICENCE)),
    "the editors": signed(EDITORS),
    "the editors, in the file too": signed(EDITORS, LICENCE),
    "a correction by an id": corrected("editors"),
    "a correction by somebody new": corrected("Wren Halloran", LICENCE),
}
OPEN = {
    "somebody new": (signed(NEW), f"{FILE}:4", "Ada Ostrander"),
    "somebody known": (signed(KNOWN), f"{FILE}:4", "Rowan Teale"),
    "somebody new whose file leaves it empty": (signed(NEW, ""), f"{FILE}:4", "Ada Ostrander"),
    "a correction": (corrected("Wren"), "bibliography/corrections/a.md:3", "Wren"),
    "a correction by the name of somebody known": (
        corrected("The editors"),
        "bibliography/corrections/a.md:3",
        "The editors",
    ),
}
OTHER = {
    "in the file": (signed(NEW, "CC0"), f"{FILE}:6"),
    "in small letters": (signed(NEW, LICENCE.lower()), f"{FILE}:6"),
    "of one who agreed for all": (signed(EDITORS, "CC0"), f"{FILE}:6"),
    "in a correction": (corrected("Wren", "CC0"), "bibliography/corrections/a.md:3"),
    "of a contributor": (
        replace(
            EDITION, contributors={"x": replace(KNOWN, licence="MIT", place=Place("c.yml", 7))}
        ),
        "c.yml:7",
    ),
}


@pytest.mark.parametrize("edition", AGREED.values(), ids=AGREED)
def test_who_agreed_is_not_asked_again(edition: Edition) -> None:
    assert said_of_licences(edition) == []


@pytest.mark.parametrize(("edition", "place", "name"), OPEN.values(), ids=OPEN)
def test_who_said_nothing_is_told_of_and_nothing_stops(
    edition: Edition, place: str, name: str
) -> None:
    problems = said_of_licences(edition)
    assert [str(problem) for problem in problems] == [
        f"{place}: licence-open: warning: no consent of {name} to {LICENCE} is recorded; an editor"
        f" will ask (whoever agrees writes licence: {LICENCE})"
    ]
    assert not errors(problems)


@pytest.mark.parametrize(("edition", "place"), OTHER.values(), ids=OTHER)
def test_another_licence_is_refused_at_its_line(edition: Edition, place: str) -> None:
    problems = said_of_licences(edition)
    assert [str(problem).partition(": expected")[0] for problem in problems] == [
        f"{place}: licence"
    ]


def test_who_is_told_of_a_slip_is_asked_whether_it_is_one() -> None:
    (problem,) = said_of_licences(signed(NEW, LICENCE.lower()))
    assert problem.hint == f"did you mean {LICENCE}?"


STRANGERS = {
    "an id": ("editors", []),
    "a new name": (
        "Wren",
        ["Wren is not among the contributors yet; an editor will add the name"],
    ),
    "the name of somebody known": (
        "The editors",
        [
            "The editors is not among the contributors yet; an editor will add the name (is it the"
            " one who signs with author: editors?)"
        ],
    ),
}


@pytest.mark.parametrize(("author", "told"), STRANGERS.values(), ids=STRANGERS)
def test_a_correction_by_somebody_new_is_told(author: str, told: list[str]) -> None:
    problems = [p for p in check(corrected(author, LICENCE)) if p.code == "author-new"]
    assert [str(p).partition("warning: ")[2] for p in problems] == told
    assert not errors(problems)


def test_an_id_that_nobody_has_is_one_problem_and_not_two() -> None:
    edition = signed(Contributor("", "nobody"))
    places = {"author": Place(FILE, 4)}
    unknown = replace(edition, notes=(replace(edition.notes[0], places=places),))
    assert said_of_licences(unknown) == []
