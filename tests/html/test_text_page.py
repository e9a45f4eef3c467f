"""What a text page shows: which paragraphs, and footnotes that lead back to every mention."""

import pytest

from edition.core.pages import TextPage
from edition.html.text_page import TextPageView, paragraph_range, view_plain_page, view_text_page
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED, IN_ORDER, NOTED
from tests.core.termed import TERMED, term, with_terms
from tests.trees import Tree, fragment

FRONT, CHAPTER, REFERENCES = EDITION.text_pages
PAGES = pytest.mark.parametrize("page", EDITION.text_pages, ids=lambda page: page.slug)


def units(view: TextPageView) -> list[Tree]:
    """The units of a page as they are drawn."""
    return [fragment(unit.html) for group in view.groups for unit in group.units]


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        (["p1", "p2"], "¶¶ 1–2 of 2"),
        (["p2"], "¶ 2 of 2"),
        (["title", "p1"], "¶ 1 of 2"),
        (["r1"], ""),
        ([], ""),
    ],
)
def test_a_page_says_which_paragraphs_it_has(ids: list[str], shown: str) -> None:
    assert paragraph_range(EDITION, [EDITION.unit_by_id[unit] for unit in ids]) == shown


def test_a_chapter_shows_its_units_and_its_footnotes() -> None:
    view = view_text_page(EDITION, FORMATTED, CHAPTER)
    assert (view.kind, view.number, view.first) == ("chapter", 1, "p1")
    assert [(group.role, len(group.units)) for group in view.groups] == [("paragraph", 2)]
    assert [note.id for note in view.footnotes] == [
        "fn-quill2016",
        "fn-quill2016--p-12",
        "fn-teale2020",
    ]
    assert [fragment(note.reference).words for note in view.footnotes] == [
        "Quill, B. (2016). Marks on a wall",
        "Quill, B. (2016). Marks on a wall",
        "Teale & co. (2020).",
    ]
    assert [fragment(note.place).words for note in view.footnotes] == [
        "(Quill, 2016)",
        "(Quill, 2016, p. 12)",
        "(Teale & co, 2020)",
    ]


def test_every_footnote_leads_back_to_its_marker_and_says_where() -> None:
    view = view_text_page(EDITION, FORMATTED, CHAPTER)
    markers = {
        marker.attributes["id"]
        for unit in units(view)
        for marker in unit.find("a", role="doc-noteref")
    }
    back = [link for note in view.footnotes for link in note.back_links]
    assert {link.target for link in back} == markers
    assert [link.where for link in back] == ["¶ 1", "¶ 1", "¶ 2"]


def test_back_links_of_one_footnote_sound_different() -> None:
    view = view_plain_page(EDITION, FORMATTED)
    for note in view.footnotes:
        labels = [link.label for link in note.back_links]
        assert len(set(labels)) == len(labels)


def test_the_host_s_order_numbers_the_footnotes() -> None:
    view = view_text_page(
        EDITION, FORMATTED, CHAPTER, ["teale2020", "quill2016", "quill2016--p-12"]
    )
    shown = [
        (marker.words, marker.find("a")[0].attributes["href"])
        for unit in units(view)
        for marker in unit.find("sup", class_="marker")
    ]
    assert shown == [("2", "#fn-quill2016"), ("3", "#fn-quill2016--p-12"), ("1", "#fn-teale2020")]


def test_the_plain_page_has_all_units_and_no_title_of_the_editors() -> None:
    view = view_plain_page(EDITION, FORMATTED)
    assert (view.kind, view.title, view.range) == ("plain", "", "¶¶ 1–2 of 2")
    assert [group.role for group in view.groups] == ["title", "paragraph", "reference"]


def test_the_work_s_title_comes_under_the_editors_heading_where_there_is_one() -> None:
    front = units(view_text_page(EDITION, FORMATTED, FRONT))
    plain = units(view_plain_page(EDITION, FORMATTED))
    assert [found.name for found in front[0] if found.name] == ["h2"]
    assert [found.name for found in plain[0] if found.name] == ["h1"]


def test_front_matter_and_references_are_pages_of_their_own_kind() -> None:
    assert view_text_page(EDITION, FORMATTED, FRONT).kind == "front"
    assert view_text_page(EDITION, FORMATTED, REFERENCES).kind == "references"
    assert view_text_page(EDITION, FORMATTED, REFERENCES).footnotes == ()


# ---- With notes ----


@PAGES
def test_notes_are_lettered_by_page_and_each_stands_on_one(page: TextPage) -> None:
    view = view_text_page(NOTED, FORMATTED, page)
    letters = [marker.words for unit in units(view) for marker in unit.find(class_="note-marker")]
    assert letters == [note.letter for note in view.notes]
    assert letters == list("abcdefgh")[: len(letters)]
    assert {note.unit for note in view.notes} <= set(page.units)


def test_every_note_stands_on_one_page() -> None:
    placed = [
        note.id
        for page in NOTED.text_pages
        for note in view_text_page(NOTED, FORMATTED, page).notes
    ]
    assert sorted(placed) == sorted(note.id for note in IN_ORDER)


@PAGES
def test_every_marker_leads_to_a_note_of_the_page_and_every_mark_names_one(page: TextPage) -> None:
    view = view_text_page(NOTED, FORMATTED, page)
    opened = {
        (link.attributes["id"], link.attributes["href"])
        for unit in units(view)
        for marker in unit.find(class_="note-marker")
        for link in marker.find("a")
    }
    assert opened == {(note.marker, f"#{note.anchor}") for note in view.notes}
    named = {
        name
        for unit in units(view)
        for mark in unit.find("mark")
        for name in mark.attributes["data-notes"].split()
    }
    assert named == {note.id for note in view.notes}


@PAGES
def test_with_all_notes_on_the_words_are_the_article_s(page: TextPage) -> None:
    found = units(view_text_page(NOTED, FORMATTED, page))
    for tree, unit in zip(found, page.units, strict=True):
        words = " ".join(tree.without("data-edition").words.split())
        assert words == NOTED.unit_by_id[unit].text


def test_the_list_after_a_paragraph_names_its_notes_and_footnotes() -> None:
    view = view_text_page(NOTED, FORMATTED, CHAPTER)
    abouts = [unit.about for group in view.groups for unit in group.units]
    assert [(about.id, [note.letter for note in about.notes]) for about in abouts if about] == [
        ("about-p1", ["a", "b", "c", "d", "e"]),
        ("about-p2", []),
    ]
    assert [[(f.id, f.number) for f in about.footnotes] for about in abouts if about] == [
        [("fn-quill2016", 1), ("fn-quill2016--p-12", 2)],
        [("fn-teale2020", 3)],
    ]
    assert [group.about for group in view.groups] == [None]


@pytest.mark.parametrize(
    ("page", "about", "letters"),
    [(FRONT, "about-title", ["a"]), (REFERENCES, "about-r1", ["a"])],
    ids=["front", "references"],
)
def test_short_units_share_the_list_of_their_group(
    page: TextPage, about: str, letters: list[str]
) -> None:
    (group,) = view_text_page(NOTED, FORMATTED, page).groups
    assert group.about is not None
    assert (group.about.id, [note.letter for note in group.about.notes]) == (about, letters)
    assert [unit.about for unit in group.units] == [None]


def test_a_group_without_notes_has_no_list() -> None:
    for page in (FRONT, REFERENCES):
        (group,) = view_text_page(EDITION, FORMATTED, page).groups
        assert group.about is None


def test_the_switch_counts_the_notes_of_its_page() -> None:
    switches = [view_text_page(NOTED, FORMATTED, page).switch for page in NOTED.text_pages]
    assert [(switch.shown, switch.hidden) for switch in switches] == [(0, 1), (3, 2), (1, 0)]


def test_the_plain_page_is_the_same_with_and_without_notes() -> None:
    view = view_plain_page(NOTED, FORMATTED)
    assert view == view_plain_page(EDITION, FORMATTED)
    assert view.notes == ()
    assert [group.about for group in view.groups] == [None] * 3
    assert [unit.about for group in view.groups for unit in group.units] == [None] * 4
    for unit in units(view):
        assert unit.find("mark") == unit.find(class_="note-marker") == []


def test_notes_change_nothing_of_the_footnotes() -> None:
    for page in NOTED.text_pages:
        noted, bare = (view_text_page(e, FORMATTED, page) for e in (NOTED, EDITION))
        assert noted.footnotes == bare.footnotes


# ---- With terms ----


def marked(view: TextPageView) -> list[tuple[str, str, str]]:
    """Unit, words and target of every term's link on a page."""
    return [
        (unit.children[0].attributes["id"], link.words, link.attributes["href"])
        for unit in units(view)
        if isinstance(unit.children[0], Tree)
        for link in unit.find("a", class_="term")
    ]


def test_the_first_mention_in_each_paragraph_leads_to_a_gloss_of_the_page() -> None:
    view = view_text_page(TERMED, FORMATTED, CHAPTER)
    assert marked(view) == [
        ("p1", "sea", "#term-sea"),
        ("p1", "wrote on it", "#term-wrote-on"),
        ("p2", "Nobody", "#term-nobody"),
        ("p2", "read", "#term-writing"),
    ]
    assert [gloss.anchor for gloss in view.terms] == [
        "term-sea",
        "term-wrote-on",
        "term-nobody",
        "term-writing",
    ]


def test_a_term_is_marked_anew_in_every_paragraph_and_told_once_on_the_page() -> None:
    edition = with_terms(term("it", "it", "and again"), edition=EDITION)
    view = view_text_page(edition, FORMATTED, CHAPTER)
    assert marked(view) == [("p1", "it", "#term-it"), ("p2", "it", "#term-it")]
    assert [gloss.anchor for gloss in view.terms] == ["term-it"]


def test_headings_and_printed_references_have_no_term() -> None:
    edition = with_terms(term("wall", "wall", "Quill"))
    for page in (FRONT, REFERENCES):
        view = view_text_page(edition, FORMATTED, page)
        assert (marked(view), view.terms) == ([], ())


def test_the_list_after_a_paragraph_names_its_terms() -> None:
    view = view_text_page(TERMED, FORMATTED, CHAPTER)
    abouts = [unit.about for group in view.groups for unit in group.units]
    assert [[gloss.name for gloss in about.terms] for about in abouts if about] == [
        ["sea", "“Writing on”"],
        ["Nobody", "writing & reading"],
    ]


def test_with_terms_on_the_words_are_the_article_s_and_the_marks_cover_the_same() -> None:
    """A note's mark goes on over a link, in pieces that say the same words."""
    for page in TERMED.text_pages:
        termed, noted = (units(view_text_page(e, FORMATTED, page)) for e in (TERMED, NOTED))
        for tree, bare, unit in zip(termed, noted, page.units, strict=True):
            words = " ".join(tree.without("data-edition").words.split())
            assert words == TERMED.unit_by_id[unit].text
            covered = [
                "".join(mark.words for mark in one.find("mark") if mark.attributes["data-notes"])
                for one in (tree, bare)
            ]
            assert covered[0] == covered[1]
            for anchor in tree.find("a"):
                assert anchor.find("a") == [anchor]
                assert [e for e in anchor if "data-edition" in e.attributes and e != anchor] == []


def test_terms_change_nothing_of_notes_and_footnotes() -> None:
    for page in TERMED.text_pages:
        termed, noted = (view_text_page(e, FORMATTED, page) for e in (TERMED, NOTED))
        assert (termed.footnotes, termed.switch) == (noted.footnotes, noted.switch)
        assert [note.letter for note in termed.notes] == [note.letter for note in noted.notes]


def test_the_plain_page_is_the_same_with_and_without_terms() -> None:
    view = view_plain_page(TERMED, FORMATTED)
    assert view == view_plain_page(EDITION, FORMATTED)
    assert (view.terms, marked(view)) == ((), [])
