"""Terms, people and places are read with the place of every field; each list has its own kinds."""

from pathlib import Path

import pytest

from edition.core.body import Body, Cited, Paragraph, TermLink, Text
from edition.core.contributor import Contributor
from edition.core.coordinates import Coordinates
from edition.core.problem import Place, Problem
from edition.core.site import Site
from edition.core.term import KINDS, Realm, Term
from edition.sources.terms import read_terms

EDITORS = Contributor("editors", "The editors", is_group=True)
CARBERRY = Contributor("carberry", "Josiah Carberry", "0000-0002-1825-0097")
CONTRIBUTORS = {person.id: person for person in (EDITORS, CARBERRY)}
PATH = "docs/places/xian.md"
XIAN = """\
---
term: Xi'an
kind: city
forms: ["Xi'an", Chang'an]
name_zh-Hans: 西安
name_ru: [Сиань, Сианьфу]
also: [Xian, Hsi-an]
see: [shaanxi, silk-road]
coordinates: 34.28, 108.89
coordinates_source: almanac1998
author: carberry
date: 2026-11-24
revised: 2026-11-25
---

A city of [[Shaanxi]] [@quill2016].
"""


def write(root: Path, text: str = XIAN, path: str = PATH) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path, *changes: tuple[str, str]) -> tuple[Term, tuple[Problem, ...]]:
    text = XIAN
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    write(root, text)
    (term,), problems = read_terms(root, CONTRIBUTORS)
    return term, problems


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem).removeprefix(f"{PATH}:") for problem in sorted(problems)]


def test_an_edition_need_have_none(tmp_path: Path) -> None:
    assert read_terms(tmp_path, CONTRIBUTORS) == ((), ())


def test_an_entry_is_read(tmp_path: Path) -> None:
    term, problems = read(tmp_path)
    assert problems == ()
    assert term == Term(
        id="xian",
        name="Xi'an",
        realm=Realm.PLACES,
        kind="city",
        forms=("Xi'an", "Chang'an"),
        names=(("zh-Hans", "西安"), ("ru", "Сиань"), ("ru", "Сианьфу")),
        also=("Xian", "Hsi-an"),
        see=("shaanxi", "silk-road"),
        site=Site(point=Coordinates(34.28, 108.89)),
        coordinates_source="almanac1998",
        body=Body((Paragraph((
            Text("A city of "), TermLink("Shaanxi", Place(PATH, 16)), Text(" "),
            Cited("quill2016", "", Place(PATH, 16)), Text("."))),)),
        author=CARBERRY,
        date="2026-11-24",
        revised="2026-11-25",
        place=Place(PATH, 2),
        body_place=Place(PATH, 16),
    )  # fmt: skip
    assert term.place_of("coordinates") == Place(PATH, 9)
    assert term.place_of("tags") == term.place


def test_what_an_entry_need_not_say(tmp_path: Path) -> None:
    head = "term: Wren\nkind: person\nauthor: editors\ndate: 2026-11-24"
    write(tmp_path, f"---\n{head}\n---\nA bird.\n", "docs/people/wren.md")
    (term,), problems = read_terms(tmp_path, CONTRIBUTORS)
    assert problems == ()
    assert (term.forms, term.names, term.also, term.see) == ((), (), (), ())
    assert (term.site, term.coordinates_source, term.revised) == (Site(), "", "")


@pytest.mark.parametrize(
    ("realm", "kind"), [(realm, kind) for realm in Realm for kind in KINDS[realm]]
)
def test_every_kind_may_be_written_in_its_list_and_in_no_other(
    tmp_path: Path, realm: Realm, kind: str
) -> None:
    text = f"---\nterm: A\nkind: {kind}\nauthor: editors\ndate: 2026-11-24\n---\nA word.\n"
    for other in Realm:
        write(tmp_path, text, f"docs/{other.value}/a.md")
    terms, problems = read_terms(tmp_path, CONTRIBUTORS)
    assert [(term.realm, term.kind) for term in terms] == [
        (other, kind if other is realm else "") for other in Realm
    ]
    assert {(p.place, p.code) for p in problems} == {
        (Place(f"docs/{other.value}/a.md", 3), "field") for other in Realm if other is not realm
    }


def test_entries_are_sorted_by_list_and_id(tmp_path: Path) -> None:
    text = "---\nterm: A\nkind: {}\nauthor: editors\ndate: 2026-11-24\n---\nA word.\n"
    paths = ["places/a", "people/c", "glossary/d", "people/b", "glossary/a-b"]
    for path in paths:
        kind = KINDS[Realm(path.split("/")[0])][0]
        write(tmp_path, text.format(kind), f"docs/{path}.md")
    terms, problems = read_terms(tmp_path, CONTRIBUTORS)
    assert problems == ()
    assert [f"{term.realm.value}/{term.id}" for term in terms] == [
        "glossary/a-b", "glossary/d", "people/b", "people/c", "places/a",
    ]  # fmt: skip


POINTS = {
    "43.24, 76.89": Coordinates(43.24, 76.89),
    "-33.9,151": Coordinates(-33.9, 151),
    "'0, -0.5'": Coordinates(0, -0.5),
    "200, 10": Coordinates(200, 10),  # whether it is on earth is for the check to say
}


@pytest.mark.parametrize(("written", "point"), POINTS.items())
def test_a_point_is_two_numbers(tmp_path: Path, written: str, point: Coordinates) -> None:
    term, problems = read(tmp_path, ("34.28, 108.89", written))
    assert (term.site, problems) == (Site(point=point), ())


# ---- What is wrong ----

LANGUAGE = "expected a language of BCP 47 such as ru or zh-Hans after name_, found"
STATE = "the code of a language may differ from that of a state: zh, kk, uk"
PLAIN = "expected the plain words of a name in"
POINT = "expected latitude and longitude in decimal degrees in coordinates, found"
POINT_HINT = "(latitude and longitude in decimal degrees, such as 43.24, 76.89)"
WRONG: dict[str, tuple[str, str, list[str]]] = {
    "no name": ("term: Xi'an\n", "", ["2: field: expected the field term, found none"]),
    "an empty name": ("term: Xi'an", "term:", ["2: field: expected words in term, found nothing"]),
    "no kind": ("kind: city\n", "", ["2: field: expected the field kind, found none"]),
    "an unknown kind": ("kind: city", "kind: cities", [
        "3: field: expected kind to be one of state, city, region, sea, route, found 'cities'"
        " (did you mean city?)"]),
    "a name without its language": ("name_zh-Hans", "name_", [f"5: field: {LANGUAGE} ''"]),
    "a name without even a line of it": ("name_zh-Hans", "name", [
        "5: field: there is no field name; known are also, author, author_name, capital,"
        " coordinates, coordinates_source, date, forms, kind, label, licence, name_ru, name_…,"
        " new_source, orcid, outline, reported_by, revised, see, term, through"
        " (did you mean name_…?)"]),
    "a language by its name": ("name_zh-Hans", "name_chinese", [f"5: field: {LANGUAGE} 'chinese'"]),
    "a language in other capitals": ("zh-Hans", "zh-hans", [f"5: field: {LANGUAGE} 'zh-hans'"]),
    "a state for a language": ("name_zh-Hans", "name_cn", [
        f"5: field: there is no language cn ({STATE})"]),
    "no language": ("name_zh-Hans", "name_xx", [f"5: field: there is no language xx ({STATE})"]),
    "an element for a name": ("Сиань,", "<b>,", [f"6: field: {PLAIN} name_ru, found '<b>'"]),
    "an element for the name": ("term: Xi'an", "term: <b>Xi'an</b>", [
        f"2: field: {PLAIN} term, found \"<b>Xi'an</b>\""]),
    "a call for the name": ("term: Xi'an", "term: 'X {{ a }}'", [
        f"2: field: {PLAIN} term, found 'X {{{{ a }}}}'"]),
    "a citation for another name": ("Hsi-an", "'[@quill2016]'", [
        f"7: field: {PLAIN} also, found '[@quill2016]'"]),
    "a name for an id": ("shaanxi,", "Shaanxi,", [
        "8: field: expected small letters, digits and hyphens in see, found 'Shaanxi'"
        " (did you mean shaanxi?)"]),
    "a point in words": ("34.28, 108.89", "34 N, 108 E", [
        f"9: field: {POINT} '34 N, 108 E' {POINT_HINT}"]),
    "a point in minutes": ("34.28, 108.89", "34°16′N 108°54′E", [
        f"9: field: {POINT} '34°16′N 108°54′E' {POINT_HINT}"]),
    "a point that is a list": ("34.28, 108.89", "[34.28, 108.89]", [
        "9: field: expected words in coordinates, found a list or a mapping"]),
    "a source of no point": ("coordinates: 34.28, 108.89\n", "", [
        "9: field: expected coordinates beside coordinates_source, found none"]),
    "an author who is not known": ("carberry", "carbery", [
        "11: author-unknown: there is no contributor carbery (did you mean carberry?)"]),
    "somebody new": ("author: carberry", "author_name: Wren", [
        "11: author-new: warning: Wren is not among the contributors yet; an editor will add the"
        " name"]),
    "somebody new with an iD": (
        "author: carberry", "author_name: Wren\norcid: 0000-0002-1694-233X", [
            "11: author-new: warning: Wren is not among the contributors yet; an editor will add"
            " the name"]),
    "a day that is none": ("2026-11-24", "2026-11-31", [
        "12: field: expected a date such as 2026-11-23 in date, found '2026-11-31'"]),
    "revised before it was written": ("2026-11-25", "2026-11-23", [
        "13: field: expected a date not before 2026-11-24 in revised, found '2026-11-23'"]),
    "no words": ("A city of [[Shaanxi]] [@quill2016].\n", "", [
        "15: body-empty: expected words below the front matter, found none"]),
    "a heading": ("A city of", "# A city of", [
        "16: body-form: expected paragraphs, lists or quotations, found a heading (begin with the"
        " words themselves)"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    term, problems = read(tmp_path, (old, new))
    assert lines(problems) == expected
    assert term.id == "xian"


@pytest.mark.parametrize("field", ["coordinates: 1, 2", "tags: [a]", "quote: a", "level: 1"])
def test_a_person_has_no_field_of_something_else(tmp_path: Path, field: str) -> None:
    head = f"term: Wren\nkind: person\nauthor: editors\ndate: 2026-11-24\n{field}"
    write(tmp_path, f"---\n{head}\n---\nA bird.\n", "docs/people/wren.md")
    _, problems = read_terms(tmp_path, CONTRIBUTORS)
    assert [(p.place.line, p.code) for p in problems] == [(6, "field")]


FORMS = {
    "an element in the text": ("'a <b> c'", ("a <b> c",)),
    "a call in the text": ("'{{ a }}'", ("{{ a }}",)),
    "over two lines": ("\n  - silk\n    road", ("silk road",)),
    "with spaces that do not break": ("[silk\u00a0road]", ("silk road",)),
    "a number": ("[1990, 42]", ("1990", "42")),
    "one alone": ("silk road", ("silk road",)),
    "a comma": ("['silk, road']", ("silk, road",)),
}


@pytest.mark.parametrize(("written", "forms"), FORMS.values(), ids=FORMS)
def test_a_form_may_be_whatever_a_text_has(
    tmp_path: Path, written: str, forms: tuple[str, ...]
) -> None:
    term, problems = read(tmp_path, ("[\"Xi'an\", Chang'an]", written))
    assert (term.forms, problems) == (forms, ())


@pytest.mark.parametrize("text", ["No head.\n", "---\na: b: c\n---\n", ""])
def test_a_file_that_cannot_be_read_is_an_entry_without_anything(tmp_path: Path, text: str) -> None:
    """Its permanent link is not lost, and what points to it by its name is not wrong, too."""
    write(tmp_path, text, "docs/glossary/soft-power.md")
    (term,), problems = read_terms(tmp_path, CONTRIBUTORS)
    assert (term.id, term.name, term.body) == ("soft-power", "soft power", Body())
    assert [p.place.path for p in problems] == ["docs/glossary/soft-power.md"]


def test_one_file_leaves_its_neighbours_as_they_are(tmp_path: Path) -> None:
    whole, _ = read(tmp_path)
    write(tmp_path, XIAN.replace("kind: city", "kind: nonsense"), "docs/places/a.md")
    terms, problems = read_terms(tmp_path, CONTRIBUTORS)
    assert terms[1] == whole
    assert [p.place for p in problems] == [Place("docs/places/a.md", 3)]
