"""Corrections and evidence: one small file each, every corrected field with what shows it."""

from pathlib import Path

import pytest

from edition.core.body import Body, Cited, Emphasis, Paragraph, Text
from edition.core.problem import Place
from edition.core.reference import Status
from edition.sources.corrections import read_corrections, read_evidence

CORRECTION = """\
---
reference: nye2004
author: editors
date: 2026-11-23
corrected_publisher: PublicAffairs
evidence_publisher: https://example.org/title-page
corrected_isbn:
evidence_isbn: the list prints one of another book
---

See the *title page*.
"""
PATH = "bibliography/evidence/nye2004.md"
EVIDENCE = "---\nstatus: found\nsources: [https://example.org/a]\n---\nSeen.\n"


def write(root: Path, folder: str, name: str, text: str) -> None:
    (root / "bibliography" / folder).mkdir(parents=True)
    (root / "bibliography" / folder / name).write_text(text, encoding="utf-8")


def test_an_edition_need_have_neither(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == ((), ())
    assert read_evidence(tmp_path) == ((), ())


def test_a_correction_is_read(tmp_path: Path) -> None:
    write(tmp_path, "corrections", "nye2004.md", CORRECTION)
    (correction,), problems = read_corrections(tmp_path)
    assert problems == ()
    assert (correction.id, correction.reference) == ("nye2004", "nye2004")
    assert correction.values == (("publisher", "PublicAffairs"), ("isbn", ""))
    assert correction.evidence == (
        ("publisher", "https://example.org/title-page"),
        ("isbn", "the list prints one of another book"),
    )
    assert (correction.author, correction.date) == ("editors", "2026-11-23")
    assert correction.body == Body(
        (Paragraph((Text("See the "), Emphasis((Text("title page"),)), Text("."))),)
    )
    assert correction.places == {
        "publisher": Place("bibliography/corrections/nye2004.md", 5),
        "isbn": Place("bibliography/corrections/nye2004.md", 7),
    }


WRONG = {
    "no evidence": (
        "evidence_publisher: https://example.org/title-page\n",
        "",
        (5, "correction", "expected evidence_publisher beside the other, found none"),
    ),
    "evidence of nothing": (
        "corrected_publisher: PublicAffairs\n",
        "",
        (5, "correction", "expected corrected_publisher beside the other, found none"),
    ),
    "no reference": ("reference: nye2004\n", "", (2, "field", "expected the field reference")),
    "no author": ("author: editors\n", "", (2, "field", "expected the field author")),
    "no date": ("date: 2026-11-23\n", "", (2, "field", "expected the field date")),
    "a date in words": ("2026-11-23", "yesterday", (4, "field", "expected a date such as")),
    "an unknown field": ("date:", "year: 2026\ndate:", (4, "field", "there is no field year")),
    "an unknown prefix": (
        "corrected_isbn:\nevidence_isbn: the list prints one of another book\n",
        "correct_isbn:\n",
        (7, "field", "there is no field correct_isbn"),
    ),
    "a field without a name": (
        "corrected_isbn:\nevidence_isbn:",
        "corrected_: a\nevidence_:",
        (7, "correction", ""),
    ),
    "a field that is no name": (
        "corrected_isbn:\nevidence_isbn:",
        "corrected_a b: a\nevidence_a b:",
        (7, "correction", ""),
    ),
    "a brace too many": ("PublicAffairs", '"Public } Affairs"', (5, "correction", "")),
    "a value that would open another field": (
        "PublicAffairs",
        '"A}, url = {javascript:alert(1)"',
        (5, "correction", ""),
    ),
    "a brace never closed": ("PublicAffairs", '"{Public Affairs"', (5, "correction", "")),
    "an author that is empty": ("author: editors", "author: ''", (3, "field", "expected words in")),
    "an author in a list": ("author: editors", "author: [a]", (3, "field", "expected words in")),
    "a heading": ("See the", "# See the", (11, "body-form", "expected paragraphs, lists or")),
    "a link within the site": (
        "the *title page*", "[it](title.html)", (11, "body-form", "expected an http, https or")),
    "a script": (
        "the *title page*", "<script>a</script>", (11, "body-form", "expected words without")),
    "a body that is too long": ("See the", "a" * 6001, (10, "body-size", "expected at most 6000")),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_a_fault_of_a_correction_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, expected: tuple[int, str, str]
) -> None:
    line, code, message = expected
    assert CORRECTION.count(old) == 1
    write(tmp_path, "corrections", "nye2004.md", CORRECTION.replace(old, new))
    _, problems = read_corrections(tmp_path)
    assert [(p.place, p.code) for p in problems] == [
        (Place("bibliography/corrections/nye2004.md", line), code)
    ]
    assert problems[0].message.startswith(message)


@pytest.mark.parametrize("name", ["Nye 2004.md", "Nye2004.md", "nye_2004.md", "é.md"])
@pytest.mark.parametrize("folder", ["corrections", "evidence"])
def test_the_name_of_a_file_is_an_identifier(tmp_path: Path, folder: str, name: str) -> None:
    write(tmp_path, folder, name, CORRECTION if folder == "corrections" else EVIDENCE)
    read = read_corrections if folder == "corrections" else read_evidence
    found, problems = read(tmp_path)
    assert found == ()
    assert [(p.place, p.code) for p in problems] == [
        (Place(f"bibliography/{folder}/{name}"), "file-name")
    ]


def test_a_correction_need_not_say_more_than_its_fields(tmp_path: Path) -> None:
    write(tmp_path, "corrections", "nye2004.md", CORRECTION.replace("See the *title page*.", ""))
    (correction,), problems = read_corrections(tmp_path)
    assert (correction.body, problems) == (Body(), ())


def test_a_body_may_cite_what_shows_it(tmp_path: Path) -> None:
    write(tmp_path, "evidence", "nye2004.md", EVIDENCE.replace("Seen.", "See [@nye2011, p. 5]."))
    (evidence,), problems = read_evidence(tmp_path)
    assert problems == ()
    assert evidence.body == Body(
        (Paragraph((Text("See "), Cited("nye2011", "p. 5", Place(PATH, 5)), Text("."))),)
    )


def test_evidence_belongs_to_the_reference_of_its_name(tmp_path: Path) -> None:
    write(tmp_path, "evidence", "nye2004.md", EVIDENCE)
    (evidence,), problems = read_evidence(tmp_path)
    assert problems == ()
    assert (evidence.reference, evidence.status) == ("nye2004", Status.FOUND)
    assert evidence.sources == ("https://example.org/a",)
    assert evidence.body == Body((Paragraph((Text("Seen."),)),))


@pytest.mark.parametrize("status", [status.value for status in Status])
def test_every_status_may_be_written(tmp_path: Path, status: str) -> None:
    write(tmp_path, "evidence", "a.md", f"---\nstatus: {status}\n---\n")
    (evidence,), problems = read_evidence(tmp_path)
    assert (evidence.status.value, problems) == (status, ())


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("---\nstatus: seen\n---\n", 2, "field"),
        ("---\nstatus:\n---\n", 2, "field"),
        ("---\nsources: []\n---\n", 2, "field"),
        ("---\nstatus: found\nsources: [javascript:alert(1)]\n---\n", 3, "field"),
        ("---\nstatus: found\nsources: a book\n---\n", 3, "field"),
        ("---\nstatus: found\nsources: ['https://a.org/\"b']\n---\n", 3, "field"),
        ("---\nstatus: found\nsources: [[https://a.org]]\n---\n", 3, "field"),
        ("---\nstatus: found\n---\n![a](b)\n", 4, "body-form"),
        ("---\nstatus: found\ndate: 2026-11-23\n---\n", 3, "field"),
    ],
    ids=["an unknown status", "no word for it", "none", "a script", "no address",
         "a quotation mark", "a list in a list", "an image", "an unknown field"],
)  # fmt: skip
def test_a_fault_of_evidence_is_reported_at_its_line(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    write(tmp_path, "evidence", "a.md", text)
    _, problems = read_evidence(tmp_path)
    assert [(p.place, p.code) for p in problems] == [(Place("bibliography/evidence/a.md", line),
                                                      code)]  # fmt: skip
