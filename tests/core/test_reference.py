"""An entry of the library: its required fields, its addresses, its corrections."""

import pytest
from pybtex.database import parse_string

from edition.core.problem import Place
from edition.core.reference import (
    REQUIRED,
    Change,
    Correction,
    Reference,
    check_reference,
    to_biblatex,
    unbraced,
)

PLACE = Place("bibliography/article.bib", 10)
FULL = {
    "article": {"author": "Quill, B.", "title": "Marks", "journaltitle": "Harbours"},
    "book": {"author": "Quill, B.", "title": "Marks", "publisher": "Press"},
    "dataset": {"title": "Marks", "publisher": "Press"},
    "inreference": {"title": "Marks"},
    "online": {"title": "Marks", "url": "https://example.org/"},
    "report": {"title": "Marks", "institution": "Press"},
    "thesis": {"author": "Quill, B.", "title": "Marks", "institution": "School"},
}


def reference(type_: str, fields: dict[str, str], *corrections: Correction) -> Reference:
    lines = {name: 11 + index for index, name in enumerate(fields)}
    return Reference("quill2016", type_, fields, PLACE, True, corrections, None, lines)


def correction(**values: str) -> Correction:
    return Correction(
        "quill2016",
        "quill2016",
        tuple(values.items()),
        tuple((name, f"page on {name}") for name in values),
        "",
        "editors",
        "2026-11-23",
        Place("bibliography/corrections/quill2016.md"),
    )


def test_every_type_has_a_case_here() -> None:
    assert FULL.keys() == REQUIRED.keys()


@pytest.mark.parametrize(("type_", "fields"), FULL.items(), ids=FULL)
def test_an_entry_with_its_required_fields_is_no_problem(
    type_: str, fields: dict[str, str]
) -> None:
    assert list(check_reference(reference(type_, fields))) == []


@pytest.mark.parametrize(
    ("type_", "missing"),
    [(type_, name) for type_, fields in FULL.items() for name in fields],
)
@pytest.mark.parametrize("empty", [False, True], ids=["absent", "empty"])
def test_each_required_field_is_missed(type_: str, missing: str, empty: bool) -> None:
    fields = {**FULL[type_], missing: ""}
    if not empty:
        del fields[missing]
    problems = list(check_reference(reference(type_, fields)))
    assert [(p.code, p.place) for p in problems] == [("reference-field", PLACE)]
    wanted = next(names for names in REQUIRED[type_] if missing in names.split("|"))
    assert problems[0].message == (
        f"@{type_}{{quill2016}} lacks the required field {wanted.replace('|', ' or ')}"
    )


@pytest.mark.parametrize(
    ("type_", "without", "given"),
    [
        ("book", "author", {"editor": "Teale, R."}),
        ("online", "url", {"doi": "10.1000/182"}),
        ("report", "institution", {"author": "Quill, B."}),
        ("dataset", "publisher", {"organization": "Office"}),
    ],
)
def test_one_of_several_fields_is_enough(type_: str, without: str, given: dict[str, str]) -> None:
    fields = {name: value for name, value in FULL[type_].items() if name != without}
    assert list(check_reference(reference(type_, {**fields, **given}))) == []


@pytest.mark.parametrize("type_", ["misc", "webpage", "Article", ""])
def test_a_type_that_cannot_be_set_is_refused(type_: str) -> None:
    problems = list(check_reference(reference(type_, FULL["book"])))
    assert [(p.code, p.place) for p in problems] == [("reference-type", PLACE)]


GOOD_URLS = [
    "https://example.org/",
    "http://english.scio.gov.cn/m/2023-05/17/content_85354144.htm",
    "https://example.org/a?b=c&d=e#f",
    "https://example.org/a_(b)",
    "https://example.org/c25fa%20f8a4.docx",
    "https://example.org/it's",
    "https://пример.example/путь",
    "https://doi.org/https://doi.org/10.1080/2158379X.2021.1879572",
]
BAD_URLS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " https://example.org/",
    "&#106;avascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/a",
    "//example.org/a",
    "/a",
    "www.example.org",
    "https://",
    "https://example.org/a b",
    "https://example.org/\nb",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>",
    "https://example.org/a>b",
    "https://example.org/{a}",
    r"https://example.org/a\_b",
    r"\href{javascript:alert(1)}{a}",
    r"\url{https://example.org}",
    "https://example.org/`a`",
    "https://example.org/a\u00a0b",
    "https://example.org/\u2028a",
]
GOOD_DOIS = [
    "10.1080/2158379X.2021.1879572",
    "10.1000/182",
    "10.1002/(SICI)1097-4571(199806)49:8",
    "10.12345/a;b,c",
]
BAD_DOIS = [
    "https://doi.org/10.1000/182",
    "https://doi.org/https://doi.org/10.1000/182",
    "doi:10.1000/182",
    "10.1000",
    "10.1/182",
    "11.1000/182",
    "10.1000/",
    "10.1000/a b",
    '10.1000/"onclick="alert(1)',
    "10.1000/<script>",
    r"10.1000/a\_b",
    "javascript:alert(1)",
    "10.1000/182\n",
    "10.1000/{182}",
]


@pytest.mark.parametrize("url", GOOD_URLS)
def test_a_web_address_may_become_a_link(url: str) -> None:
    assert list(check_reference(reference("online", {**FULL["online"], "url": url}))) == []


@pytest.mark.parametrize("url", BAD_URLS)
def test_anything_but_a_web_address_is_refused_at_its_line(url: str) -> None:
    problems = list(check_reference(reference("online", {**FULL["online"], "url": url})))
    assert [(p.code, p.place.line) for p in problems] == [("reference-address", 12)]
    assert problems[0].message == (
        f"expected an http or https address in url of quill2016, found {url!r}"
    )


@pytest.mark.parametrize("doi", GOOD_DOIS)
def test_a_doi_may_become_a_link(doi: str) -> None:
    assert list(check_reference(reference("online", {**FULL["online"], "doi": doi}))) == []


@pytest.mark.parametrize("doi", BAD_DOIS)
def test_anything_but_a_doi_is_refused_at_its_line(doi: str) -> None:
    problems = list(check_reference(reference("online", {**FULL["online"], "doi": doi})))
    assert [(p.code, p.place.line) for p in problems] == [("reference-address", 13)]


def test_an_address_is_checked_as_corrected() -> None:
    fields = {**FULL["online"], "url": "www.example.org"}
    assert list(check_reference(reference("online", fields, correction(url="https://a.org")))) == []
    hostile = correction(url="javascript:alert(1)")
    assert [p.code for p in check_reference(reference("online", FULL["online"], hostile))] == [
        "reference-address"
    ]


def test_a_correction_may_supply_and_take_away_fields() -> None:
    entry = reference("book", FULL["book"], correction(publisher="Other Press", author=""))
    assert entry.corrected == {"title": "Marks", "publisher": "Other Press"}
    assert entry.changes == (
        Change("publisher", "Press", "Other Press", "page on publisher"),
        Change("author", "Quill, B.", "", "page on author"),
    )
    assert [p.code for p in check_reference(entry)] == ["reference-field"]


def test_the_printed_fields_stay_as_they_are() -> None:
    entry = reference("book", FULL["book"], correction(title="Other"))
    assert entry.fields == FULL["book"]


@pytest.mark.parametrize(
    ("printed", "number"), [("12", 12), ("", 0), ("x", 0), ("-1", 0), ("1.5", 0)]
)
def test_the_printed_number_is_a_whole_number_or_none(printed: str, number: int) -> None:
    assert reference("book", {"printed_number": printed}).printed_number == number


def test_an_entry_is_written_as_corrected_and_without_its_printed_forms() -> None:
    fields = {"printed_number": "3", "printed_url": "www", **FULL["book"], "title": "{Marks} & co"}
    entry = reference("book", fields, correction(date="2016"))
    assert to_biblatex(entry) == (
        "@book{quill2016,\n  author = {Quill, B.},\n  title = {{Marks} & co},\n"
        "  publisher = {Press},\n  date = {2016},\n}\n"
    )
    read = parse_string(to_biblatex(entry), "bibtex").entries["quill2016"]
    assert dict(read.fields) == {"title": "{Marks} & co", "publisher": "Press", "date": "2016"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("{China}'s {Silk Road}", "China's Silk Road"), (r"A \& B", "A & B"), ("plain", "plain"),
     ("", "")],
)  # fmt: skip
def test_readers_see_no_protecting_braces(value: str, shown: str) -> None:
    assert unbraced(value) == shown
