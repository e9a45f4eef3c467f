"""What the built site says of how it is cited: on its page, in every head, in its files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.noted import EDITION
from tests.command import REPOSITORY
from tests.html.schema_rules import faults_of
from tests.trees import Tree, document

SETTINGS = EDITION.settings
STYLES = ["APA", "MLA", "Chicago"]
DATA = "application/ld+json"


def page(site: Path, address: str) -> Tree:
    return document(site / address / "index.html")


def tags(tree: Tree) -> dict[str, str]:
    """The tags of Highwire and Dublin Core, each of which stands once on these pages."""
    found = [
        (tag.attributes["name"], tag.attributes["content"])
        for tag in tree.find("meta")
        if tag.attributes.get("name", "").startswith(("citation_", "DC."))
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def data(tree: Tree) -> Any:
    (script,) = tree.find("script", type=DATA)
    found = json.loads(script.words)
    assert found.pop("@context") == "https://schema.org"
    return found


ARTICLE = {
    "citation_title": SETTINGS.work.title,
    "citation_author": "Laowattanabhongse, Apisada",
    "citation_publication_date": "2024/04/30",
    "citation_journal_title": SETTINGS.work.container,
    "citation_language": "en",
    "DC.title": SETTINGS.work.title,
    "DC.creator": "Laowattanabhongse, Apisada",
    "DC.date": "2024-04-30",
    "DC.language": "en",
    "DC.source": SETTINGS.work.address,
    "DC.rights": SETTINGS.work.licence.address,
}
TEXT = [*(found.address for found in EDITION.text_pages), "text/plain/"]


@pytest.mark.parametrize("address", TEXT)
def test_from_a_page_of_the_text_the_article_is_saved(real_site: Path, address: str) -> None:
    assert tags(page(real_site, address)) == ARTICLE


@pytest.mark.parametrize("address", ["", "notes/", "glossary/", "timeline/", "cite/"])
def test_from_the_editors_pages_something_of_theirs_is_saved(real_site: Path, address: str) -> None:
    found = tags(page(real_site, address))
    assert found["DC.creator"] == SETTINGS.editors
    assert found.get("DC.isPartOf", "") == (SETTINGS.title if address else "")
    assert (found["DC.title"] == SETTINGS.title) == (not address)
    assert [name for name in found if name.startswith("citation_")] == []


def test_from_the_permanent_link_of_a_note_the_note_is_saved(real_site: Path) -> None:
    for note in EDITION.notes_in_order:
        found = tags(page(real_site, f"n/{note.id}/"))
        assert found["citation_title"].startswith("Note on ")
        assert found["citation_author"] == note.author.name
        assert found["citation_inbook_title"] == SETTINGS.title
        assert "citation_journal_title" not in found


def test_no_page_has_hidden_citations_of_other_works(real_site: Path) -> None:
    """COinS in a page, and Zotero saves the works that are cited in place of the page."""
    for file in real_site.glob("text/*/index.html"):
        assert document(file).find("span", class_="Z3988") == []


KINDS = {
    "": "CreativeWork",
    "text/front/": "ScholarlyArticle",
    "text/04-summit/": "Chapter",
    "text/plain/": "ScholarlyArticle",
    "notes/": "Collection",
    "glossary/": "DefinedTermSet",
    "timeline/": "ItemList",
}


@pytest.mark.parametrize(("address", "kind"), KINDS.items())
def test_each_kind_of_page_says_what_it_is_by_the_rules(
    real_site: Path, address: str, kind: str
) -> None:
    found = data(page(real_site, address))
    assert found["@type"] == kind
    assert faults_of(found) == []


def test_lists_are_whole(real_site: Path) -> None:
    terms = data(page(real_site, "glossary/"))["hasDefinedTerm"]
    entries = page(real_site, "glossary/")
    assert terms
    for term in terms:
        assert entries.find(id=term["termCode"]) != []
    events = data(page(real_site, "timeline/"))["itemListElement"]
    assert [event["name"] for event in events] == [event.label for event in EDITION.events]


def test_the_error_page_is_no_work(real_site: Path) -> None:
    error = document(real_site / "404.html")
    assert tags(error) == {}
    assert error.find("script", type=DATA) == []


# ---- The page that says how to cite ----


def test_every_note_is_cited_in_every_style(real_site: Path) -> None:
    cite = page(real_site, "cite/")
    for note in EDITION.notes_in_order:
        (entry,) = cite.find(id=f"cite-{note.id}")
        assert [style.words for style in entry.find("dt")] == STYLES
        for words in entry.find("dd"):
            assert SETTINGS.title.casefold() in re.sub("[‘’]", "'", words.words.casefold())


def test_each_note_and_each_paragraph_leads_to_the_other_styles(real_site: Path) -> None:
    chapter = page(real_site, "text/04-summit/")
    for note in chapter.find("aside", class_="note"):
        name = note.attributes["id"].removeprefix("note-")
        assert f"../../cite/#cite-{name}" in [a.attributes["href"] for a in note.find("a")]
    for about in chapter.find("details", class_="about-unit"):
        assert "../../cite/" in [a.attributes["href"] for a in about.find("a")]


def test_the_page_leads_to_its_files_and_so_does_the_footer_to_it(real_site: Path) -> None:
    cite = page(real_site, "cite/")
    links = {a.attributes.get("href", "") for a in cite.find("a")}
    files = {file.name for file in (real_site / "data" / "cite").iterdir()}
    assert {f"../data/cite/{name}" for name in files} <= links
    assert len(files) == 9
    about = page(real_site, "text/01-setting/").find("nav", class_="about")
    assert "../../cite/" in [a.attributes["href"] for nav in about for a in nav.find("a")]


def test_without_the_site_s_address_citations_of_the_edition_have_none(real_site: Path) -> None:
    assert SETTINGS.url == ""
    cited = page(real_site, "cite/").find("dl", class_="in-styles")
    links = {a.attributes["href"] for found in cited for a in found.find("a")}
    assert links == {SETTINGS.work.address}


# ---- CITATION.cff ----

CFF: dict[str, Any] = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text(encoding="utf-8"))
FIELDS = {
    "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi",
    "identifiers", "keywords", "license", "license-url", "message", "preferred-citation",
    "references", "repository", "repository-artifact", "repository-code", "title", "type", "url",
    "version",
}  # fmt: skip
REQUIRED = {"authors", "cff-version", "message", "title"}
"""Citation File Format 1.2.0, “Valid keys”."""
REFERENCE = {
    "authors", "date-published", "journal", "languages", "license", "month", "scope", "title",
    "type", "url", "year",
}  # fmt: skip


def test_the_citation_file_has_the_fields_of_its_format() -> None:
    assert CFF["cff-version"] == "1.2.0"
    assert CFF["type"] in ("dataset", "software")
    assert REQUIRED <= CFF.keys() <= FIELDS
    for reference in CFF["references"]:
        assert {"authors", "title", "type"} <= reference.keys() <= REFERENCE


def test_the_citation_file_agrees_with_the_settings() -> None:
    assert (CFF["title"], CFF["authors"]) == (SETTINGS.title, [{"name": SETTINGS.editors}])
    (article,) = CFF["references"]
    (author,) = article["authors"]
    work = SETTINGS.work
    assert f"{author['given-names']} {author['family-names']}" == work.author
    assert (article["title"], article["journal"]) == (work.title, work.container)
    assert (article["date-published"], article["url"]) == (work.published, work.address)
    assert f"{article['year']}-{article['month']:02}" == work.published[:7]
    assert article["languages"] == [work.language]
