"""An exercise: a passage, the citation that follows it, other works, and the note as an answer."""

from dataclasses import replace

import pytest

from edition.core.body import Body
from edition.core.edition import Edition
from edition.core.note import Kind, Note
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.reference import Evidence, Status
from edition.html.exercise import ExerciseView, view_exercise
from tests.core.noted import FORMATTED, NOTED, note, with_notes

PAGE = "teach/against-the-source/"


def exercise(edition: Edition, note_id: str) -> ExerciseView:
    found = view_exercise(edition, FORMATTED, PAGE, note_id)
    assert found is not None
    return found


def on(quote: str, body: str = "See [@teale2020].", unit: str = "") -> Note:
    return note("asked", Quote(quote, unit), body, kind=Kind.SOURCE)


FOLLOWING = {
    "before the first": (on("The sea wrote"), "quill2016", ["teale2020"]),
    "ending with it": (on("wrote on it (Quill, 2016)"), "quill2016", ["teale2020"]),
    "between two": (on("and again"), "quill2016", ["teale2020"]),
    "in another paragraph": (on("Nobody read it"), "teale2020", []),
    "after the last": (on("."), "", ["teale2020"]),
    "where nothing is cited": (on("The wall"), "", ["teale2020"]),
    "the note cites nothing": (on("Nobody", "Nothing."), "teale2020", []),
    "the note cites both": (
        on("The sea", "[@teale2020] and [@quill2016, p. 12], [@teale2020]"),
        "quill2016", ["teale2020"]),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "cited", "others"), FOLLOWING.values(), ids=FOLLOWING)
def test_the_next_citation_is_named_apart_from_what_else_the_note_cites(
    asked: Note, cited: str, others: list[str]
) -> None:
    if asked.quote.exact == ".":
        asked = replace(asked, quote=Quote(".", "p2", prefix="Quill, 2016)"))
    found = exercise(with_notes(asked), "asked")
    entry = "../../bibliography/#{}".format
    assert (found.cited.address if found.cited else "") == (entry(cited) if cited else "")
    assert [source.address for source in found.others] == [entry(key) for key in others]


def test_the_passage_is_whole_and_leads_to_its_unit() -> None:
    found = exercise(NOTED, "wrote")
    assert found.quote == "wrote on it (Quill, 2016), and again"
    assert (found.where, found.unit_address) == ("¶ 1", "text/01-wall/#p1")
    assert found.anchor == "exercise-wrote"
    assert (found.answer.id, found.answer.letter) == ("wrote", "")


@pytest.mark.parametrize("status", Status)
def test_a_source_says_whether_it_was_found(status: Status) -> None:
    evidence = Evidence("quill2016", status, (), Body(()), Place("x"))
    library = tuple(
        replace(one, evidence=evidence) if one.key == "quill2016" else one for one in NOTED.library
    )
    found = exercise(replace(NOTED, library=library), "sea")
    assert found.cited is not None
    assert found.cited.status == status.value.replace("-", " ").replace("partly", "partly found")
    assert [source.status for source in found.others] == [""]


@pytest.mark.parametrize("name", ["", "NOTE", "nothing"])
def test_of_a_note_that_is_not_there_nothing_is_made(name: str) -> None:
    """The example of the macro stands also where an edition has no note."""
    assert view_exercise(NOTED, FORMATTED, PAGE, name) is None
