"""The article, the edition and its notes for reference managers, read back by other readers."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from pybtex.database import parse_string

from edition.core.edition import Edition
from edition.exports.works import export_cited_passages, export_works
from edition.sources.citeproc import format_library
from tests.core.noted import IN_ORDER, NOTED

HERE = replace(NOTED, settings=replace(NOTED.settings, url="https://example.org/wall/"))
NAMES = ("article", "edition", "notes")


def files_of(edition: Edition, root: Path) -> dict[str, bytes]:
    formatted, problems = format_library(root, edition)
    assert problems == ()
    return export_works(edition, formatted)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(HERE, tmp_path_factory.mktemp("works"))


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same without the site's address."""
    return files_of(NOTED, tmp_path_factory.mktemp("nowhere"))


def test_each_is_given_in_three_formats(files: dict[str, bytes]) -> None:
    assert set(files) == {
        f"data/cite/{name}.{end}" for name in NAMES for end in ("bib", "ris", "json")
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_three_formats_hold_the_same_works(files: dict[str, bytes], name: str) -> None:
    text = {end: files[f"data/cite/{name}.{end}"].decode() for end in ("bib", "ris", "json")}
    keys = list(parse_string(text["bib"], "bibtex").entries)
    assert [record["id"] for record in rispy.loads(text["ris"])] == keys
    assert [item["id"] for item in json.loads(text["json"])] == keys
    assert len(keys) == (len(IN_ORDER) if name == "notes" else 1)


def ris(files: dict[str, bytes], name: str) -> list[dict[str, object]]:
    return [dict(record) for record in rispy.loads(files[f"data/cite/{name}.ris"].decode())]


def test_the_article_has_what_is_known_of_it_and_nothing_else(files: dict[str, bytes]) -> None:
    assert ris(files, "article") == [
        {
            "type_of_reference": "JOUR",
            "id": "halloran2021",
            "title": "The wall",
            "authors": ["Halloran, Wren"],
            "year": "2021",
            "date": "2021/03/04/",
            "secondary_title": "Harbours",
            "urls": ["https://example.org/tides"],
        }
    ]
    entry = parse_string(files["data/cite/article.bib"].decode(), "bibtex").entries["halloran2021"]
    assert entry.type == "article"
    assert dict(entry.fields) == {
        "title": "{The wall}",
        "journaltitle": "{Harbours}",
        "date": "2021-03-04",
        "url": "https://example.org/tides",
    }
    assert [str(person) for person in entry.persons["author"]] == ["Halloran, Wren"]


def test_the_edition_has_an_address_only_where_that_is_known(
    files: dict[str, bytes], nowhere: dict[str, bytes]
) -> None:
    whole = {
        "type_of_reference": "BOOK",
        "id": "halloran2021-edition",
        "title": "The wall: an edition",
        "authors": ["The test editors"],
        "year": "2026",
        "date": "2026/11/24/",
    }
    assert ris(nowhere, "edition") == [whole]
    assert ris(files, "edition") == [{**whole, "urls": ["https://example.org/wall/"]}]


def test_a_note_is_a_part_of_the_edition_by_its_author(files: dict[str, bytes]) -> None:
    records = {str(record["id"]): record for record in ris(files, "notes")}
    for note in IN_ORDER:
        record = records[f"note--{note.id}"]
        assert record["type_of_reference"] == "CHAP"
        assert record["secondary_title"] == "The wall: an edition"
        assert record["date"] == (note.revised or note.date).replace("-", "/") + "/"
        assert record["urls"] == [f"https://example.org/wall/n/{note.id}/"]
    assert records["note--wrote"]["authors"] == ["Teale, Rowan"]
    assert records["note--sea"]["authors"] == ["The editors"]


def test_no_note_has_an_address_while_that_of_the_site_is_unknown(
    nowhere: dict[str, bytes],
) -> None:
    assert [record for record in ris(nowhere, "notes") if "urls" in record] == []
    for item in json.loads(nowhere["data/cite/notes.json"]):
        assert "URL" not in item


KEYS = {
    "Zoë Ščerba": "scerba2021",
    "Juan de la Cruz": "cruz2021",
    "李明": "article2021",
    "O’Hara, Seán": "ohara2021",
}


@pytest.mark.parametrize("author", KEYS)
def test_a_key_is_one_that_every_program_reads(author: str, tmp_path: Path) -> None:
    work = replace(NOTED.settings.work, author=author)
    edition = replace(NOTED, settings=replace(NOTED.settings, work=work), notes=())
    written = files_of(edition, tmp_path)["data/cite/article.bib"].decode()
    assert list(parse_string(written, "bibtex").entries) == [KEYS[author]]


def test_how_a_passage_is_cited_is_given_in_each_style(tmp_path: Path) -> None:
    formatted, _ = format_library(tmp_path, NOTED)
    ((path, content),) = export_cited_passages(formatted).items()
    assert path == "data/passage.json"
    found = json.loads(content)
    assert [one["style"] for one in found] == ["APA", "MLA", "Chicago"]
    assert [one["single"] for one in found] == [
        "(Halloran, 2021, para. {first})",
        "(Halloran, par. {first})",
        "(Halloran 2021, para. {first})",
    ]
    for one, style in zip(found, formatted.styled.values(), strict=True):
        assert [tuple(run) for run in one["work"]] == [(r.text, r.emphasis) for r in style.work]
