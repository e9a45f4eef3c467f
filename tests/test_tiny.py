"""The engine serves any article: a second, tiny edition of a text of our own."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from edition.built.read_site import read_site
from edition.built.verify import verify
from edition.sources.load import load
from tests.command import REPOSITORY, files_of, run
from tests.trees import document

WORDS = [
    "The table of tides",
    "Wren Halloran",
    "Received 1 February 2021",
    "Copyright: ©2021 Wren Halloran (https://creativecommons.org/publicdomain/zero/1.0/).",
    "A harbour keeps two clocks, one of them wet. This piece asks which of the two is believed.",
    "Keywords: tides, ladders, tables",
    "Every harbour wall carries a ladder, and every ladder carries a mark. The mark says how high"
    " the water came in the worst winter that anyone remembers (Quill, 2016). Nobody paints it"
    " twice, so it fades until another winter asks for a new one.",
    "The table on the office door is younger. It promises two high waters a day, to the minute, for"
    ' a year in which nothing has happened yet. Its numbers come from the moon ("low water,"'
    " n.d.); its paper comes from a printer in the next town (The almanac (pocket size), 1998).",
    "A table is a promise made by arithmetic, and the wind has promised nothing. When the two"
    " disagree, boats believe the ladder, visitors believe the door, and the harbour master writes"
    " both heights into a book that nobody asks to see (Quill, 2016).",
    "Perhaps that book is the better table. It is late, it is short, and 2 * 6 hours never quite"
    " make a tide; but each of its lines was wet once.",
    "References:",
    "Quill, B. (2016). Marks on a wall. Small Harbours, 4(2), 11-19."
    " https://example.org/marks_on_a_wall",
    "Low water. In. (n.d.). Retrieved 3 May 2020 from https://example.org/low-water",
    "The almanac (pocket size). (1998). Harbour Press].",
]
"""The words of its units as a person reads them in the source."""


def this_article() -> list[str]:
    """Return what would betray that the engine knows the article of this repository."""
    work = yaml.safe_load((REPOSITORY / "edition.yml").read_text(encoding="utf-8"))["work"]
    surname = work["author"].split()[-1]
    return [surname, work["title"], work["container"], work["address"], "Central Asia", "China"]


def test_it_builds_and_nothing_is_wrong_with_it(tiny_root: Path) -> None:
    edition, problems = load(tiny_root)
    assert problems == ()
    assert edition is not None
    assert verify(edition, tiny_root / "site", read_site(tiny_root / "site")) == ()
    assert run(tiny_root, "check").stderr == ""


def test_the_macros_are_the_repository_s_own(tiny_root: Path) -> None:
    """A new edition need not touch them: their examples name what it has."""
    assert files_of(tiny_root / "macros") == files_of(REPOSITORY / "macros")


@pytest.mark.parametrize("arguments", [[], ["--site-dir"]], ids=["sources", "built site"])
def test_its_text_is_printed_word_for_word(tiny_root: Path, arguments: list[str]) -> None:
    given = [*arguments, str(tiny_root / "site")] if arguments else []
    outcome = run(tiny_root, "text", *given)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.splitlines() == WORDS


def test_the_hash_on_its_page_is_that_of_the_printed_text(tiny_root: Path) -> None:
    """Anybody can compute it: `edition text | sha256sum`."""
    page = document(tiny_root / "site" / "about" / "edition" / "index.html")
    shown = [code.words for code in page.find("dl", class_="proof")[0].find("code")]
    printed = run(tiny_root, "text").stdout
    assert shown[-1] == hashlib.sha256(printed.encode()).hexdigest()


def test_its_citations_are_footnotes(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "text" / "01-ladder" / "index.html")
    assert [link.words for link in page.find("a", class_="citation")] == [
        "(Quill, 2016)",
        '("low water," n.d.)',
        "(The almanac (pocket size), 1998)",
    ]
    notes = page.find("li", class_="footnote")
    assert [note.attributes["id"] for note in notes] == [
        "fn-quill2016marks--p-12",
        "fn-lowwater",
        "fn-almanac1998",
    ]
    assert notes[0].find(class_="locator")[0].words == "(Quill, 2016, p. 12)"
    assert notes[1].find(class_="reference")[0].words == (
        "Low water. (n.d.). In Glossary of the Coast. Retrieved May 3, 2020, from"
        " https://example.org/low-water"
    )


def test_its_notes_stand_beside_its_text(tiny_root: Path) -> None:
    """One is by a person and in three languages, one cites, two are on overlapping words."""
    notes = {
        slug: document(tiny_root / "site" / "text" / slug / "index.html").find("aside")
        for slug in ("01-ladder", "02-book")
    }
    assert {slug: [note.attributes["id"] for note in found] for slug, found in notes.items()} == {
        "01-ladder": ["note-mark-of-the-worst-winter", "note-two-high-waters"],
        "02-book": ["note-what-the-wind-promised", "note-wind-is-no-party"],
    }
    first, second = notes["01-ladder"]
    assert [link.words for link in first.find("a", class_="cited")] == [
        "(Quill, 2016, p. 11)",
        "(Quill, 2016)",
    ]
    assert [(e.attributes["lang"], e.words) for e in second if "lang" in e.attributes] == [
        ("fr", "une seule marée"),
        ("zh-Hans", "单潮"),
    ]
    assert second.find(class_="note-signed")[0].words.startswith("Josiah Carberry")


def test_words_that_two_notes_are_on_say_both(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "text" / "02-book" / "index.html")
    assert [(mark.attributes["data-notes"], mark.words) for mark in page.find("mark")] == [
        ("what-the-wind-promised", "promise made by arithmetic, and "),
        ("what-the-wind-promised wind-is-no-party", "the wind has promised nothing"),
        ("wind-is-no-party", ". When the two disagree"),
    ]


def test_its_notes_are_listed_in_the_order_of_the_text(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "notes" / "index.html")
    assert [note.find("q")[0].words for note in page.find("article", class_="listed-note")] == [
        "every ladder carries a mark",
        "two high waters a day",
        "promise made by arithmetic, and the wind has …",
        "the wind has promised nothing. When the two …",
    ]


def test_its_terms_are_marked_where_its_text_names_them_first(tiny_root: Path) -> None:
    """Not in a heading, a citation or a compound, and the longest form where several begin."""
    marked = {
        unit.attributes["data-unit"]: [
            (link.words, link.attributes["href"]) for link in unit.find("a", class_="term")
        ]
        for slug in ("front", "01-ladder", "02-book", "references")
        for unit in document(tiny_root / "site" / "text" / slug / "index.html")
        if "data-unit" in unit.attributes and unit.find("a", class_="term")
    }
    assert marked == {
        "abstract": [("harbour", "#term-harbour")],
        "p1": [("harbour wall", "#term-harbour")],
        "p2": [("table", "#term-tide-table"), ("high waters", "#term-high-water")],
        "p3": [("table", "#term-tide-table"), ("harbour master", "#term-harbour-master")],
        "p4": [("table", "#term-tide-table")],
    }


def test_its_terms_people_and_places_are_listed(tiny_root: Path) -> None:
    listed = {
        realm: [
            entry.attributes["id"]
            for entry in document(tiny_root / "site" / realm / "index.html").find("article")
            if "term-article" in entry.attributes.get("class", "")
        ]
        for realm in ("glossary", "people", "places")
    }
    assert listed == {
        "glossary": ["high-water", "tide-table"],
        "people": ["harbour-master"],
        "places": ["harbour"],
    }


def test_a_term_s_permanent_link_leads_to_it(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "g" / "harbour" / "index.html")
    assert "../../places/#harbour" in [link.attributes["href"] for link in page.find("a")]


def test_a_note_s_permanent_link_leads_to_it(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "n" / "two-high-waters" / "index.html")
    assert "../../text/01-ladder/#note-two-high-waters" in [
        link.attributes["href"] for link in page.find("a")
    ]


def test_printed_numbers_are_drawn_where_the_source_prints_them(tiny_root: Path) -> None:
    page = document(tiny_root / "site" / "text" / "references" / "index.html")
    assert [number.words for number in page.find(class_="printed-number")] == [
        "1.", "2.", "3.", "4.",
    ]  # fmt: skip


def test_nothing_of_this_article_is_in_its_pages(tiny_root: Path) -> None:
    betraying = this_article()
    for file in sorted((tiny_root / "site").rglob("*")):
        if file.suffix in (".html", ".json", ".xml", ".bib", ".ris", ".txt"):
            text = file.read_text(encoding="utf-8")
            assert [words for words in betraying if words in text] == [], file.name


def _words_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "file",
    sorted(
        path
        for folder in ("edition", "macros")
        for path in (REPOSITORY / folder).rglob("*")
        if path.suffix in (".py", ".jinja")
    ),
    ids=lambda path: path.relative_to(REPOSITORY).as_posix(),
)
def test_no_file_of_the_engine_mentions_this_article(file: Path) -> None:
    text = _words_of(file)
    assert [words for words in this_article() if words in text] == []


@pytest.mark.parametrize(
    "file",
    sorted((REPOSITORY / "macros").glob("*.jinja")),
    ids=lambda path: path.name,
)
def test_no_macro_names_an_entry_of_this_library(file: Path) -> None:
    keys = re.findall(
        r"^@\w+\{([^,]+),", (REPOSITORY / "bibliography" / "article.bib").read_text("utf-8"), re.M
    )
    assert len(keys) == 28
    text = _words_of(file)
    assert [key for key in keys if key in text] == []
