"""The library: BibTeX with the line of every entry, field and fault."""

from pathlib import Path

import pytest

from edition.core.problem import Place, Problem
from edition.core.reference import Correction, Evidence, Reference, Status
from edition.sources.library import read_bibtex, read_library


def read(root: Path, text: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    folder = root / "bibliography"
    folder.mkdir(exist_ok=True)
    (folder / "article.bib").write_text(text, encoding="utf-8")
    return read_bibtex(root, "bibliography/article.bib")


def test_entries_are_read_in_order_with_their_lines(tmp_path: Path) -> None:
    references, problems = read(
        tmp_path,
        "% A comment.\n\n@Book{b2016,\n  author = {Quill, B.},\n  Title = {Marks on\n  a wall},\n"
        "  url    = {https://example.org},\n}\n\n@online{a2016, title = {A}}\n",
    )
    assert problems == ()
    assert [(r.key, r.type, r.place.line, r.listed) for r in references] == [
        ("b2016", "book", 3, True),
        ("a2016", "online", 10, True),
    ]
    assert references[0].fields == {
        "author": "Quill, B.",
        "title": "Marks on a wall",
        "url": "https://example.org",
    }


FIELD_LINES = {
    "one a line": ("@book{a,\n  title = {A},\n  url = {u},\n}", {"title": 2, "url": 3}),
    "the last without a comma": ("@book{a,\n title = {A},\n url = {u}\n}", {"title": 2, "url": 3}),
    "a value over lines": (
        "@book{a,\n  title = {A\n    b\n    c},\n  url = {u},\n}",
        {"title": 2, "url": 5},
    ),
    "blank lines between": ("@book{a,\n\n title = {A},\n\n url = {u},\n}", {"title": 3, "url": 5}),
    "all on one": ("@book{a, title = {A}, url = {u}}", {"title": 1, "url": 1}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), FIELD_LINES.values(), ids=FIELD_LINES)
def test_every_field_knows_the_line_on_which_it_begins(
    tmp_path: Path, text: str, lines: dict[str, int]
) -> None:
    assert read(tmp_path, text)[0][0].field_lines == lines


VALUES = {
    "braces": ("{A {B} c}", "A {B} c"),
    "quotation marks": ('"A b"', "A b"),
    "a number": ("2016", "2016"),
    "a month": ("may", "May"),
    "a string of its own": ("press", "Harbour Press"),
    "parts joined": ('press # ", " # "London"', "Harbour Press, London"),
    "white space": ("{A\n\n  b\tc}", "A b c"),
    "accents": ("{Қазақстан, café}", "Қазақстан, café"),
    "a percent sign": ("{https://example.org/a%20b}", "https://example.org/a%20b"),
    "an at sign": ("{a@example.org}", "a@example.org"),
}


@pytest.mark.parametrize(("written", "value"), VALUES.values(), ids=VALUES)
def test_a_value_is_read(tmp_path: Path, written: str, value: str) -> None:
    text = f'@string{{press = "Harbour Press"}}\n@book{{a, note = {written}}}'
    references, problems = read(tmp_path, text)
    assert problems == ()
    assert references[0].fields == {"note": value}


BROKEN = {
    "a comma missing between fields": ("@book{a,\n  title = {A}\n  url = {u},\n}", 3),
    "a string that is not defined": ("@book{a,\n  title = {A},\n  month = foo,\n}", 3),
    "a brace never closed": ("@book{a,\n  title = {A,\n}\n\n@book{b, title = {B}}", 5),
    "a quotation mark never closed": ('@book{a,\n  title = {A},\n  url = "u,\n}\n', 4),
    "no key": ("\n@book{, title = {A}}", 2),
    "a key left out": ("\n@book{title = {A}}", 2),
    "no value": ("@book{a,\n  title = ,\n}", 2),
    "no equals sign": ("@book{a,\n  title {A},\n}", 2),
    "a field that opens with a digit": ("@book{a,\n  7title = {A},\n}", 2),
    "an at sign at the end": ("@book{a, title = {A}}\n@", 2),
    "an at sign in a comment": ("% see @book\n@book{a, title = {A}}", 2),
    "an entry never closed": ("@book{a,\n  title = {A},\n", 3),
}


@pytest.mark.parametrize(("text", "line"), BROKEN.values(), ids=BROKEN)
def test_a_fault_of_syntax_is_reported_at_the_line_where_reading_stopped(
    tmp_path: Path, text: str, line: int
) -> None:
    _, problems = read(tmp_path, text)
    assert [(p.place, p.code) for p in problems] == [
        (Place("bibliography/article.bib", line), "bibtex")
    ]
    assert problems[0].message.startswith("not valid BibTeX: ")


def test_one_broken_entry_does_not_hide_the_others(tmp_path: Path) -> None:
    references, problems = read(
        tmp_path,
        "@book{a, title = {A}}\n@book{b, title {B}}\n@book{c, title = {C}}\n@book{d, =}\n",
    )
    assert {"a", "c"} <= {reference.key for reference in references}
    assert [problem.place.line for problem in problems] == [2, 4]


@pytest.mark.parametrize(
    "key", ["Nye2004", "nye:2004", "nye_2004", "nye.2004", "2004", "1-2", "né", "-a", "a--b"]
)
def test_a_key_that_could_be_no_address_is_refused(tmp_path: Path, key: str) -> None:
    _, problems = read(tmp_path, f"\n@book{{{key}, title = {{A}}}}")
    assert [str(problem) for problem in problems] == [
        "bibliography/article.bib:2: reference-key: expected a key of small letters, digits and"
        f" hyphens, found {key!r}"
    ]


def test_a_field_twice_is_reported(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "@book{a,\n  title = {A},\n  TITLE = {B},\n}")
    assert [(p.code, p.message) for p in problems] == [
        ("reference-duplicate", "the field TITLE of a stands twice")
    ]


def library(root: Path, **files: str) -> list[str]:
    folder = root / "bibliography"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.bib").write_text(text, encoding="utf-8")
    _, problems = read_library(root, (), ())
    return sorted(str(problem) for problem in problems)


@pytest.mark.parametrize("second", ["nye2004", "Nye2004", "NYE2004"])
def test_a_key_twice_is_reported_whatever_its_capitals(tmp_path: Path, second: str) -> None:
    """Reference managers and pandoc compare keys without regard to capitals."""
    problems = library(tmp_path, article=f"@book{{nye2004, title={{A}}}}\n\n@book{{{second},}}")
    assert [line for line in problems if "duplicate" in line] == [
        f"bibliography/article.bib:3: reference-duplicate: the key {second} stands twice, first"
        " at bibliography/article.bib:1"
    ]


def test_a_key_in_two_files_is_reported_in_the_one_that_is_not_the_article_s(
    tmp_path: Path,
) -> None:
    assert library(tmp_path, article="\n@book{a,}", an_earlier_name="@book{a,}") == [
        "bibliography/an_earlier_name.bib:1: reference-duplicate: the key a stands twice, first"
        " at bibliography/article.bib:2"
    ]


def test_only_the_article_s_own_file_is_its_list(tmp_path: Path) -> None:
    assert library(tmp_path, article="@book{a,}", supplied="@book{b,}") == []
    references, _ = read_library(tmp_path, (), ())
    assert {reference.key: reference.listed for reference in references} == {"a": True, "b": False}


def test_corrections_and_evidence_are_laid_beside_their_entry(tmp_path: Path) -> None:
    assert library(tmp_path, article="@book{a,}\n@book{b,}") == []
    place = Place("bibliography/corrections/a.md")
    correction = Correction("a", "a", (("title", "A"),), (("title", "x"),), "", "e", "d", place)
    evidence = Evidence("b", Status.FOUND, (), "", place)
    (first, second), problems = read_library(tmp_path, (correction,), (evidence,))
    assert problems == ()
    assert (first.corrections, first.evidence) == ((correction,), None)
    assert (second.corrections, second.evidence) == ((), evidence)


def test_a_correction_of_an_unknown_entry_names_the_nearest(tmp_path: Path) -> None:
    assert library(tmp_path, article="@book{quill2016,}") == []
    place = Place("bibliography/corrections/x.md")
    correction = Correction("x", "quil2016", (), (), "", "e", "d", place)
    _, problems = read_library(tmp_path, (correction,), ())
    assert [str(problem) for problem in problems] == [
        "bibliography/corrections/x.md:1: citation-unknown: the library has no entry quil2016"
        " (did you mean quill2016?)"
    ]


def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "article.bib").write_bytes(b"@book{a, title = {caf\xe9}}")
    references, problems = read_bibtex(tmp_path, "bibliography/article.bib")
    assert references == ()
    assert [problem.code for problem in problems] == ["file-encoding"]
