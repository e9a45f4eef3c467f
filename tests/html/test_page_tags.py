"""Highwire's and Dublin Core's tags: which work a page is, told once and without a guess."""

from dataclasses import replace

import pytest

from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.core.note import Note
from edition.core.note_record import WORK, note_key
from edition.html.page_head import view_page_head
from edition.html.page_tags import Tag, article_tags, editors_tags, note_tags
from tests.core.noted import EDITORS, FORMATTED, MARKS, NEW, NOTED, SEA, WROTE

HERE = replace(NOTED, settings=replace(NOTED.settings, url="https://example.org/wall/"))
ITEMS = {
    WORK: {"author": [{"family": "Cruz", "given": "Ana", "dropping-particle": "de la"}]},
    note_key("wrote"): {"author": [{"family": "Teale", "given": "Rowan"}]},
    note_key("sea"): {"author": [{"literal": "The editors"}]},
}
KNOWN = replace(FORMATTED, items=ITEMS)

ARTICLE = (
    Tag("citation_title", "The wall"),
    Tag("citation_author", "Cruz, Ana de la"),
    Tag("citation_publication_date", "2021/03/04"),
    Tag("citation_journal_title", "Harbours"),
    Tag("citation_language", "en"),
    Tag("DC.title", "The wall"),
    Tag("DC.creator", "Cruz, Ana de la"),
    Tag("DC.date", "2021-03-04"),
    Tag("DC.language", "en"),
    Tag("DC.source", "https://example.org/tides"),
    Tag("DC.rights", "https://creativecommons.org/publicdomain/zero/1.0/"),
)


def test_a_page_of_the_text_is_the_article() -> None:
    assert article_tags(NOTED, KNOWN, "text/01-wall/") == ARTICLE
    assert article_tags(HERE, KNOWN, "text/01-wall/") == (
        *ARTICLE,
        Tag("DC.identifier", "https://example.org/wall/text/01-wall/"),
    )


def test_what_is_not_known_of_the_article_has_no_tag() -> None:
    work = replace(NOTED.settings.work, container="", address="")
    edition = replace(NOTED, settings=replace(NOTED.settings, work=work))
    assert article_tags(edition, KNOWN, "text/01-wall/") == tuple(
        tag for tag in ARTICLE if tag.name not in ("citation_journal_title", "DC.source")
    )


def test_every_author_has_a_tag() -> None:
    both = [{"family": "A", "given": "B"}, {"literal": "Office"}]
    tags = article_tags(NOTED, replace(KNOWN, items={WORK: {"author": both}}), "")
    for name in ("citation_author", "DC.creator"):
        assert [tag.content for tag in tags if tag.name == name] == ["A, B", "Office"]


def test_a_note_is_a_part_of_the_edition_by_the_one_who_signs_it() -> None:
    title = "Note on ¶ 1, “wrote on it (Quill, 2016), and again”"
    assert note_tags(HERE, KNOWN, WROTE) == (
        Tag("citation_title", title),
        Tag("citation_author", "Teale, Rowan"),
        Tag("citation_publication_date", "2026/11/24"),
        Tag("citation_inbook_title", "The wall: an edition"),
        Tag("DC.title", title),
        Tag("DC.creator", "Teale, Rowan"),
        Tag("DC.date", "2026-11-24"),
        Tag("DC.isPartOf", "The wall: an edition"),
        Tag("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        Tag("DC.identifier", "https://example.org/wall/n/wrote/"),
    )


NAMES = {"a group": (SEA, EDITORS.name), "somebody new": (MARKS, NEW.name)}


@pytest.mark.parametrize(("note", "name"), NAMES.values(), ids=NAMES)
def test_an_author_whose_name_has_no_parts_keeps_it_whole(note: Note, name: str) -> None:
    tags = dict(note_tags(NOTED, KNOWN, note))
    assert tags["citation_author"] == tags["DC.creator"] == name


def test_the_first_page_is_the_edition_and_others_are_parts_of_it() -> None:
    rights = Tag("DC.rights", "https://creativecommons.org/licenses/by/4.0/")
    editors = Tag("DC.creator", "The test editors")
    assert editors_tags(NOTED, "", "Title page") == (
        Tag("DC.title", "The wall: an edition"),
        editors,
        Tag("DC.date", "2026-11-24"),
        rights,
    )
    assert editors_tags(NOTED, "glossary/", "Glossary") == (
        Tag("DC.title", "Glossary"),
        editors,
        Tag("DC.isPartOf", "The wall: an edition"),
        rights,
    )


PAGES = {
    "the title page": ("", False),
    "the front matter": ("text/front/", True),
    "a chapter": ("text/01-wall/", True),
    "the printed references": ("text/references/", True),
    "the whole article": ("text/plain/", True),
    "the notes": ("notes/", False),
    "a page whose address only looks alike": ("text/plain/more/", False),
    "another page": ("about/licence/", False),
}


@pytest.mark.parametrize(("address", "is_article"), PAGES.values(), ids=PAGES)
def test_pages_of_the_text_alone_are_the_article(address: str, is_article: bool) -> None:
    names = {tag.name for tag in view_page_head(NOTED, KNOWN, address, "A title").tags}
    assert ("citation_journal_title" in names) == is_article
    assert any(name.startswith("citation_") for name in names) == is_article
    assert "citation_inbook_title" not in names


@pytest.mark.parametrize("edition", [NOTED, HERE], ids=["no address", "an address"])
@pytest.mark.parametrize("formatted", [FORMATTED, KNOWN], ids=["nothing formatted", "formatted"])
def test_no_page_is_two_sorts_of_work_and_no_tag_is_empty(
    edition: Edition, formatted: Formatted
) -> None:
    """Zotero takes what has both titles for a part of a book, with the journal's name lost."""
    heads = [article_tags(edition, formatted, address) for address, _ in PAGES.values()]
    heads += [note_tags(edition, formatted, note) for note in edition.notes_in_order]
    for tags in heads:
        names = [tag.name for tag in tags]
        assert ("citation_journal_title" in names) != ("citation_inbook_title" in names)
        assert [tag for tag in tags if not tag.content] == []
        assert "citation_doi" not in names
