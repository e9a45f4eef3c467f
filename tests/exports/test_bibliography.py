"""The library for reference managers: what is written is read back by other people's readers."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from pybtex.database import parse_string

from edition.core.problem import Place
from edition.core.reference import Reference
from edition.exports.bibliography import export_bibliography, to_ris
from edition.sources.citeproc import format_library
from tests.core.editions import EDITION

LIBRARY = {
    "nye2021": (
        "article",
        {"author": "Nye, Joseph S. and Quill, B.", "title": "Soft power & the {Silk Road}",
         "journaltitle": "Journal of Power", "date": "2021-03-04", "volume": "14", "number": "1",
         "pages": "196--208", "doi": "10.1080/2158379X.2021.1879572"},
    ),
    "ministry2023": (
        "online",
        {"author": "{{Ministry of Tides, Office and Pier}}", "title": "Factsheet",
         "date": "2023-05", "url": "https://example.org/a?b=c&d=e", "urldate": "2024-01-06"},
    ),
    "almanac1998": (
        "book",
        {"editor": "Teale, R.", "title": "The almanac", "publisher": "{Harbour Press}",
         "date": "1998", "isbn": "978-0-00-000000-2"},
    ),
    "power": ("inreference", {"title": "power", "booktitle": "{Dictionary of Қазақ}"}),
    "thesis2019": (
        "thesis",
        {"author": "van der Berg, Anna", "title": "Ladders", "institution": "{School}",
         "type": "Doctoral thesis", "date": "2019"},
    ),
    "magazine2020": (
        "article",
        {"author": "Yau, N.", "title": "Polish", "journaltitle": "openSea",
         "entrysubtype": "magazine", "date": "2020", "url": "https://example.org/m"},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    library = tuple(
        Reference(key, type_, fields, Place("bibliography/supplied.bib"), False)
        for key, (type_, fields) in LIBRARY.items()
    )
    edition = replace(EDITION, library=library, text_pages=())
    formatted, problems = format_library(tmp_path_factory.mktemp("exports"), edition)
    assert problems == ()
    return export_bibliography(edition, formatted)


def ris(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    records = rispy.loads(files["data/references.ris"].decode())
    return {str(record["id"]): record for record in records}


def test_the_whole_and_every_entry_are_given_in_three_formats(files: dict[str, bytes]) -> None:
    names = ["data/references", *(f"data/references/{key}" for key in LIBRARY)]
    assert set(files) == {f"{name}.{end}" for name in names for end in ("bib", "ris", "json")}


def test_bibtex_is_read_back_as_it_was_given(files: dict[str, bytes]) -> None:
    read = parse_string(files["data/references.bib"].decode(), "bibtex")
    assert list(read.entries) == list(LIBRARY)
    for key, (type_, fields) in LIBRARY.items():
        entry = read.entries[key]
        assert entry.type == type_
        people = {role: [str(person) for person in entry.persons[role]] for role in entry.persons}
        assert dict(entry.fields) == {
            name: value for name, value in fields.items() if name not in people
        }
        assert people.keys() == fields.keys() & {"author", "editor"}


def test_ris_is_read_back(files: dict[str, bytes]) -> None:
    records = ris(files)
    assert list(records) == list(LIBRARY)
    nye = records["nye2021"]
    assert {name: nye[name] for name in ("title", "authors", "secondary_title", "volume", "number",
                                         "start_page", "end_page", "doi", "year")} == {
        "title": "Soft power & the Silk Road",
        "authors": ["Nye, Joseph S.", "Quill, B."],
        "secondary_title": "Journal of Power",
        "volume": "14",
        "number": "1",
        "start_page": "196",
        "end_page": "208",
        "doi": "10.1080/2158379X.2021.1879572",
        "year": "2021",
    }  # fmt: skip
    assert records["ministry2023"]["authors"] == ["Ministry of Tides, Office and Pier"]
    assert records["ministry2023"]["urls"] == ["https://example.org/a?b=c&d=e"]
    assert records["ministry2023"]["access_date"] == "2024/01/06/"
    assert records["power"]["secondary_title"] == "Dictionary of Қазақ"
    # RIS has one tag for both numbers, SN; rispy calls it by the name of the other.
    assert records["almanac1998"]["issn"] == "978-0-00-000000-2"


@pytest.mark.parametrize(
    ("key", "type_"),
    [("nye2021", "JOUR"), ("ministry2023", "ELEC"), ("almanac1998", "BOOK"), ("thesis2019", "THES"),
     ("power", "ENCYC"), ("magazine2020", "MGZN")],
)  # fmt: skip
def test_every_record_has_the_ris_type_of_its_kind(
    files: dict[str, bytes], key: str, type_: str
) -> None:
    assert ris(files)[key]["type_of_reference"] == type_


@pytest.mark.parametrize(
    ("key", "date"),
    [("nye2021", "2021/03/04/"), ("ministry2023", "2023/05//"), ("almanac1998", "1998///")],
)
def test_a_date_is_as_exact_as_it_is_known(files: dict[str, bytes], key: str, date: str) -> None:
    assert ris(files)[key]["date"] == date


def test_a_record_names_everybody_that_the_entry_names(files: dict[str, bytes]) -> None:
    assert ["Teale, R."] in ris(files)["almanac1998"].values()


@pytest.mark.parametrize("name", ["references", *(f"references/{key}" for key in LIBRARY)])
def test_ris_has_tagged_lines_and_nothing_else(files: dict[str, bytes], name: str) -> None:
    """RIS specification of 2011: two characters, two spaces, a hyphen and a space."""
    lines = files[f"data/{name}.ris"].decode().splitlines()
    assert [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    opened = [line for line in lines if line.startswith("TY  - ")]
    assert len(opened) == len([line for line in lines if line.startswith("ER  - ")])
    assert len(opened) == (len(LIBRARY) if name == "references" else 1)


def test_csl_json_has_every_entry_by_its_key(files: dict[str, bytes]) -> None:
    items = json.loads(files["data/references.json"])
    assert [item["id"] for item in items] == list(LIBRARY)
    assert {item["type"] for item in items} <= {
        "article-journal", "article-magazine", "book", "dataset", "entry-encyclopedia",
        "entry-dictionary", "entry", "report", "thesis", "webpage",
    }  # fmt: skip


def test_an_entry_by_itself_is_the_one_in_the_whole(files: dict[str, bytes]) -> None:
    items = {item["id"]: item for item in json.loads(files["data/references.json"])}
    for key in LIBRARY:
        assert json.loads(files[f"data/references/{key}.json"]) == [items[key]]
        bib = parse_string(files[f"data/references/{key}.bib"].decode(), "bibtex")
        assert list(bib.entries) == [key]
        assert [r["id"] for r in rispy.loads(files[f"data/references/{key}.ris"].decode())] == [key]


def test_an_empty_library_is_exported_too(tmp_path: Path) -> None:
    edition = replace(EDITION, library=(), text_pages=())
    formatted, _ = format_library(tmp_path, edition)
    written = export_bibliography(edition, formatted)
    assert json.loads(written["data/references.json"]) == []
    assert rispy.loads(written["data/references.ris"].decode()) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"family": "Nye", "given": "J."}, "Nye, J."),
        ({"literal": "Office of Tides"}, "Office of Tides"),
        ({"family": "Berg", "given": "A.", "non-dropping-particle": "van der"}, "van der Berg, A."),
        ({"family": "King", "given": "M. L.", "suffix": "Jr."}, "King, M. L., Jr."),
        ({"family": "Plato"}, "Plato"),
    ],
)
def test_a_name_is_written_family_first(name: dict[str, str], written: str) -> None:
    record = rispy.loads(to_ris([{"id": "a", "type": "book", "title": "A", "author": [name]}]))[0]
    assert record["authors"] == [written]
