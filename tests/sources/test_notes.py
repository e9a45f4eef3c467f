"""Notes are read with the place of every field; what an editor has to settle is a warning."""

from pathlib import Path

import pytest

from edition.core.body import Body, Cited, Paragraph, Text
from edition.core.contributor import Contributor
from edition.core.note import Kind, Note
from edition.core.problem import Place, Problem
from edition.core.quote import Quote
from edition.sources.notes import read_notes

EDITORS = Contributor("editors", "The editors", is_group=True)
CARBERRY = Contributor("carberry", "Josiah Carberry", "0000-0002-1825-0097")
CONTRIBUTORS = {person.id: person for person in (EDITORS, CARBERRY)}
PATH = "docs/notes/a-note.md"
NOTE = """\
---
quote: the mark says
unit: p1
prefix: a mark.
suffix: how
kind: correction
level: 3
author: carberry
date: 2026-11-24
revised: 2026-11-25
tags: [ladders, wet feet]
figure: tides
---
Read “shows” [@quill2016].
"""


def write(root: Path, text: str = NOTE, name: str = "a-note.md") -> None:
    file = root / "docs" / "notes" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path, *changes: tuple[str, str]) -> tuple[Note, tuple[Problem, ...]]:
    text = NOTE
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    write(root, text)
    (note,), problems = read_notes(root, CONTRIBUTORS)
    return note, problems


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem).removeprefix(f"{PATH}:") for problem in sorted(problems)]


def test_an_edition_need_have_none(tmp_path: Path) -> None:
    assert read_notes(tmp_path, CONTRIBUTORS) == ((), ())


def test_a_note_is_read(tmp_path: Path) -> None:
    note, problems = read(tmp_path)
    assert problems == ()
    assert note == Note(
        id="a-note",
        quote=Quote("the mark says", "p1", "a mark.", "how"),
        kind=Kind.CORRECTION,
        level=3,
        body=Body((Paragraph((Text("Read “shows” "), Cited("quill2016", "", Place(PATH, 14)),
                              Text("."))),)),
        author=CARBERRY,
        date="2026-11-24",
        revised="2026-11-25",
        tags=("ladders", "wet feet"),
        new_source="",
        figure="tides",
        place=Place(PATH, 2),
    )  # fmt: skip
    assert note.place_of("unit") == Place(PATH, 3)
    assert note.place_of("new_source") == note.place


def test_what_a_note_need_not_say(tmp_path: Path) -> None:
    write(tmp_path, "---\nquote: a\nkind: query\nauthor: editors\ndate: 2026-11-24\n---\nWhy?\n")
    (note,), problems = read_notes(tmp_path, CONTRIBUTORS)
    assert problems == ()
    assert (note.quote, note.level, note.revised, note.tags) == (Quote("a"), 1, "", ())


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_may_be_written(tmp_path: Path, kind: Kind) -> None:
    note, problems = read(tmp_path, ("kind: correction", f"kind: {kind.value}"))
    assert (note.kind, problems) == (kind, ())


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_level_may_be_written(tmp_path: Path, level: int) -> None:
    note, problems = read(tmp_path, ("level: 3", f"level: '{level}'"))
    assert (note.level, problems) == (level, ())


QUOTES = {
    "over two lines": "quote: the\n  mark  says",
    "folded": "quote: >-\n  the mark\n  says",
    "in quotation marks": "quote: 'the mark says '",
    "with spaces that do not break": "quote: the\u00a0mark\u202fsays",
}


@pytest.mark.parametrize("written", QUOTES.values(), ids=QUOTES)
def test_where_a_writer_breaks_a_line_is_no_part_of_a_quote(tmp_path: Path, written: str) -> None:
    note, problems = read(tmp_path, ("quote: the mark says", written))
    assert (note.quote.exact, problems) == ("the mark says", ())


@pytest.mark.parametrize(
    "quote", ["The Mark Says", "“the” mark", "the mark’s", "té mark", "a – b", "to co opts", "a ,b"]
)
def test_nothing_else_of_a_quote_is_changed(tmp_path: Path, quote: str) -> None:
    note, _ = read(tmp_path, ("quote: the mark says", f"quote: {quote}"))
    assert note.quote.exact == quote


# ---- Who wrote it ----

NEW = "is not among the contributors yet; an editor will add the name"
AUTHORS: dict[str, tuple[str, Contributor, list[str]]] = {
    "an id": ("author: editors", EDITORS, []),
    "a new name": ("author_name: Wren Halloran", Contributor("", "Wren Halloran"), [
        f"8: author-new: warning: Wren Halloran {NEW}"]),
    "a new name of another script": ("author_name: 李明", Contributor("", "李明"), [
        f"8: author-new: warning: 李明 {NEW}"]),
    "a new name and an iD": (
        "author_name: Wren Halloran\norcid: 0000-0002-1694-233X",
        Contributor("", "Wren Halloran", "0000-0002-1694-233X"),
        [f"8: author-new: warning: Wren Halloran {NEW}"]),
    "a name that is known": ("author_name: Josiah Carberry", Contributor("", "Josiah Carberry"), [
        f"8: author-new: warning: Josiah Carberry {NEW}"
        " (is it the one who signs with author: carberry?)"]),
    "an id that is not there": ("author: carbery", Contributor("", "carbery"), [
        "8: author-unknown: there is no contributor carbery (did you mean carberry?)"]),
    "a name for an id": ("author: Wren Halloran", Contributor("", "Wren Halloran"), [
        "8: author-unknown: there is no contributor Wren Halloran"
        " (someone new writes author_name: and a name)"]),
    "both": ("author: editors\nauthor_name: Wren Halloran", EDITORS, [
        "9: field: expected either author or author_name, found author and author_name"]),
    "neither": ("orcid: 0000-0002-1825-0097", Contributor("", "", "0000-0002-1825-0097"), [
        "2: field: expected either author or author_name, found none (write author_name:"
        " and your name)"]),
    "nobody": ("author: ''", Contributor("", ""), [
        "8: field: expected either author or author_name, found none (write author_name:"
        " and your name)"]),
    "a digit that is wrong": (
        "author_name: Wren\norcid: 0000-0002-1825-0098",
        Contributor("", "Wren", "0000-0002-1825-0098"),
        [f"8: author-new: warning: Wren {NEW}",
         "9: field: expected an ORCID iD whose last digit is right in orcid, found"
         " '0000-0002-1825-0098'"]),
    "digits of another script": (
        "author_name: Wren\norcid: ٠٠٠٠-0002-1825-0097", Contributor("", "Wren"),
        [f"8: author-new: warning: Wren {NEW}",
         "9: field: expected an ORCID iD such as 0000-0002-1825-0097 in orcid, found"
         " '٠٠٠٠-0002-1825-0097' (your ORCID iD, beside author_name, if you have one)"]),
    "an iD beside an id": ("author: editors\norcid: 0000-0002-1825-0097", EDITORS, [
        "9: field: expected orcid beside author_name only, found it beside author"
        " (the ORCID iD of a contributor stands in docs/about/contributors.yml)"]),
    "no letter": ("author_name: '...'", Contributor("", "..."), [
        "8: field: expected the plain words of a name in author_name, found '...'"]),
    "an element": ("author_name: <b>Wren</b>", Contributor("", "<b>Wren</b>"), [
        "8: field: expected the plain words of a name in author_name, found '<b>Wren</b>'"]),
    "a macro": ("author_name: 'W {{ a }}'", Contributor("", "W {{ a }}"), [
        "8: field: expected the plain words of a name in author_name, found 'W {{ a }}'"]),
    "too long a name": ("author_name: " + "Wren" * 26, Contributor("", ""), [
        "8: field: expected at most 100 characters in author_name, found 104"
        " (your name as it shall be shown, if you are new here)"]),
}  # fmt: skip


@pytest.mark.parametrize(("written", "author", "expected"), AUTHORS.values(), ids=AUTHORS)
def test_a_note_is_signed(
    tmp_path: Path, written: str, author: Contributor, expected: list[str]
) -> None:
    note, problems = read(tmp_path, ("author: carberry", written))
    assert (note.author, lines(problems)) == (author, expected)
    assert [p.is_error for p in sorted(problems)] == ["warning" not in line for line in expected]


def test_where_nobody_is_known_the_file_of_contributors_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    _, problems = read_notes(tmp_path, {})
    assert lines(problems) == [
        "8: author-unknown: there is no contributor carberry"
        " (docs/about/contributors.yml names nobody)"
    ]


# ---- What an editor has to settle, and what contradicts itself ----

SETTLED = {
    "an address": ("https://example.org/?a=b&c", "source-new"),
    "a DOI": ("10.1000/182", "source-new"),
    "plain words": ("'the sign on the wall: “2 fathoms”'", "source-new"),
    "a script link, which is no link": ("javascript:alert(1)", "source-new"),
    "an element": ("<script>alert(1)</script>", "field"),
    "a macro": ("'{{ a }}'", "field"),
    "a statement": ("'{% a %}'", "field"),
    "a citation": ("'[@quill2016]'", "field"),
    "a footnote": ("'a [^1]'", "field"),
    "too long": ("a" * 501, "field"),
}


@pytest.mark.parametrize(("source", "code"), SETTLED.values(), ids=SETTLED)
def test_a_source_that_the_library_lacks_may_be_named(
    tmp_path: Path, source: str, code: str
) -> None:
    _, problems = read(tmp_path, ("tags: [ladders, wet feet]", f"new_source: {source}"))
    assert [(p.place.line, p.code, p.is_error) for p in problems] == [(11, code, code == "field")]


@pytest.mark.parametrize(
    ("date", "revised", "expected"),
    [
        ("2026-11-24", "2026-11-24", []),
        ("2026-11-24", "2027-01-01", []),
        ("2026-11-24", "''", []),
        ("2026-11-24", "2026-11-23", [
            "10: field: expected a date not before 2026-11-24 in revised, found '2026-11-23'"]),
        ("2026-11-31", "2026-11-23", [
            "9: field: expected a date such as 2026-11-23 in date, found '2026-11-31'"]),
        ("2026-11-24", "2025-02-29", [
            "10: field: expected a date such as 2026-11-23 in revised, found '2025-02-29'"]),
    ],
    ids=["the same day", "later", "not at all", "before", "on no day", "revised on no day"],
)  # fmt: skip
def test_a_note_is_not_revised_before_it_is_written(
    tmp_path: Path, date: str, revised: str, expected: list[str]
) -> None:
    _, problems = read(tmp_path, ("date: 2026-11-24", f"date: {date}"), ("2026-11-25", revised))
    assert lines(problems) == expected


# ---- A note with something wrong is still a note ----

REFUSED = {
    "a list for a quote": ("quote: the mark says", "quote: [the, mark]"),
    "a quote that is too long": ("the mark says", "a" * 2001),
    "two units": ("unit: p1", "unit: [p1, p2]"),
    "a prefix that is too long": ("prefix: a mark.", "prefix: " + "a" * 301),
}


@pytest.mark.parametrize(("old", "new"), REFUSED.values(), ids=REFUSED)
def test_a_quote_that_was_refused_is_not_looked_for(tmp_path: Path, old: str, new: str) -> None:
    """The text would be said to lack what was reported already."""
    note, problems = read(tmp_path, (old, new))
    assert (note.quote, len(problems)) == (Quote(""), 1)


@pytest.mark.parametrize("unit", ["P1", "¶ 1", "p99", "1"])
def test_a_unit_of_any_form_is_held_against_those_there_are(tmp_path: Path, unit: str) -> None:
    note, problems = read(tmp_path, ("unit: p1", f"unit: {unit}"))
    assert (note.quote.unit, problems) == (unit, ())


@pytest.mark.parametrize("text", ["No head.\n", "---\na: b: c\n---\n", "---\n---\n\0", ""])
def test_a_file_that_cannot_be_read_is_a_note_without_anything(tmp_path: Path, text: str) -> None:
    """Otherwise its permanent link would be said to be lost, and a redirect asked for."""
    write(tmp_path, text)
    write(tmp_path, NOTE, "b-note.md")
    write(tmp_path, NOTE, "0-note.md")
    notes, problems = read_notes(tmp_path, CONTRIBUTORS)
    assert [note.id for note in notes] == ["0-note", "a-note", "b-note"]
    assert (notes[1].quote, notes[1].body) == (Quote(""), Body())
    assert [p.place.path for p in problems] == [PATH]


def test_a_file_of_another_name_is_no_note(tmp_path: Path) -> None:
    write(tmp_path, NOTE, "A Note.md")
    notes, problems = read_notes(tmp_path, CONTRIBUTORS)
    assert (notes, [p.code for p in problems]) == ((), ["file-name"])


def test_a_note_with_something_wrong_leaves_its_neighbour_as_it_is(tmp_path: Path) -> None:
    whole, _ = read(tmp_path)
    write(tmp_path, NOTE.replace("kind: correction", "kind: nonsense"), "b-note.md")
    notes, problems = read_notes(tmp_path, CONTRIBUTORS)
    assert notes[0] == whole
    assert [p.place for p in problems] == [Place("docs/notes/b-note.md", 6)]
