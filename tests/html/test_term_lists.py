"""The macros set lists of terms, people and places, in which nobody's words are markup."""

from dataclasses import replace

import pytest

from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.macro import Call
from edition.core.pages import TextPage
from edition.core.problem import Place
from edition.html.drawing import Drawing
from edition.html.text_page import view_text_page
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED
from tests.core.termed import TERMED, term, with_terms
from tests.trees import Tree, fragment

MACROS, _ = read_macros(REPOSITORY)
HOSTILE = '</p><script>alert("1")</script> & <b>'


def called(edition: Edition, name: str, *arguments: str, address: str = "") -> Tree:
    """What a call on an editors' page draws; the parser mends nothing."""
    drawing = Drawing(REPOSITORY, replace(edition, macros=MACROS), FORMATTED)
    call = Call(name, arguments, (), 0, Place("docs/index.md", 5))
    return fragment(str(drawing.call(call, address or f"{name}/", str)))


def entries(tree: Tree) -> list[Tree]:
    return tree.find("article", class_="term-article")


@pytest.mark.parametrize(
    ("name", "ids"),
    [("glossary", ["writing", "wrote-on"]), ("people", ["nobody"]), ("places", ["sea"])],
)
def test_a_list_has_every_entry_of_its_own_under_its_name(name: str, ids: list[str]) -> None:
    found = entries(called(TERMED, name))
    assert [entry.attributes["id"] for entry in found] == ids
    for entry in found:
        (heading,) = entry.find("h2")
        assert entry.attributes["aria-labelledby"] == heading.attributes["id"]
        assert heading.words == TERMED.term_by_id[entry.attributes["id"]].name
        assert entry.attributes["data-kind"] == TERMED.term_by_id[entry.attributes["id"]].kind


@pytest.mark.parametrize("name", ["glossary", "people", "places"])
def test_a_list_of_nothing_is_empty(name: str) -> None:
    assert entries(called(EDITION, name)) == []


def test_one_entry_may_be_shown_alone() -> None:
    tree = called(TERMED, "places", "North Sea", address="about/")
    assert [entry.attributes["id"] for entry in entries(tree)] == ["sea"]
    assert tree.find("form") == tree.find("nav") == []


def test_an_entry_leads_to_all_that_names_it_and_all_that_it_names() -> None:
    (entry,) = entries(called(TERMED, "places"))
    links = {link.words: link.attributes["href"] for link in entry.find("a")}
    assert links == {
        "(Quill, 2016)": "../bibliography/#quill2016",
        "¶ 1": "../text/01-wall/#p1",
        "“The sea wrote on it”": "../text/01-wall/#note-sea",
        "Permanent link": "../g/sea/",
        "Suggest a correction": "../contribute/#correct-a-note",
        "Entry": "../bibliography/#teale2020",
    }


def test_an_entry_says_who_wrote_it_and_when() -> None:
    (entry,) = entries(called(TERMED, "glossary", "writing"))
    (signed,) = entry.find("p", class_="note-signed")
    assert "Rowan Teale ORCID, 23 November 2026, revised 25 November 2026" in signed.words
    links = {link.words: link.attributes["href"] for link in signed.find("a")}
    assert links["ORCID"] == "https://orcid.org/0000-0002-1825-0097"
    assert links["sea"] == "../places/#sea"
    times = [time.attributes["datetime"] for time in signed.find("time")]
    assert times == ["2026-11-23", "2026-11-25"]


@pytest.mark.parametrize(
    ("kind", "edit"),
    [("", "edit"), ("github", "edit"), ("gitlab", "-/edit"), ("forgejo", "_edit")],
)
def test_where_the_repository_is_known_a_correction_leads_to_the_file(kind: str, edit: str) -> None:
    forge = "https://example.org/wall"
    settings = replace(TERMED.settings, forge=forge, forge_kind=kind)
    (entry,) = entries(called(replace(TERMED, settings=settings), "places"))
    links = [link.attributes["href"] for link in entry.find("a") if "Suggest" in link.words]
    assert links == [f"{forge}/{edit}/main/docs/places/sea.md"]


def test_names_in_other_languages_say_which() -> None:
    (entry,) = entries(called(TERMED, "glossary", "writing"))
    (names,) = entry.find("p", class_="term-names")
    assert [(e.attributes["lang"], e.words) for e in names if "lang" in e.attributes] == [
        ("fr", "écriture"),
        ("fr", "lecture"),
        ("zh-Hans", "读写"),
    ]
    assert names.words == "French écriture, French lecture, Chinese 读写; also letters"


@pytest.mark.parametrize(
    ("arguments", "words", "href"),
    [
        (("sea",), "sea", "places/#sea"),
        (("North Sea", "its waves"), "its waves", "places/#sea"),
        (("nobody",), "Nobody", "people/#nobody"),
    ],
)
def test_the_editors_lead_to_an_entry_in_their_own_words(
    arguments: tuple[str, ...], words: str, href: str
) -> None:
    (link,) = called(TERMED, "term", *arguments, address="about/try/").find("a")
    assert (link.words, link.attributes["href"]) == (words, f"../../{href}")


def test_what_an_edition_has_none_of_is_said_in_words_alone() -> None:
    tree = called(EDITION, "term", "ENTRY", "these words")
    assert (tree.words.strip(), tree.find("a")) == ("these words", [])


def test_nobody_s_words_are_markup() -> None:
    author = Contributor("", HOSTILE, '"><script>')
    one = term(
        "a", "sea", name=HOSTILE, also=(HOSTILE,), names=(("fr", HOSTILE),), kind=HOSTILE,
        body="A *word*.", author=author,
    )  # fmt: skip
    edition = with_terms(one)
    for tree in (
        called(edition, "glossary"),
        called(edition, "term", "a"),
        called(edition, "term", "a", HOSTILE),
        called(edition, "contributors"),
        text_of(edition, EDITION.text_pages[1]),
    ):
        assert tree.find("script") == tree.find("b") == tree.find("img") == []
        assert HOSTILE in tree.words


def text_of(edition: Edition, page: TextPage) -> Tree:
    drawing = Drawing(REPOSITORY, edition, FORMATTED)
    return fragment(drawing.text_page(view_text_page(edition, FORMATTED, page)))


@pytest.mark.parametrize("page", EDITION.text_pages, ids=lambda page: page.slug)
def test_every_mark_of_a_page_leads_to_one_gloss_and_every_gloss_to_its_entry(
    page: TextPage,
) -> None:
    tree = text_of(TERMED, page)
    ids = [element.attributes["id"] for element in tree if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    glosses = {gloss.attributes["id"]: gloss for gloss in tree.find(class_="term-entry")}
    marks = {link.attributes["href"].removeprefix("#") for link in tree.find("a", class_="term")}
    assert marks == set(glosses)
    for name, gloss in glosses.items():
        entry = TERMED.term_by_id[name.removeprefix("term-")]
        assert gloss.find("dt")[0].words == entry.name
        assert gloss.find("a", class_="entry")[0].attributes["href"] == (
            f"../../{entry.realm.value}/#{entry.id}"
        )


def test_the_list_after_a_paragraph_leads_to_the_glosses_of_its_terms() -> None:
    tree = text_of(TERMED, EDITION.text_pages[1])
    for unit, targets in {"p1": ["sea", "wrote-on"], "p2": ["nobody", "writing"]}.items():
        (about,) = tree.find(id=f"about-{unit}")
        links = [link.attributes["href"] for link in about.find("a")]
        assert [link for link in links if link.startswith("#term-")] == [
            f"#term-{target}" for target in targets
        ]


@pytest.mark.parametrize("term_id", ["page", "search", "filter-kind", "glossary-kind", "top", "a"])
def test_the_name_of_an_entry_is_no_id_of_the_list_s_own(term_id: str) -> None:
    """Files are named by strangers, and the ids of entries are as short as their names."""
    tree = called(with_terms(term(term_id, "sea")), "glossary")
    ids = [element.attributes["id"] for element in tree if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert term_id in ids
