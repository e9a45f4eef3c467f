"""Names and terms in the built site: what is marked, where it leads, and that nothing is missed.

The entries are read here from their files, and found in the pages' words, by a few lines that are
not the engine's.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from tests.command import REPOSITORY
from tests.exports.skos_rules import faults
from tests.trees import Tree, document

REALMS = ("glossary", "people", "places")
PAGES = [
    "front",
    *("01-setting", "02-concept", "03-silkroads", "04-summit", "05-media"),
    *("06-bri", "07-trade", "08-language", "09-outlook"),
    "references",
]
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)
EVERY_REALM = pytest.mark.parametrize("realm", REALMS)


@dataclass(frozen=True)
class TermFile:
    """What an entry's file says in its front matter."""

    id: str
    realm: str
    name: str
    forms: tuple[str, ...]
    opening: str
    """The first words of its body, up to the first sign of Markdown."""


def read_term(file: Path) -> TermFile:
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    opening = re.split(r"[\[*'\"]", " ".join(body.split()))[0].strip()
    forms = tuple(str(form) for form in fields.get("forms", ()))
    return TermFile(file.stem, file.parent.name, str(fields["term"]), forms, opening)


TERMS = {
    found.id: found
    for realm in REALMS
    for found in map(read_term, sorted((REPOSITORY / "docs" / realm).glob("*.md")))
}
OWNER = {form: found.id for found in TERMS.values() for form in found.forms}
FORM = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(map(re.escape, sorted(OWNER, key=len, reverse=True)))
    + r")(?![\w-])"
)
"""A form that is no part of a word; no word of this article has an apostrophe that is no
possessive, but for those that are forms themselves."""


@pytest.fixture(scope="module")
def drawn(real_site: Path) -> dict[str, Tree]:
    """Every page of the text, and the plain view."""
    return {page: document(real_site / "text" / page / "index.html") for page in [*PAGES, "plain"]}


@pytest.fixture(scope="module")
def lists(real_site: Path) -> dict[str, Tree]:
    """The three lists."""
    return {realm: document(real_site / realm / "index.html") for realm in REALMS}


def units(page: Tree) -> list[Tree]:
    return [element for element in page if "data-unit" in element.attributes]


def is_running(unit: Tree) -> bool:
    return re.fullmatch(r"abstract|p\d+", unit.attributes["data-unit"]) is not None


def words_without_citations(unit: Tree) -> str:
    """The article's words in a unit; what stands in a printed citation is no part of them."""
    return "".join(
        child
        if isinstance(child, str)
        else ""
        if "data-edition" in child.attributes
        else "\n"
        if "citation" in child.attributes.get("class", "").split()
        else words_without_citations(child)
        for child in unit.children
    )


def named_in(unit: Tree) -> Iterator[str]:
    """Yield each mention of an entry, as its form, in order."""
    if is_running(unit):
        yield from FORM.findall(words_without_citations(unit))


def marked_in(unit: Tree) -> list[tuple[str, str]]:
    """The words that are marked in a unit, each with the id of the entry to which they lead."""
    return [
        (link.words, link.attributes["href"].removeprefix("#term-"))
        for link in unit.find("a", class_="term")
    ]


def test_there_are_entries_of_every_list_and_no_two_share_a_name_or_a_form() -> None:
    files = [file for realm in REALMS for file in (REPOSITORY / "docs" / realm).glob("*.md")]
    assert len(TERMS) == len(files) > 80
    assert {found.realm for found in TERMS.values()} == set(REALMS)
    assert len(OWNER) == sum(len(found.forms) for found in TERMS.values())


# ---- In the text ----


@EVERY_PAGE
def test_the_first_mention_of_each_entry_in_each_paragraph_is_marked_and_no_other(
    drawn: dict[str, Tree], name: str
) -> None:
    for unit in units(drawn[name]):
        first: dict[str, str] = {}
        for form in named_in(unit):
            first.setdefault(OWNER[form], form)
        assert marked_in(unit) == [(form, owner) for owner, form in first.items()]


def test_every_form_is_there(drawn: dict[str, Tree]) -> None:
    found = {form for page in PAGES for unit in units(drawn[page]) for form in named_in(unit)}
    assert found == set(OWNER)


def test_the_abstract_and_every_paragraph_are_looked_through(drawn: dict[str, Tree]) -> None:
    running = [unit for page in PAGES for unit in units(drawn[page]) if is_running(unit)]
    assert len(running) == 26
    assert [unit.attributes["data-unit"] for unit in running if not marked_in(unit)] == []


@EVERY_PAGE
def test_a_mark_is_a_link_of_the_article_s_words_alone(drawn: dict[str, Tree], name: str) -> None:
    for unit in units(drawn[name]):
        for link in unit.find("a", class_="term"):
            assert set(link.attributes) == {"class", "href"}
            assert link.find("a") == [link]
            assert {e.name for e in link} <= {"a", "mark", "em", "strong"}
        for other in unit.find("a"):
            assert [e for e in other.find("a", class_="term") if e is not other] == []


@EVERY_PAGE
def test_every_mark_leads_to_one_gloss_and_every_gloss_opens_as_its_entry(
    drawn: dict[str, Tree], name: str
) -> None:
    page = drawn[name]
    marked = [term for unit in units(page) for _, term in marked_in(unit)]
    glosses = page.find(class_="term-entry")
    assert [gloss.attributes["id"] for gloss in glosses] == [
        f"term-{term}" for term in dict.fromkeys(marked)
    ]
    for gloss in glosses:
        term = TERMS[gloss.attributes["id"].removeprefix("term-")]
        (heading,), (said,) = gloss.find("dt"), gloss.find("dd")
        (more,) = gloss.find("a", class_="entry")
        assert heading.words == term.name
        assert term.opening.split(".")[0] in said.words
        assert more.attributes["href"] == f"../../{term.realm}/#{term.id}"


@EVERY_PAGE
def test_the_list_after_a_paragraph_names_its_terms_in_order(
    drawn: dict[str, Tree], name: str
) -> None:
    page = drawn[name]
    for unit in units(page):
        if is_running(unit):
            (about,) = page.find(id=f"about-{unit.attributes['data-unit']}")
            links = [link for link in about.find("a") if "#term-" in link.attributes["href"]]
            expected = [(TERMS[term].name, f"#term-{term}") for _, term in marked_in(unit)]
            assert [(link.words, link.attributes["href"]) for link in links] == expected


def test_the_plain_view_has_nothing_of_them(drawn: dict[str, Tree]) -> None:
    plain = drawn["plain"]
    for class_ in ("term", "terms", "term-entry", "term-kind", "xref"):
        assert plain.find(class_=class_) == [], class_
    ids = {element.attributes.get("id", "") for element in plain}
    assert [found for found in ids if found.startswith("term")] == []


# ---- In the lists ----


def entries_of(page: Tree) -> dict[str, Tree]:
    found = page.find("article", class_="term-article")
    assert len({one.attributes["id"] for one in found}) == len(found)
    return {one.attributes["id"]: one for one in found}


@EVERY_REALM
def test_a_list_has_each_entry_of_its_own_once(lists: dict[str, Tree], realm: str) -> None:
    names = {key: one.find("h2")[0].words for key, one in entries_of(lists[realm]).items()}
    assert names == {found.id: found.name for found in TERMS.values() if found.realm == realm}


@EVERY_REALM
def test_an_entry_names_every_paragraph_in_which_it_occurs(
    lists: dict[str, Tree], drawn: dict[str, Tree], realm: str
) -> None:
    places: dict[str, list[str]] = {}
    for page in PAGES:
        for unit in units(drawn[page]):
            address = f"../text/{page}/#{unit.attributes['data-unit']}"
            for term in dict.fromkeys(OWNER[form] for form in named_in(unit)):
                places.setdefault(term, []).append(address)
    for term, entry in entries_of(lists[realm]).items():
        links = [
            link.attributes["href"]
            for paragraph in entry.find("p", class_="cited-in")
            for link in paragraph.find("a")
        ]
        assert [link for link in links if "#note-" not in link] == places.get(term, [])


@EVERY_REALM
def test_an_entry_names_every_note_in_whose_words_a_form_of_it_stands(
    lists: dict[str, Tree], drawn: dict[str, Tree], realm: str
) -> None:
    """At least these: a note can name it by another name, too."""
    expected: dict[str, set[str]] = {}
    for page in PAGES:
        for note in drawn[page].find("aside", class_="note"):
            (body,) = note.find(class_="note-body")
            for form in FORM.findall(" ".join(words_of_body(body).split())):
                expected.setdefault(OWNER[form], set()).add(note.attributes["id"])
    for term, entry in entries_of(lists[realm]).items():
        links = {link.attributes["href"].partition("#")[2] for link in entry.find("a")}
        assert expected.get(term, set()) <= links, term


def words_of_body(body: Tree) -> str:
    """The words of a note but those of its citations, with the article's straight apostrophes."""
    words = "".join(
        child
        if isinstance(child, str)
        else ""
        if "cited" in child.attributes.get("class", "").split()
        else words_of_body(child)
        for child in body.children
    )
    return words.replace("’", "'")


def test_every_permanent_link_leads_to_its_entry(real_site: Path) -> None:
    for found in TERMS.values():
        short = document(real_site / "g" / found.id / "index.html")
        to = f"../../{found.realm}/#{found.id}"
        assert to in [link.attributes["href"] for link in short.find("a")]
    assert {folder.name for folder in (real_site / "g").iterdir()} == set(TERMS)


# ---- In the data ----


@pytest.fixture(scope="module")
def scheme(real_site: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((real_site / "data" / "glossary.jsonld").read_bytes())
    return data


SITE = "https://example.org/edition/"
FILE = "data/glossary.jsonld"


def test_the_scheme_has_every_entry_by_its_permanent_link(
    scheme: dict[str, Any], real_site: Path
) -> None:
    assert list(faults(scheme, f"{SITE}{FILE}")) == []
    concepts = [one for one in scheme["@graph"] if one["type"] == "Concept"]
    ids = [urljoin(f"{SITE}{FILE}", one["id"]).removeprefix(SITE) for one in concepts]
    assert Counter(ids) == {f"g/{found.id}/": 1 for found in TERMS.values()}
    for one in concepts:
        for link in [one["id"], *one.get("source", ()), *one.get("related", ())]:
            path = urljoin(f"{SITE}{FILE}", link).removeprefix(SITE)
            assert (real_site / path / "index.html").is_file(), link


def test_the_scheme_has_every_form_of_every_entry(scheme: dict[str, Any]) -> None:
    for one in scheme["@graph"]:
        if one["type"] == "Concept":
            term = TERMS[one["id"].rstrip("/").rpartition("/")[2]]
            labels = {one["prefLabel"]["en"], *one.get("altLabel", {}).get("en", ())}
            assert {term.name, *term.forms} <= labels
